"""Rename, recolour, deactivate or reactivate a label of the unit (TRA-09)."""


from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import arrangement
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass

from .arranging import arrange


@dataclass(frozen=True, slots=True)
class LabelChanges:
    """What is None stays as it is."""

    name: str | None = None
    colour: arrangement.Colour | None = None
    active: bool | None = None


def change_label(ports: Ports, actor: Actor, operation: Operation, label: str, wanted: LabelChanges) -> Reply:
    """Raises as ``arrange`` and ``arrangement.change_label``."""
    return arrange(
        ports,
        actor,
        operation,
        Action.UNIT_ARRANGE,
        actor.unit.id,
        lambda kept: arrangement.change_label(kept, label, wanted.name, wanted.colour, wanted.active),
    )
