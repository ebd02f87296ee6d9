"""Which documents' comments somebody may read: those of drafts only where the process passed (PRO-25)."""

from chalicelib.application.authorisation import document_resource, process_resource, subject
from chalicelib.application.ports import Ports
from chalicelib.application.references import DocumentKey
from chalicelib.domain.document import Document, DocumentState
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action, decide
from chalicelib.domain.process import Process


def hidden_documents(ports: Ports, actor: Actor, process: Process, documents: set[str]) -> set[str]:
    """Those of ``documents`` whose comments are not for the actor; one that is gone hides its own."""
    if not documents:
        return set()
    found = ports.reader.get(*(DocumentKey(process.id, each) for each in sorted(documents)))
    readable = {each.id for each in found if each is not None and comments_open(actor, process, each)}
    return documents - readable


def comments_open(actor: Actor, process: Process, document: Document) -> bool:
    """Of a draft: the units where the process passed. Of anything else: who may see the document."""
    if document.state is DocumentState.DRAFT and actor.unit.id not in process.presences:
        return document.unit.id == actor.unit.id
    resource = document_resource(process, document, process_resource(process))
    return decide(subject(actor), Action.DOCUMENT_SEE_NODE, resource).allowed
