"""A process becoming confidential and ceasing to be, by its own level or its documents' (features.md §1.3, PRO-08)."""

from dataclasses import replace
from datetime import datetime

from . import history
from .access import AccessLevel
from .credential import AccessCredential, Ended
from .errors import Forbidden, Refused
from .flow_run import LIVE
from .identity import Actor
from .process import Act, Change, Process, then

CONFIDENTIAL = AccessLevel.CONFIDENTIAL


def level_moved(change: Change, before: Process, actor: Actor, at: datetime) -> Change:
    """Add the entry of the effective level when the act moved it, and let holders in or everybody.

    Raises Refused as ``check_may_become_confidential``.
    """
    level = change.process.effective_level
    if level == before.effective_level:
        return change
    told = Act(actor.user, actor.unit, history.EffectiveLevelChanged(level.value))
    moved = then(change, change.process, told)
    if level is CONFIDENTIAL:
        check_may_become_confidential(moved.process, actor)
        return then(moved, closed_to_others(moved.process, actor, at))
    return _opened_to_all(moved, actor, at) if before.confidential else moved


def check_may_become_confidential(process: Process, actor: Actor) -> None:
    """A process that other units have, or that others speak of, cannot become unseen.

    Raises Refused ``confidential_only_in_own_unit``, ``confidential_return_pending``, ``confidential_tied``,
    ``confidential_in_block``, ``confidential_in_flow``.
    """
    if actor.unit.id not in process.open_units:
        message = "Só a unidade que está com o processo aberto pode torná-lo sigiloso."
        raise Refused("confidential_only_in_own_unit", message)
    elsewhere = sorted(
        presence.unit.acronym
        for unit, presence in process.presences.items()
        if presence.open and unit != actor.unit.id
    )
    if elsewhere:
        raise Refused(
            "confidential_only_in_own_unit",
            f"O processo está aberto também em {', '.join(elsewhere)}. "
            "Para ser sigiloso, precisa estar aberto somente na sua unidade.",
        )
    if process.routings:
        message = "Há retorno programado ou envio por receber. Encerre-o antes de tornar o processo sigiloso."
        raise Refused("confidential_return_pending", message)
    if process.relations or process.annexes:
        message = "Desfaça antes os relacionamentos e as anexações: processo sigiloso não se liga a outros."
        raise Refused("confidential_tied", message)
    if process.blocks:
        raise Refused("confidential_in_block", "Retire antes o processo e os documentos dele dos blocos.")
    if process.flow and process.flow.state in LIVE:
        message = (
            f"O processo segue o fluxo {process.flow.name}. Cancele-o antes de tornar o processo sigiloso."
        )
        raise Refused("confidential_in_flow", message)


def closed_to_others(process: Process, actor: Actor, at: datetime) -> Process:
    """Whoever made it confidential holds the only credential; no unit has it in hands any more, only people.

    Raises Forbidden ``person_required``.
    """
    if actor.scope is not None:
        raise Forbidden("person_required", "Somente pessoas podem fazer um processo sigiloso.")
    first = AccessCredential(actor.user, actor.unit, actor.agency, actor.user, actor.unit, at)
    presences = {
        unit: replace(presence, assignee=None, reopen_on=None, unread=False)
        for unit, presence in process.presences.items()
    }
    return replace(process, credentials=(first,), signing=(), presences=presences)


def _opened_to_all(change: Change, actor: Actor, at: datetime) -> Change:
    """Nobody needs a credential any more; the units where somebody had it at hand go on with it."""
    process = change.process
    ended = tuple(each.over(Ended.ANNULLED, at) if each.live else each for each in process.credentials)
    count = sum(each.live for each in process.credentials)
    fact = history.CredentialsAnnulled(count)
    return then(change, replace(process, credentials=ended, signing=()), Act(actor.user, actor.unit, fact))


def check_not_confidential(*processes: Process) -> None:
    """Ties tell of a process wherever the other one is seen. Raises Refused ``confidential_not_tied``."""
    if any(process.confidential for process in processes):
        message = "Processo sigiloso não é relacionado nem vinculado a outro: a existência dele é sigilosa."
        raise Refused("confidential_not_tied", message)
