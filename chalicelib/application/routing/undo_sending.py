"""Desfazer o envio: until a destination receives it (TRA-01)."""

from chalicelib.application.ports import Ports
from chalicelib.application.processes.acting import act_on_process
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import undoing
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Change, Process


def undo_sending(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, routing_id: str | None
) -> Reply:
    """Undo the whole sending that ``routing_id`` is part of, or else the unit's last; -> ``{"version"}``.

    Raises NotFound, Forbidden, Refused as ``undoing.undo_sending``, ``undoing.undo_last_sending``.
    """
    now = ports.now()

    def act(process: Process) -> Change:
        if routing_id is None:
            return undoing.undo_last_sending(process, actor, now)
        return undoing.undo_sending(process, actor, routing_id, now)

    return act_on_process(
        ports,
        actor,
        operation,
        process_id,
        Action.PROCESS_UNDO_SENDING,
        act,
    )
