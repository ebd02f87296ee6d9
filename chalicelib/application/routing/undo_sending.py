"""Desfazer o envio: until a destination receives it (TRA-01)."""

from chalicelib.application.ports import Ports
from chalicelib.application.processes.acting import act_on_process
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import undoing
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def undo_sending(ports: Ports, actor: Actor, operation: Operation, process_id: str, routing_id: str) -> Reply:
    """Undo the whole sending that ``routing_id`` is part of; -> ``{"version"}``.

    Raises NotFound, Forbidden, Refused as ``undoing.undo_sending``.
    """
    now = ports.now()
    return act_on_process(
        ports,
        actor,
        operation,
        process_id,
        Action.PROCESS_UNDO_SENDING,
        lambda process: undoing.undo_sending(process, actor, routing_id, now),
    )
