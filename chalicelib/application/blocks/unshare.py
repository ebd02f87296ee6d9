"""Take a shared block back (BLO-02)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import block_sharing
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .acting import move_block


def unshare_block(ports: Ports, actor: Actor, operation: Operation, block_id: str) -> Reply:
    """Raises NotFound, Forbidden, Refused as ``block_sharing.unshare``."""
    now = ports.now()
    return move_block(
        ports,
        actor,
        operation,
        block_id,
        Action.BLOCK_UNSHARE,
        lambda block, processes: block_sharing.unshare(block, processes, actor, now),
    )
