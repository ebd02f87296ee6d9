"""The unit's blocks of one kind, own and received, or those of one group (BLO-02, BLO-04)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Page, Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.in_block import BlockKind
from chalicelib.domain.policy import Action


def list_blocks(
    ports: Ports, actor: Actor, kind: BlockKind, concluded: bool, cursor: str | None, group: str = ""
) -> Page:
    """A page of ``BlockRow``, newest first. Raises Forbidden, InvalidRequest ``invalid_cursor``."""
    allow(actor, Action.BLOCK_LIST)
    return ports.reader.blocks(actor.unit.id, kind, concluded, cursor, group)
