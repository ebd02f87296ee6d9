"""Make a process part of another, for good; only an administrator takes it out (PRO-17)."""

from dataclasses import replace
from datetime import datetime

from . import history
from .access import AccessLevel
from .errors import NotFound, Refused
from .identity import Actor
from .process import Act, Change, Process, State, then, touch
from .secrecy import level_moved
from .suspending import check_no_return, check_only_here
from .ties import Annex, AnnexedTo
from .tying import MAXIMUM_TIES, check_other


def annex(main: Process, other: Process, actor: Actor, at: datetime) -> tuple[Change, Change]:
    """Annex ``other`` to ``main``, both open in the actor's unit; -> the changes of main and of other.

    Its relations stay; its level raises that of the main one. Raises Refused: as ``touch`` of either and
    ``check_other``, ``confidential_not_annexed``, ``process_open_elsewhere``, ``return_pending``,
    ``annex_without_documents``, ``annex_has_annexes``, ``too_many_annexes``.
    """
    change = touch(main, actor, at)
    check_other(main, other)
    joined = touch(other, actor, at)
    _check_annexable(main, other, actor)
    level = other.effective_level
    grown = replace(
        change.process, annexes=(*main.annexes, Annex(other.id, level, actor.unit, actor.user, at))
    )
    fact = history.ProcessAnnexed(other.id, other.nup)
    change = level_moved(then(change, grown, Act(actor.user, actor.unit, fact)), main, actor, at)
    place = AnnexedTo(main.id, actor.unit, actor.user, at)
    part = replace(joined.process, state=State.ANNEXED, annexed_to=place)
    told = history.AnnexedToProcess(main.id, main.nup)
    return change, then(joined, part, Act(actor.user, actor.unit, told))


def _check_annexable(main: Process, other: Process, actor: Actor) -> None:
    if AccessLevel.CONFIDENTIAL in (main.effective_level, other.effective_level):
        raise Refused("confidential_not_annexed", "Processo sigiloso não é anexado nem recebe anexos.")
    check_only_here(other, actor, "anexado")
    check_no_return(other)
    if not other.live_documents:
        raise Refused(
            "annex_without_documents", f"O processo {other.nup} não tem documentos: não há o que anexar."
        )
    if other.annexes:
        raise Refused("annex_has_annexes", f"O processo {other.nup} tem anexos: não pode ser anexado.")
    if len(main.annexes) >= MAXIMUM_TIES:
        raise Refused("too_many_annexes", f"O processo {main.nup} já tem {MAXIMUM_TIES} anexos.")


def unannex(main: Process, other: Process, actor: Actor, reason: str, at: datetime) -> tuple[Change, Change]:
    """Take ``other`` out of ``main``: it opens again where it was open, the main one loses the level it brought.

    Raises NotFound ``annex_not_found``; Refused ``process_locked`` while the main one is locked.
    """
    if not any(each.process == other.id for each in main.annexes) or other.state is not State.ANNEXED:
        raise NotFound("annex_not_found", "Este processo não está anexado.")
    if main.state is State.LOCKED:
        raise Refused("process_locked", "O processo está bloqueado.")
    left = replace(main, annexes=tuple(each for each in main.annexes if each.process != other.id))
    fact = history.ProcessUnannexed(other.id, other.nup, reason)
    change = level_moved(Change(left, (Act(actor.user, actor.unit, fact),)), main, actor, at)
    presences = {
        unit: replace(presence, last_activity_at=at) if presence.open else presence
        for unit, presence in other.presences.items()
    }
    free = replace(other, state=State.NORMAL, annexed_to=None, presences=presences)
    told = history.UnannexedFromProcess(main.id, main.nup)
    return change, Change(free, (Act(actor.user, actor.unit, told),))
