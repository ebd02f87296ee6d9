"""Delete an empty block (BLO-02)."""

from chalicelib.application.authorisation import allow_on_block
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import BlockKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.block_sharing import check_deletable
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def delete_block(ports: Ports, actor: Actor, operation: Operation, block_id: str) -> Reply:
    """Raises NotFound, Forbidden, Refused ``block_not_empty``, ``block_shared``, ``block_concluded``."""

    def attempt(work: Work) -> Reply:
        (found,) = work.load(BlockKey(block_id))
        block = allow_on_block(actor, Action.BLOCK_DELETE, found)
        check_deletable(block)
        work.delete_block(block)
        return {}

    return transact(lambda: ports.begin(operation), attempt)
