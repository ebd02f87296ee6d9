"""Hold a process still, perhaps until another is decided, and let it go on (PRO-16)."""

from dataclasses import replace
from datetime import datetime

from . import history
from .errors import Refused
from .history import Fact
from .identity import Actor
from .process import Act, Change, Process, State, then, touch
from .secrecy import check_not_confidential
from .ties import Suspension
from .tying import check_other


def suspend(
    process: Process, actor: Actor, reason: str, at: datetime, linked: Process | None = None
) -> tuple[Change, Change | None]:
    """Suspend here, the only unit where it is open; -> the change of the process and that of ``linked``.

    Raises Refused: as ``touch``, ``process_open_elsewhere``, ``return_pending`` while a return is awaited,
    ``confidential_not_tied``, ``same_process``, ``other_process_annexed`` or ``other_process_locked`` for ``linked``.
    """
    change = touch(process, actor, at)
    check_only_here(process, actor, "sobrestado")
    check_no_return(process)
    fact: Fact = history.ProcessSuspended(reason)
    if linked:
        check_not_confidential(process, linked)
        check_other(process, linked)
        fact = history.ProcessSuspendedWithLink(linked.id, linked.nup, reason)
    suspension = Suspension(reason, actor.unit, actor.user, at, linked.id if linked else None)
    held = replace(change.process, state=State.SUSPENDED, suspension=suspension)
    told = history.ProcessSuspending(process.id, process.nup)
    return then(change, held, Act(actor.user, actor.unit, fact)), _told(linked, actor, told)


def resume(
    process: Process, actor: Actor, at: datetime, linked: Process | None = None
) -> tuple[Change, Change | None]:
    """Let it go on; only the unit that suspended it. ``linked`` is the process it waited for, if it still exists.

    Raises Refused: ``process_not_suspended``, ``suspended_by_another_unit``.
    """
    suspension = process.suspension
    if process.state is not State.SUSPENDED or suspension is None:
        raise Refused("process_not_suspended", "O processo não está sobrestado.")
    if suspension.unit.id != actor.unit.id:
        unit = suspension.unit.acronym
        raise Refused(
            "suspended_by_another_unit", f"Só a unidade {unit}, que o sobrestou, remove o sobrestamento."
        )
    presence = replace(process.presences[actor.unit.id], last_activity_at=at)
    presences = {**process.presences, actor.unit.id: presence}
    going = replace(process, state=State.NORMAL, suspension=None, presences=presences)
    fact: Fact = history.SuspensionRemoved()
    if linked:
        fact = history.StoppedBeingSuspended(linked.id, linked.nup)
    told = history.StoppedSuspending(process.id, process.nup)
    return Change(going, (Act(actor.user, actor.unit, fact),)), _told(linked, actor, told)


def _told(linked: Process | None, actor: Actor, fact: Fact) -> Change | None:
    return Change(linked, (Act(actor.user, actor.unit, fact),)) if linked else None


def check_only_here(process: Process, actor: Actor, done: str) -> None:
    """Raises Refused ``process_open_elsewhere`` when another unit has it open."""
    others = sorted(
        presence.unit.acronym
        for unit, presence in process.presences.items()
        if presence.open and unit != actor.unit.id
    )
    if others:
        raise Refused(
            "process_open_elsewhere",
            f"O processo também está aberto em {', '.join(others)}: só pode ser {done} quando estiver aberto "
            "apenas na sua unidade.",
        )


def check_no_return(process: Process) -> None:
    """Raises Refused ``return_pending`` while any unit awaits it back."""
    if any(routing.waits_return for routing in process.routings):
        raise Refused("return_pending", f"O processo {process.nup} tem retorno programado pendente.")
