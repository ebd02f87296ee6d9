"""The text of a document that serves as the model of others, by its number (DOC-01, DOC-09)."""

import json

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports
from chalicelib.application.references import ProcessKey
from chalicelib.domain import content as contents
from chalicelib.domain.content import Content
from chalicelib.domain.errors import FieldError, InvalidRequest, NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .read import seen_by


def model_text(ports: Ports, actor: Actor, number: str | None) -> Content:
    """The text of the document used as a model; one must be able to read it, and has then read it (DOC-11)."""
    found = ports.reader.document_of_number((number or "").strip().zfill(7))
    unknown = InvalidRequest(
        FieldError("initial_text.reference", "document_unknown", "Não há documento interno com este número.")
    )
    if found is None or found.text is None:
        raise unknown
    (process,) = ports.reader.get(ProcessKey(found.process))
    try:
        allow_on_document(actor, Action.DOCUMENT_READ, process, found)
    except NotFound:
        raise unknown from None
    seen_by(ports, actor, found)
    return contents.parse(json.loads(ports.contents.get(found.text.key)))
