"""Enviar correspondência eletrônica (DOC-22): the document of the e-mail and the e-mail, in one transaction."""

from collections.abc import Sequence
from dataclasses import replace

from chalicelib.application.authorisation import allow_on_document, allow_on_process
from chalicelib.application.documents.create import check_room
from chalicelib.application.documents.numbering import document_number, identifier_in
from chalicelib.application.documents.pdf import current
from chalicelib.application.documents.text import resolved, store_text
from chalicelib.application.mailing.automatic import check_mail_available
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, ProcessKey, RenditionKey, UploadKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import correspondence, filing
from chalicelib.domain.correspondence import Letter
from chalicelib.domain.document import Document
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.identity import Actor
from chalicelib.domain.mail import Attachment
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process
from chalicelib.domain.value import dataclass
from chalicelib.domain.version import Rendition

from .prepare import most_megabytes


@dataclass(frozen=True, slots=True)
class EmailForm:
    """The dialog: what was written, which documents of the process go with it and which files from the computer."""

    letter: Letter
    documents: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


def send_email(ports: Ports, actor: Actor, operation: Operation, process_id: str, form: EmailForm) -> Reply:
    """-> ``{"id", "number"}`` of the document. The e-mail leaves right after; its document tells what became of it.

    Raises NotFound, Forbidden, Refused ``email_unavailable``, InvalidRequest and Refused as in ``correspondence``,
    Unavailable when a PDF to be attached cannot be made.
    """
    now, number, unique = ports.now(), "", ports.identifier()
    unit = ports.catalogues.units()[actor.unit.id]
    attachments = _attachments(ports, actor, process_id, form)
    sent = now.astimezone(ports.zone).strftime("%d/%m/%Y às %H:%M")
    page = correspondence.email_page(form.letter, sent, [attachment.name for attachment in attachments])

    def attempt(work: Work) -> Reply:
        nonlocal number
        found, *documents = work.load(
            ProcessKey(process_id), *(DocumentKey(process_id, each) for each in form.documents)
        )
        process = allow_on_process(actor, Action.PROCESS_MAIL, found)
        attached = [_attachable(actor, process, document) for document in documents]
        check_room(process)
        number = number or document_number(ports)
        identity = (identifier_in(process.document_count + 1, unique), number)
        document = correspondence.email_document(process, actor, identity, form.letter, attached, now)
        text = store_text(ports, resolved(ports, process, document, page, now))
        document = replace(document, text=text)
        work.put_document(None, document)
        work.put_mail(None, correspondence.mail_of(document, actor, form.letter, unit.name, attachments))
        work.change_process(process, filing.include(process, actor, document, now))
        return {"id": document.id, "number": document.number}

    return transact(lambda: ports.begin(operation), attempt)


def _attachments(ports: Ports, actor: Actor, process_id: str, form: EmailForm) -> Sequence[Attachment]:
    """Everything that may be refused, before anything is rendered. PDFs of what was signed, files as they came."""
    places = [(DocumentKey(process_id, each), RenditionKey(process_id, each)) for each in form.documents]
    files = [UploadKey(process_id, each) for each in form.files]
    wanted = (ProcessKey(process_id), *files, *(key for place in places for key in place))
    found, *everything = ports.reader.get(*wanted)
    uploads, loaded = everything[: len(files)], everything[len(files) :]
    process = allow_on_process(actor, Action.PROCESS_MAIL, found)
    check_mail_available(ports)
    correspondence.check_letter(form.letter, ports.catalogues.units()[actor.unit.id].mailboxes)
    pairs = [(_attachable(actor, process, loaded[n]), loaded[n + 1]) for n in range(0, len(loaded), 2)]
    sent = [correspondence.attached_file(upload, actor) for upload in uploads]
    made = [*(_attachment(ports, document, rendition) for document, rendition in pairs), *sent]
    correspondence.check_weight(made, most_megabytes(ports))
    return made


def _attachable(actor: Actor, process: Process, document: Document | None) -> Document:
    if document is None:
        message = "Um dos documentos escolhidos não existe mais neste processo. Atualize a página."
        raise InvalidRequest(FieldError("documents", "document_unknown", message))
    correspondence.check_attachable(document)
    allow_on_document(actor, Action.DOCUMENT_READ, process, document)
    return document


def _attachment(ports: Ports, document: Document, rendition: Rendition | None) -> Attachment:
    if document.file:
        file = document.file
        return Attachment(file.name, file.media_type, file.size, file.key, document.id)
    made = current(ports, document, rendition)
    return Attachment(
        f"{document.label}.pdf".replace("/", "-"), "application/pdf", made.size, made.key, document.id
    )
