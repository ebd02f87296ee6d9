"""Put a label on a process, or change what is written beside it (TRA-09)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import organising
from chalicelib.domain.arrangement import Arrangement, label_in_use
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process

from .organising import organise_process


def attach_label(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, label: str, text: str
) -> Reply:
    """Raises as ``organise_process``, ``label_in_use`` and ``organising.attach_label``."""
    now = ports.now()

    def act(process: Process, kept: Arrangement) -> tuple[organising.Organised, Arrangement]:
        done = organising.attach_label(process, actor, kept, label, text, now)
        return done, label_in_use(kept, label)

    return organise_process(ports, actor, operation, process_id, Action.PROCESS_LABEL, act)
