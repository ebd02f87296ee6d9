"""Cancel a document (DOC-17, features.md §1.2)."""

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import document as documents
from chalicelib.domain import filing
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.trash import discarded


def cancel_document(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, document_id: str, reason: str
) -> Reply:
    """Close the content and keep the node, with the reason in the history. Raises NotFound, Forbidden."""
    now = ports.now()

    def attempt(work: Work) -> Reply:
        loaded = work.load(ProcessKey(process_id), DocumentKey(process_id, document_id))
        process, document = allow_on_document(actor, Action.DOCUMENT_CANCEL, *loaded)
        cancelled, facts = documents.cancel(document, reason)
        work.put_document(document, cancelled)
        work.put_discarded(None, discarded(document, process.nup, actor, now, cancelled=True))
        changed = work.change_process(process, filing.record(process, actor, facts, now))
        return {"version": changed.n}

    return transact(lambda: ports.begin(operation), attempt)
