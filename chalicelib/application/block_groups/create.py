"""A new group of blocks of the unit (BLO-04)."""

from chalicelib.application.ports import Ports
from chalicelib.application.shelf import keep_on_shelf
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.block_group import BlockGroup, BlockGroupShelf, create_group
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def create_block_group(ports: Ports, actor: Actor, operation: Operation, name: str) -> Reply:
    """-> ``{"id", "revision"}``. Raises Forbidden, as ``block_group.create_group``."""
    group = BlockGroup(ports.identifier(), name, actor.user, ports.now())
    reply = {"id": group.id, "revision": group.revision}
    return keep_on_shelf(
        ports,
        actor,
        operation,
        Action.BLOCK_GROUP_KEEP,
        BlockGroupShelf(actor.unit),
        lambda kept: create_group(kept, group),
        reply,
    )
