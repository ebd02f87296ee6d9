"""Delete a label that was never used (TRA-09)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import arrangement
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .arranging import arrange


def delete_label(ports: Ports, actor: Actor, operation: Operation, label: str) -> Reply:
    """Raises as ``arrange`` and ``arrangement.delete_label``."""
    return arrange(
        ports,
        actor,
        operation,
        Action.UNIT_ARRANGE,
        actor.unit.id,
        lambda kept: arrangement.delete_label(kept, label),
    )
