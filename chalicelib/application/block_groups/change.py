"""Rename a group of blocks, deactivate it or take it up again (BLO-04)."""

from chalicelib.application.ports import Ports
from chalicelib.application.shelf import keep_on_shelf
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.block_group import BlockGroup, BlockGroupShelf, change_group
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class BlockGroupForm:
    """What the dialog says now."""

    name: str
    active: bool


def change_block_group(
    ports: Ports, actor: Actor, operation: Operation, group_id: str, expected: int, form: BlockGroupForm
) -> Reply:
    """-> ``{"id", "revision"}``. Raises Forbidden, as ``block_group.change_group``."""
    group = BlockGroup(group_id, form.name, actor.user, ports.now(), form.active)
    reply = {"id": group_id, "revision": expected + 1}
    return keep_on_shelf(
        ports,
        actor,
        operation,
        Action.BLOCK_GROUP_KEEP,
        BlockGroupShelf(actor.unit),
        lambda kept: change_group(kept, group, expected),
        reply,
    )
