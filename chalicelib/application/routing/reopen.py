"""Reopen a process in a unit that had it; it falls to whoever reopened it (TRA-05)."""

from chalicelib.application.ports import Ports
from chalicelib.application.processes.acting import act_on_process
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import handling
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def reopen_process(ports: Ports, actor: Actor, operation: Operation, process_id: str) -> Reply:
    """Raises NotFound, Forbidden, Refused as ``handling.reopen``."""
    now = ports.now()
    return act_on_process(
        ports,
        actor,
        operation,
        process_id,
        Action.PROCESS_REOPEN,
        lambda process: handling.reopen(process, actor, now),
    )
