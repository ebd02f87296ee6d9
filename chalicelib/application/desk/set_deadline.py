"""The unit's deadline for a process (TRA-11), by its agency's calendar (TRA-15)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import organising
from chalicelib.domain.deadline import Calendar, DueRule, due_from
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .organising import organise_process


def set_deadline(ports: Ports, actor: Actor, operation: Operation, process_id: str, rule: DueRule) -> Reply:
    """On a date, or in days or business days from today; setting it again replaces it, even a concluded one.

    Raises InvalidRequest on ``deadline`` as ``deadline.due_from``, and as ``organise_process``.
    """
    now = ports.now()
    calendar = Calendar(ports.catalogues.holidays(actor.agency))
    due = due_from(rule, now.astimezone(ports.zone).date(), calendar, "deadline")
    return organise_process(
        ports,
        actor,
        operation,
        process_id,
        Action.PROCESS_DEADLINE,
        lambda process, kept: (organising.set_deadline(process, actor, due, now), kept),
    )
