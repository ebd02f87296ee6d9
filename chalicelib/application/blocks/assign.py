"""Put the unit's side of a block in somebody's hands, or nobody's (BLO-04)."""

from chalicelib.application.organisation.colleague import colleague
from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import block_contents
from chalicelib.domain.block import Block
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .acting import act_on_block


def assign_block(ports: Ports, actor: Actor, operation: Operation, block_id: str, user: str | None) -> Reply:
    """Raises NotFound, Forbidden, Refused ``user_not_in_unit``."""
    now = ports.now()

    def act(block: Block) -> Block:
        return block_contents.assign(block, actor.unit.id, colleague(ports, actor, user), now)

    return act_on_block(ports, actor, operation, block_id, Action.BLOCK_ASSIGN, act)
