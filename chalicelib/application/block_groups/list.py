"""The groups of blocks of the unit (BLO-04)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.references import BlockGroupsKey
from chalicelib.domain.block_group import BlockGroup
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def list_block_groups(ports: Ports, actor: Actor) -> Sequence[BlockGroup]:
    """By name, those in use first. Raises Forbidden."""
    allow(actor, Action.BLOCK_LIST)
    (shelf,) = ports.reader.get(BlockGroupsKey(actor.unit.id))
    return shelf.sorted if shelf else ()
