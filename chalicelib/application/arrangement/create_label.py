"""A new label of the unit (TRA-09)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import arrangement
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .arranging import arrange


def create_label(
    ports: Ports, actor: Actor, operation: Operation, name: str, colour: arrangement.Colour
) -> Reply:
    """-> ``{"id", "version"}``. Raises as ``arrange`` and ``arrangement.create_label``."""
    made = ports.identifier()
    return arrange(
        ports,
        actor,
        operation,
        Action.UNIT_ARRANGE,
        actor.unit.id,
        lambda kept: arrangement.create_label(kept, made, name, colour),
        {"id": made},
    )
