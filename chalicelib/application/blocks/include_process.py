"""Put a process into a meeting or internal block (BLO-06, BLO-07)."""

from chalicelib.application.authorisation import allow_on_block, allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import BlockKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import block_contents
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def include_process(
    ports: Ports, actor: Actor, operation: Operation, block_id: str, process_id: str
) -> Reply:
    """-> ``{"revision"}``. Raises NotFound, Forbidden, Refused as ``block_contents.include_process``."""
    now = ports.now()

    def attempt(work: Work) -> Reply:
        found, loaded = work.load(BlockKey(block_id), ProcessKey(process_id))
        block = allow_on_block(actor, Action.BLOCK_FILL, found)
        process = allow_on_process(actor, Action.BLOCK_INCLUDE_PROCESS, loaded)
        after, change = block_contents.include_process(block, process, actor, now)
        work.put_block(block, after)
        work.change_process(process, change)
        return {"revision": after.revision}

    return transact(lambda: ports.begin(operation), attempt)
