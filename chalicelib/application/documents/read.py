"""Read a document, and the text of one of its versions (DOC-05, DOC-11, DOC-16)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from chalicelib.application.audit.notebook import note_reading
from chalicelib.application.authorisation import (
    NO_CONTEXT,
    allow_on_document,
    document_resource,
    subject,
)
from chalicelib.application.ports import Ports
from chalicelib.application.references import DocumentKey, ProcessKey, VersionKey
from chalicelib.domain import authenticating
from chalicelib.domain import content as contents
from chalicelib.domain.catalogue import Subject
from chalicelib.domain.content_page import page
from chalicelib.domain.document import Document, DocumentState
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action, Decision, decide, visible_actions
from chalicelib.domain.process import Process
from chalicelib.domain.signature import SignatureLevel
from chalicelib.domain.value import dataclass
from chalicelib.domain.version import Version

from .freezing import shown
from .rendition import render_model
from .signing_terms import minimum_level, signable


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document as its reader gets it: ``content`` and ``html`` are None when it may not be read or is a file."""

    process: Process
    document: Document
    readable: Decision
    content: Mapping[str, Any] | None
    html: str | None
    actions: Mapping[Action, Decision]
    classes: Sequence[Subject] = ()
    stamps: Sequence[str] = ()
    minimum: SignatureLevel = SignatureLevel.SIMPLE


def read_document(ports: Ports, actor: Actor, process_id: str, document_id: str) -> ReadDocument:
    """The document for the viewer; reading a signed one from another unit turns its pen black (DOC-11).

    Raises NotFound when the node itself is invisible.
    """
    loaded = ports.reader.get(ProcessKey(process_id), DocumentKey(process_id, document_id))
    process, document = allow_on_document(actor, Action.DOCUMENT_SEE_NODE, *loaded)
    resource = document_resource(process, document)
    readable = decide(subject(actor), Action.DOCUMENT_READ, resource)
    content, html = None, None
    # Who may not read it is shown what the tree says of it.
    note_reading(actor, Action.DOCUMENT_READ if readable.allowed else Action.PROCESS_SEE, process, document)
    if readable.allowed:
        document = seen_by(ports, actor, document)
        if document.text:
            content, html = shown(ports, process, document)
    actions = visible_actions(subject(actor), document_resource(process, document), NO_CONTEXT)
    if Action.DOCUMENT_SIGN in actions:
        actions[Action.DOCUMENT_SIGN] = signable(ports, document, actions[Action.DOCUMENT_SIGN])
    classes = _classes(ports, process, document)
    stamps = authenticating.stamps(document, str(ports.catalogues.tenant().get("founding_norm", "")))
    minimum = minimum_level(ports, document)
    return ReadDocument(process, document, readable, content, html, actions, classes, stamps, minimum)


def _classes(ports: Ports, process: Process, document: Document) -> Sequence[Subject]:
    """The classes that rule how long a digitized document is kept: its own, else the process's (DOC-08)."""
    if document.metadata.digitization is None:
        return ()
    named = document.metadata.subjects or process.registration.subjects
    plan = ports.catalogues.subjects()
    return tuple(plan.get(one.code, Subject(one.code, one.name)) for one in named)


def seen_by(ports: Ports, actor: Actor, document: Document) -> Document:
    """The document after the actor saw its content; drafts are never seen elsewhere."""
    final = document.state in (DocumentState.SIGNED, DocumentState.FILED)
    if document.seen_elsewhere or actor.unit.id == document.unit.id or not final:
        return document
    ports.marks.seen(document)
    return replace(document, seen_elsewhere=True)


def list_versions(
    ports: Ports, actor: Actor, process_id: str, document_id: str
) -> tuple[Document, Sequence[Version]]:
    """The kept versions, newest first (DOC-05). Raises NotFound, Forbidden."""
    loaded = ports.reader.get(ProcessKey(process_id), DocumentKey(process_id, document_id))
    _, document = allow_on_document(actor, Action.DOCUMENT_READ_VERSIONS, *loaded)
    return document, ports.reader.versions(process_id, document_id)


def read_version(
    ports: Ports, actor: Actor, process_id: str, document_id: str, number: int
) -> tuple[Mapping[str, Any], str]:
    """-> (content, html) of one version. Raises NotFound, Forbidden."""
    *loaded, version = ports.reader.get(
        ProcessKey(process_id),
        DocumentKey(process_id, document_id),
        VersionKey(process_id, document_id, number),
    )
    process, document = allow_on_document(actor, Action.DOCUMENT_READ_VERSIONS, *loaded)
    if version is None:
        raise NotFound("version_not_found", "Esta versão não existe.")
    content = json.loads(ports.contents.get(version.content_key))
    unsigned = replace(document, signatures=(), state=DocumentState.DRAFT)
    return content, page(render_model(ports, process, unsigned, contents.parse(content)))
