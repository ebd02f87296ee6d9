"""Take a label off a process (TRA-09)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import organising
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .organising import organise_process


def detach_label(ports: Ports, actor: Actor, operation: Operation, process_id: str, label: str) -> Reply:
    """Raises as ``organise_process`` and ``organising.detach_label``."""
    now = ports.now()
    return organise_process(
        ports,
        actor,
        operation,
        process_id,
        Action.PROCESS_LABEL,
        lambda process, kept: (organising.detach_label(process, actor, kept, label, now), kept),
    )
