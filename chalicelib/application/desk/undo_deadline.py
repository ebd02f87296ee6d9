"""Take back one's own last change of the unit's deadline (TRA-11)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import organising
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .organising import organise_process


def undo_deadline(ports: Ports, actor: Actor, operation: Operation, process_id: str) -> Reply:
    """Raises as ``organise_process`` and ``organising.undo_deadline``."""
    now = ports.now()
    return organise_process(
        ports,
        actor,
        operation,
        process_id,
        Action.PROCESS_DEADLINE,
        lambda process, kept: (organising.undo_deadline(process, actor, now), kept),
    )
