"""Assign a process to a person of the unit, or to nobody (TRA-07)."""


from chalicelib.application.organisation.colleague import colleague
from chalicelib.application.ports import Ports
from chalicelib.application.processes.acting import act_on_process
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import handling
from chalicelib.domain.errors import Conflict
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Change, Process
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class Assignment:
    """``user`` None removes. With ``compares``, ``expected`` is the assignee the screen showed (None: nobody)."""

    user: str | None
    expected: str | None = None
    compares: bool = False


def assign_process(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, assignment: Assignment
) -> Reply:
    """Raises NotFound, Forbidden, Refused ``user_not_in_unit``, ``already_assigned``, Conflict
    ``assignment_changed`` when a colleague assigned it meanwhile.
    """
    now = ports.now()

    def act(process: Process) -> Change:
        # Only now: who may not assign this process is told so, whoever they name.
        assignee = colleague(ports, actor, assignment.user)
        _check_expected(process, actor, assignment)
        return handling.assign(process, actor, assignee, now)

    return act_on_process(ports, actor, operation, process_id, Action.PROCESS_ASSIGN, act)


def _check_expected(process: Process, actor: Actor, assignment: Assignment) -> None:
    presence = process.presence(actor.unit.id)
    holder = presence.assignee if presence else None
    if not assignment.compares or (holder.id if holder else None) == assignment.expected:
        return
    now = f"está atribuído para {holder.name}" if holder else "não está mais atribuído a ninguém"
    raise Conflict("assignment_changed", f"A atribuição mudou: o processo agora {now}.")
