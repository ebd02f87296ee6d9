"""Conclude a process in the unit, perhaps until a day (TRA-04, TRA-06)."""

from datetime import date

from chalicelib.application.ports import Ports
from chalicelib.application.processes.acting import act_on_process
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import handling
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.presence import check_reopening


def conclude_process(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, reopen_on: date | None
) -> Reply:
    """Raises NotFound, Forbidden, Refused ``return_owed``, InvalidRequest on ``reopen_on``."""
    now = ports.now()
    check_reopening(reopen_on, now.astimezone(ports.zone).date())
    return act_on_process(
        ports,
        actor,
        operation,
        process_id,
        Action.PROCESS_CONCLUDE,
        lambda process: handling.conclude(process, actor, now, reopen_on),
    )
