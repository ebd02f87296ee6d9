"""Take an item out of a block (BLO-01, BLO-06, BLO-07)."""

from chalicelib.application.authorisation import allow_on_block
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import BlockKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import block_contents
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def remove_item(ports: Ports, actor: Actor, operation: Operation, block_id: str, item_id: str) -> Reply:
    """-> ``{"revision"}``. Raises NotFound, Forbidden, Refused ``block_item_not_found``, ``block_shared``,
    ``block_concluded``.
    """
    now = ports.now()

    def attempt(work: Work) -> Reply:
        (found,) = work.load(BlockKey(block_id))
        block = allow_on_block(actor, Action.BLOCK_FILL, found)
        (process,) = work.load(ProcessKey(block.item(item_id).process))
        after, change = block_contents.remove(block, process, item_id, actor, now)
        work.put_block(block, after)
        work.change_process(process, change)
        return {"revision": after.revision}

    return transact(lambda: ports.begin(operation), attempt)
