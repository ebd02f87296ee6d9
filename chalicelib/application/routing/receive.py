"""Receive a process that arrived, or see what is new in it (TRA-02, TRA-14)."""

from chalicelib.application.ports import Ports
from chalicelib.application.processes.acting import act_on_process
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import handling
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def receive_process(ports: Ports, actor: Actor, operation: Operation, process_id: str) -> Reply:
    """Raises NotFound, Forbidden, Refused ``process_already_received``."""
    now = ports.now()
    return act_on_process(
        ports,
        actor,
        operation,
        process_id,
        Action.PROCESS_RECEIVE,
        lambda process: handling.receive(process, actor, now),
    )
