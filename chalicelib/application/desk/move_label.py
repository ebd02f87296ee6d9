"""Move a process from one column of the board to another: one label in the place of another (TRA-09)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import organising
from chalicelib.domain.arrangement import Arrangement, label_in_use
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process

from .organising import organise_process


def move_label(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    process_id: str,
    origin: str | None,
    destination: str | None,
) -> Reply:
    """None is the column of those without a label. Raises as ``organise_process`` and ``organising.move_label``."""
    now = ports.now()

    def act(process: Process, kept: Arrangement) -> tuple[organising.Organised, Arrangement]:
        done = organising.move_label(process, actor, kept, origin, destination, now)
        return done, label_in_use(kept, destination) if destination else kept

    return organise_process(ports, actor, operation, process_id, Action.PROCESS_LABEL, act)
