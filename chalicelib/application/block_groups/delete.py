"""Delete a group of blocks that holds none (BLO-04)."""

from chalicelib.application.ports import Ports
from chalicelib.application.shelf import keep_on_shelf
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.block_group import BlockGroupShelf, delete_group
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def delete_block_group(
    ports: Ports, actor: Actor, operation: Operation, group_id: str, expected: int
) -> Reply:
    """-> ``{"id"}``. Raises Forbidden, as ``block_group.delete_group``."""
    return keep_on_shelf(
        ports,
        actor,
        operation,
        Action.BLOCK_GROUP_KEEP,
        BlockGroupShelf(actor.unit),
        lambda kept: delete_group(kept, group_id, expected),
        {"id": group_id},
    )
