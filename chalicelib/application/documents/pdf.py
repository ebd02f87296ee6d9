"""The PDF of an authored document (DOC-23): made once for each state of it, then served as those bytes."""

import json
from collections.abc import Callable
from datetime import datetime

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports
from chalicelib.application.references import DocumentKey, ProcessKey, RenditionKey
from chalicelib.domain import content as contents
from chalicelib.domain.document import Document
from chalicelib.domain.errors import NotFound, Refused
from chalicelib.domain.frozen import is_current
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process
from chalicelib.domain.rendition import RenderModel
from chalicelib.domain.version import Rendition

from .freezing import frozen_package
from .read import seen_by
from .rendition import render_model

MEDIA_TYPE = "application/pdf"


def link_pdf(ports: Ports, actor: Actor, process_id: str, document_id: str) -> tuple[str, datetime]:
    """-> (address, until when). Raises NotFound, Forbidden, Refused ``no_pdf`` for files, Unavailable."""
    process, document, rendition = ports.reader.get(
        ProcessKey(process_id), DocumentKey(process_id, document_id), RenditionKey(process_id, document_id)
    )
    process, document = allow_on_document(actor, Action.DOCUMENT_READ, process, document)
    if document.text is None:
        raise Refused("no_pdf", "Este documento é um arquivo: baixe-o como foi enviado.")
    seen_by(ports, actor, document)
    rendition = current(ports, document, rendition)
    name = f"{document.label}.pdf"
    return ports.contents.link(rendition.key, name, MEDIA_TYPE, True, rendition.object_version)


def current(ports: Ports, document: Document, rendition: Rendition | None) -> Rendition:
    """The PDF of the document as it is now, made by the rendering function if there is none."""
    if rendition and is_current(rendition, document):
        return rendition
    return ports.renderer.pdf(document.process, document.id)


def render_document(
    ports: Ports, typeset: Callable[[RenderModel], bytes], process_id: str, document_id: str
) -> Rendition:
    """What the rendering function does: typeset, store, remember; the second time, only remember.

    Raises NotFound when there is no such authored document.
    """
    process, document, rendition = ports.reader.get(
        ProcessKey(process_id), DocumentKey(process_id, document_id), RenditionKey(process_id, document_id)
    )
    if process is None or document is None or document.text is None:
        raise NotFound()
    if rendition and is_current(rendition, document):
        made: Rendition = rendition
        return made
    made = _make(ports, typeset, process, document)
    ports.marks.rendered(made)
    return made


def _make(
    ports: Ports, typeset: Callable[[RenderModel], bytes], process: Process, document: Document
) -> Rendition:
    assert document.text is not None
    place = (document.process, document.id, document.revision)
    package = frozen_package(ports, document)
    if package and document.frozen:
        data = typeset(package.model)
        locked = ports.contents.freeze(data, MEDIA_TYPE)
        return Rendition(
            *place,
            locked.key,
            locked.sha256,
            len(data),
            ports.now(),
            frozen=document.frozen.sha256,
            object_version=locked.object_version,
        )
    content = contents.parse(json.loads(ports.contents.get(document.text.key)))
    data = typeset(render_model(ports, process, document, content))
    key, digest = ports.contents.put(data, MEDIA_TYPE)
    return Rendition(*place, key, digest, len(data), ports.now())
