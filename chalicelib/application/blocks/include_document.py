"""Put a document into a signing block (BLO-01)."""

from chalicelib.application.authorisation import allow_on_block, allow_on_document
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import BlockKey, DocumentKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import block_contents
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def include_document(
    ports: Ports, actor: Actor, operation: Operation, block_id: str, process_id: str, document_id: str
) -> Reply:
    """-> ``{"revision"}``. Raises NotFound, Forbidden, Refused as ``block_contents.include_document``."""
    now = ports.now()

    def attempt(work: Work) -> Reply:
        found, *loaded = work.load(
            BlockKey(block_id), ProcessKey(process_id), DocumentKey(process_id, document_id)
        )
        block = allow_on_block(actor, Action.BLOCK_FILL, found)
        process, document = allow_on_document(actor, Action.BLOCK_INCLUDE_DOCUMENT, *loaded)
        after, change = block_contents.include_document(block, process, document, actor, now)
        work.put_block(block, after)
        work.change_process(process, change)
        return {"revision": after.revision}

    return transact(lambda: ports.begin(operation), attempt)
