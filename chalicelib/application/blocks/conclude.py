"""Put a block away (BLO-02)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import block_sharing
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .acting import move_block


def conclude_block(ports: Ports, actor: Actor, operation: Operation, block_id: str) -> Reply:
    """Raises NotFound, Forbidden, Refused as ``block_sharing.conclude``."""
    now = ports.now()
    return move_block(
        ports,
        actor,
        operation,
        block_id,
        Action.BLOCK_CONCLUDE,
        lambda block, processes: block_sharing.conclude(block, processes, actor, now),
    )
