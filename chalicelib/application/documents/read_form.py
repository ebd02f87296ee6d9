"""A form's fields with what was answered, for the screen that fills them in (DOC-07)."""

import json

from chalicelib.application.audit.notebook import note_reading
from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.domain import content as contents
from chalicelib.domain.content_form import answers_of
from chalicelib.domain.document import Document
from chalicelib.domain.form import Answer, Form
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .answer_form import form_of_document


def read_form(
    ports: Ports, actor: Actor, process_id: str, document_id: str
) -> tuple[Document, Form, dict[str, Answer]]:
    """-> (document, fields, answers). Raises NotFound, Forbidden, Refused ``not_a_form``."""
    loaded = ports.reader.get(ProcessKey(process_id), DocumentKey(process_id, document_id))
    process, document = allow_on_document(actor, Action.DOCUMENT_EDIT, *loaded)
    note_reading(actor, Action.DOCUMENT_READ, process, document)
    form = form_of_document(ports, document)
    assert document.text is not None
    content = contents.parse(json.loads(ports.contents.get(document.text.key)))
    return document, form, answers_of(content) or {}
