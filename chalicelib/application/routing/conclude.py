"""Conclude a process in the unit, perhaps until a day (TRA-04, TRA-06)."""

from datetime import date

from chalicelib.application.ports import Ports
from chalicelib.application.processes.acting import act_on_process
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import handling
from chalicelib.domain.deadline import InDays
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .due import reopening_day


def conclude_process(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    process_id: str,
    reopen_on: date | None,
    reopen_in: InDays | None = None,
) -> Reply:
    """Raises NotFound, Forbidden, Refused ``return_owed``, InvalidRequest on ``reopen_on``."""
    now, day = ports.now(), reopening_day(ports, actor, reopen_on, reopen_in)
    return act_on_process(
        ports,
        actor,
        operation,
        process_id,
        Action.PROCESS_CONCLUDE,
        lambda process: handling.conclude(process, actor, now, day),
    )
