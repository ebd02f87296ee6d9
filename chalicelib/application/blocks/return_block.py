"""Give a received block back, saying why (BLO-02)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import block_sharing
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .acting import move_block


def return_block(ports: Ports, actor: Actor, operation: Operation, block_id: str, reason: str) -> Reply:
    """Raises NotFound, Forbidden, Refused ``block_not_received``."""
    now = ports.now()
    return move_block(
        ports,
        actor,
        operation,
        block_id,
        Action.BLOCK_RETURN,
        lambda block, processes: block_sharing.give_back(block, processes, actor, reason, now),
    )
