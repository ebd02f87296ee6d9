"""Delete an empty block (BLO-02), which leaves its group (BLO-04)."""

from chalicelib.application.authorisation import allow_on_block
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import BlockGroupsKey, BlockKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.block_sharing import check_deletable
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .grouping import regroup_block


def delete_block(ports: Ports, actor: Actor, operation: Operation, block_id: str) -> Reply:
    """Raises NotFound, Forbidden, Refused ``block_not_empty``, ``block_shared``, ``block_concluded``."""

    def attempt(work: Work) -> Reply:
        found, groups = work.load(BlockKey(block_id), BlockGroupsKey(actor.unit.id))
        block = allow_on_block(actor, Action.BLOCK_DELETE, found)
        check_deletable(block)
        work.delete_block(block)
        regroup_block(work, groups, actor.unit, block.group, "")
        return {}

    return transact(lambda: ports.begin(operation), attempt)
