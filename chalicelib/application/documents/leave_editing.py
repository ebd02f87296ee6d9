"""Stop writing on a draft, so that the next one need not wait (DOC-03)."""

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def leave_editing(ports: Ports, actor: Actor, process_id: str, document_id: str, editor: str) -> None:
    """Nothing happens when another editor holds it. Raises NotFound, Forbidden."""
    loaded = ports.reader.get(ProcessKey(process_id), DocumentKey(process_id, document_id))
    process, document = allow_on_document(actor, Action.DOCUMENT_EDIT, *loaded)
    ports.marks.left(process.id, document.id, editor)
