"""Include an authored document: a draft with the first text of its model (DOC-01, DOC-03, DOC-04)."""

import json
from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.blocks.new_documents import taken_in
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import BlockKey, Key, ProcessKey, StandardTextKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import content as contents
from chalicelib.domain import filing
from chalicelib.domain.block import Block
from chalicelib.domain.catalogue import DocumentType
from chalicelib.domain.content import Content
from chalicelib.domain.content_form import with_answers
from chalicelib.domain.content_images import under_other_uploads
from chalicelib.domain.document import Document, DocumentState, Kind
from chalicelib.domain.errors import FieldError, InvalidRequest, Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.mail_merge import filled
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Named, Process
from chalicelib.domain.value import dataclass
from chalicelib.domain.version import Version

from .blank import BLANK
from .images import keep_pictures, other_uploads
from .metadata import MetadataForm, checked_metadata, levels_in, offered_type
from .model_text import model_text
from .numbering import document_number, identifier_in, type_counter, type_number
from .text import resolved, store_text


@dataclass(frozen=True, slots=True)
class DraftForm:
    """The screen of DOC-01.

    ``initial_text`` is ``template``, ``none``, ``document`` or ``standard_text``; the last two need ``reference``: a
    document's number, a standard text's id. ``block`` is the signing block that it goes into at once, if any.
    """

    type: str
    metadata: MetadataForm
    initial_text: str = "template"
    reference: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    block: str = ""


def create_draft(ports: Ports, actor: Actor, operation: Operation, process_id: str, form: DraftForm) -> Reply:
    """Create a draft; -> ``{"id", "number"}``.

    Raises NotFound, Forbidden, InvalidRequest per field, Refused ``process_suspended`` …, ``process_full`` and as
    ``block_contents.include_document``.
    """
    kind = offered_type(ports.catalogues, form.type, Kind.AUTHORED, actor)
    now = ports.now()
    first = under_other_uploads(_first_content(ports, actor, kind, form), other_uploads(ports))
    counter = type_counter(ports, actor, kind, now)
    number: list[str] = []
    unique = ports.identifier()

    def attempt(work: Work) -> Reply:
        blocks = [BlockKey(form.block)] if form.block else []
        wanted: list[Key] = [ProcessKey(process_id), *form.metadata.contacts, *blocks, *([counter] if counter else [])]
        loaded: list[Any] = list(work.load(*wanted))
        taken = loaded.pop() if counter else 0
        into = [loaded.pop()] if blocks else []
        process = allow_on_process(actor, Action.DOCUMENT_CREATE, loaded[0])
        check_room(process)
        levels = levels_in(ports.catalogues, process)
        if not number:
            number.append(document_number(ports))
        sequence = work.take(counter, taken) if counter else 0
        document = Document(
            id=identifier_in(process.document_count + 1, unique),
            process=process.id,
            number=number[0],
            order=process.document_count + 1,
            kind=Kind.AUTHORED,
            type=Named(kind.code, kind.name),
            state=DocumentState.DRAFT,
            unit=actor.unit,
            author=actor.user,
            created_at=now,
            metadata=checked_metadata(form.metadata, kind, loaded[1:], ports.catalogues, levels=levels),
            type_number=type_number(ports, kind, sequence, now) if counter else None,
            version=1,
            revision=1,
            edited_by=actor.user,
            edited_at=now,
            version_opened_at=now,
        )
        return _write(ports, actor, work, (process, document), first, into)

    return transact(lambda: ports.begin(operation), attempt)


def _write(
    ports: Ports, actor: Actor, work: Work, place: tuple[Process, Document], first: Content, into: list[Block | None]
) -> Reply:
    process, document = place
    now = document.created_at
    keep_pictures(ports, work, document, first)
    text = store_text(ports, resolved(ports, process, document, first, now))
    document = replace(document, text=text)
    work.put_document(None, document)
    work.put_version(Version(process.id, document.id, 1, text.key, text.digest, actor.user, now))
    change = filing.include(process, actor, document, now)
    for block in into:
        change = taken_in(work, actor, block, change, document)
    work.change_process(process, change)
    return {"id": document.id, "number": document.number}


def check_room(process: Process, documents: int = 1) -> None:
    """Raises Refused ``process_full``: the tree's order has five digits."""
    if process.document_count + documents > filing.MAXIMUM_DOCUMENTS:
        raise Refused(
            "process_full", "O processo chegou ao limite de documentos. Inicie outro e relacione-os."
        )


def _first_content(ports: Ports, actor: Actor, kind: DocumentType, form: DraftForm) -> Content:
    template = ports.catalogues.template(kind.code) if kind.has_template else None
    content = contents.from_template(template or BLANK)
    fields = ports.catalogues.form(kind.code)
    if fields is not None:
        return with_answers(content, fields, {})
    if form.initial_text == "none":
        return contents.emptied(content)
    if form.initial_text == "document":
        # What the model said of itself (number, date, addressees) the new one says of its own.
        written = contents.from_template(model_text(ports, actor, form.reference))
        return filled(contents.with_body_of(content, written), form.fields)
    if form.initial_text == "standard_text":
        return contents.with_body_of(content, _standard_text(ports, actor, form))
    return content


def _standard_text(ports: Ports, actor: Actor, form: DraftForm) -> Content:
    """A text of the unit, in use (DOC-06)."""
    (found,) = ports.reader.get(StandardTextKey(actor.unit.id, form.reference or "-"))
    if found is None or not found.active:
        raise InvalidRequest(
            FieldError(
                "initial_text.text", "standard_text_unknown", "Escolha um texto padrão em uso na unidade."
            )
        )
    return contents.parse(json.loads(ports.contents.get(found.content_key)))
