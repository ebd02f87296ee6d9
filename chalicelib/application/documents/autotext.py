"""A standard text as it reads inside one document, to be inserted while writing (DOC-06)."""

import json
from collections.abc import Mapping
from typing import Any

from chalicelib.application.audit.notebook import note_reading
from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports
from chalicelib.application.references import DocumentKey, ProcessKey, StandardTextKey
from chalicelib.domain import content as contents
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .text import resolved


def read_autotext(
    ports: Ports, actor: Actor, process_id: str, document_id: str, text_id: str
) -> Mapping[str, Any]:
    """The content with this document's variables filled in.

    Raises NotFound, Forbidden; an inactive text is no longer there for who writes.
    """
    *loaded, text = ports.reader.get(
        ProcessKey(process_id), DocumentKey(process_id, document_id), StandardTextKey(actor.unit.id, text_id)
    )
    process, document = allow_on_document(actor, Action.DOCUMENT_EDIT, *loaded)
    note_reading(actor, Action.DOCUMENT_READ, process, document)
    if text is None or not text.active:
        raise NotFound("standard_text_not_found", "Este texto padrão não existe ou não está mais em uso.")
    content = contents.parse(json.loads(ports.contents.get(text.content_key)))
    return resolved(ports, process, document, content, ports.now()).tree
