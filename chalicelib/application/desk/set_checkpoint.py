"""Say which phase a process is in, or that it is in none (TRA-12)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import organising
from chalicelib.domain.arrangement import Arrangement, checkpoint_in_use
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process

from .organising import organise_process


def set_checkpoint(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, checkpoint: str | None
) -> Reply:
    """None takes it out of any. Raises as ``organise_process``, ``checkpoint_in_use`` and ``organising``'s own."""
    now = ports.now()

    def act(process: Process, kept: Arrangement) -> tuple[organising.Organised, Arrangement]:
        if checkpoint is None:
            return organising.remove_checkpoint(process, actor, kept, now), kept
        done = organising.set_checkpoint(process, actor, kept, checkpoint, now)
        return done, checkpoint_in_use(kept, checkpoint)

    return organise_process(ports, actor, operation, process_id, Action.PROCESS_CHECKPOINT, act)
