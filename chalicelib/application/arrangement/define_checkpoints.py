"""The phases of a unit's processes, as the administration defines them (TRA-12)."""

from collections.abc import Sequence

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import arrangement
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .arranging import arrange


def define_checkpoints(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    unit: str,
    wanted: Sequence[arrangement.Checkpoint],
) -> Reply:
    """In the order given; one without an id is new. Raises as ``arrange`` and ``arrangement.define_checkpoints``."""
    if unit not in ports.catalogues.units():
        raise NotFound()
    identifiers = [ports.identifier() for each in wanted if not each.id]
    return arrange(
        ports,
        actor,
        operation,
        Action.CHECKPOINT_DEFINE,
        unit,
        lambda kept: arrangement.define_checkpoints(kept, wanted, identifiers),
    )
