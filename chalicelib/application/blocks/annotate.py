"""Note beside an item of a block (BLO-01)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import block_contents
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .acting import act_on_block


def annotate_item(
    ports: Ports, actor: Actor, operation: Operation, block_id: str, item_id: str, text: str
) -> Reply:
    """An empty text clears the note. Raises NotFound, Forbidden, Refused ``block_item_not_found``."""
    now = ports.now()
    return act_on_block(
        ports,
        actor,
        operation,
        block_id,
        Action.BLOCK_ANNOTATE,
        lambda block: block_contents.annotate(block, item_id, text, actor, now),
    )
