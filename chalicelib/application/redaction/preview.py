"""How a text will read without the marked passages, before anything is made (LAI, art. 7º, § 2º)."""

from chalicelib.application.audit.notebook import note_reading
from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.domain.content_page import page
from chalicelib.domain.errors import Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.redaction import Marks, check_marks, check_source

from .signed_text import concealed_model, lines

UNCHOSEN = "a informar"


def preview_redaction(
    ports: Ports, actor: Actor, process_id: str, document_id: str, digest: str, marks: Marks
) -> str:
    """The page, as HTML. Raises what ``ask_redaction`` raises, and Refused ``no_preview`` for a file."""
    loaded = ports.reader.get(ProcessKey(process_id), DocumentKey(process_id, document_id))
    process, document = allow_on_document(actor, Action.DOCUMENT_REDACT, *loaded)
    note_reading(actor, Action.DOCUMENT_READ, process, document)
    check_source(document, digest)
    if document.text is None:
        raise Refused("no_preview", "A cópia de um arquivo é vista nas próprias páginas marcadas.")
    check_marks(marks, document, lines(ports, document))
    return page(concealed_model(ports, process, document, marks, UNCHOSEN))
