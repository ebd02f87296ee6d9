"""What passages are marked on: the text that was signed, line by line, or the file itself."""

from collections.abc import Sequence

from chalicelib.application.audit.notebook import note_reading
from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.domain.content_concealing import Line, lines_of
from chalicelib.domain.document import Document
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.redaction import source_digest
from chalicelib.domain.value import dataclass

from .signed_text import signed_content


@dataclass(frozen=True, slots=True)
class Source:
    """``lines`` is empty for a file, whose pages are marked instead."""

    document: Document
    digest: str
    lines: Sequence[Line]


def read_source(ports: Ports, actor: Actor, process_id: str, document_id: str) -> Source:
    """Raises NotFound, Forbidden, Refused ``not_redactable``, ContentAltered."""
    loaded = ports.reader.get(ProcessKey(process_id), DocumentKey(process_id, document_id))
    process, document = allow_on_document(actor, Action.DOCUMENT_REDACT, *loaded)
    note_reading(actor, Action.DOCUMENT_READ, process, document)
    digest = source_digest(document)
    return Source(document, digest, lines_of(signed_content(ports, document)) if document.text else ())
