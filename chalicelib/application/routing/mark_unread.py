"""Marcar como não visualizado: in bold again for the unit (TRA-16)."""

from chalicelib.application.ports import Ports
from chalicelib.application.processes.acting import act_on_process
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import undoing
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def mark_process_unread(ports: Ports, actor: Actor, operation: Operation, process_id: str) -> Reply:
    """-> ``{"version"}``. Raises NotFound, Forbidden, Refused ``already_unread``."""
    now = ports.now()
    return act_on_process(
        ports,
        actor,
        operation,
        process_id,
        Action.PROCESS_MARK_UNREAD,
        lambda process: undoing.mark_unread(process, actor, now),
    )
