"""What a unit does with a process it holds: receive, assign, report, conclude, reopen (TRA-02 … TRA-07, PRO-27)."""

from dataclasses import replace
from datetime import date, datetime

from . import credentialing, history
from .errors import Refused
from .history import Fact
from .identity import Actor
from .organisation import Person
from .process import Act, Change, Process, check_active, open_presence, then, touch, with_presence
from .routing import Routing


def receive(process: Process, actor: Actor, at: datetime) -> Change:
    """Open the process: what arrived is received (TRA-02), what was new in it is seen (TRA-14).

    Seeing news leaves no entry. Raises Refused: as ``touch``, ``process_already_received`` when there is
    nothing to receive nor to see.
    """
    presence = open_presence(process, actor)
    held = process.credential(actor.user.id, actor.unit.id) if process.confidential else None
    if not presence.unread and not presence.signals and not (held and held.unread):
        raise Refused("process_already_received", "O processo já foi recebido nesta unidade.")
    change = touch(process, actor, at)
    seen = replace(change.process.presences[actor.unit.id], signals=frozenset())
    return then(change, with_presence(change.process, seen))


def assign(process: Process, actor: Actor, assignee: Person | None, at: datetime) -> Change:
    """Put the process in somebody's hands, or in nobody's (TRA-07); it stops no colleague from working on it.

    Raises Refused: as ``touch``, ``already_assigned`` when nothing would change.
    """
    change = touch(process, actor, at)
    presence = change.process.presences[actor.unit.id]
    holder = presence.assignee.id if presence.assignee else None
    if holder == (assignee.id if assignee else None):
        whom = f"já está atribuído para {assignee.name}" if assignee else "não está atribuído a ninguém"
        raise Refused("already_assigned", f"O processo {whom}.")
    fact: Fact = (
        history.ProcessAssigned(assignee.id, assignee.name) if assignee else history.AssignmentRemoved()
    )
    presence = replace(presence, assignee=assignee, last_activity_at=at)
    return then(change, with_presence(change.process, presence), Act(actor.user, actor.unit, fact))


def record_progress(process: Process, actor: Actor, text: str, at: datetime) -> Change:
    """A free-text entry, which nobody can change afterwards (PRO-27). Raises Refused as ``touch``."""
    change = touch(process, actor, at)
    presence = replace(change.process.presences[actor.unit.id], last_activity_at=at)
    act = Act(actor.user, actor.unit, history.ProgressRecorded(text))
    return then(change, with_presence(change.process, presence), act)


def conclude(process: Process, actor: Actor, at: datetime, reopen_on: date | None = None) -> Change:
    """Conclude in the unit (TRA-04), perhaps until a day (TRA-06).

    Raises Refused: as ``touch``, ``return_owed`` while another unit awaits it back from here, ``flow_step_here``,
    ``confidential_not_scheduled`` for a confidential one, which is concluded by a person, not by a unit (SIG-09).
    """
    if process.confidential:
        if reopen_on:
            message = "Processo sigiloso é concluído por pessoa: a reabertura não é programada."
            raise Refused("confidential_not_scheduled", message)
        return credentialing.conclude(process, actor, at)
    change = touch(process, actor, at)
    if process.flow and process.flow.conducts and actor.unit.id in process.flow.units:
        message = f"Há uma etapa do fluxo {process.flow.name} a concluir nesta unidade."
        raise Refused("flow_step_here", message)
    owed = owed_by(process, actor.unit.id)
    if owed:
        raise Refused(
            "return_owed",
            f"Há retorno programado para a unidade {owed.origin.acronym}. "
            "Envie o processo de volta antes de concluir.",
        )
    presence = change.process.presences[actor.unit.id].concluded(at, actor.user, reopen_on)
    fact = history.ProcessConcluded(reopen_on.isoformat() if reopen_on else None)
    return then(change, with_presence(change.process, presence), Act(actor.user, actor.unit, fact))


def reopen(process: Process, actor: Actor, at: datetime, scheduled: bool = False) -> Change:
    """Reopen in a unit that had it (TRA-05); it falls to whoever reopened, to nobody when scheduled (TRA-06).

    Raises Refused: as ``check_active``, ``process_never_in_unit``, ``process_already_open``.
    """
    check_active(process)
    if process.confidential:
        return credentialing.reopen(process, actor, at)
    presence = process.presence(actor.unit.id)
    if presence is None:
        raise Refused("process_never_in_unit", "O processo não tramitou por esta unidade.")
    if presence.open:
        raise Refused("process_already_open", "O processo já está aberto nesta unidade.")
    by = None if scheduled else actor.user
    act = Act(actor.user, actor.unit, history.ProcessReopened(scheduled))
    reopened = with_presence(process, presence.reopened(at, by))
    return Change(replace(reopened, moved_at=at), (act,))


def owed_by(process: Process, unit: str) -> Routing | None:
    """A return another unit still awaits from ``unit``: only sending it back stops the count (TRA-03)."""
    return next((r for r in process.routings if r.destination.id == unit and r.waits_return), None)
