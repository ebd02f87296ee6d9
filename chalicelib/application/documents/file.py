"""Include an uploaded document: an inspected file becomes part of the process (DOC-08)."""

from dataclasses import replace

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ProcessKey, UploadKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import filing
from chalicelib.domain.document import Document, DocumentState, File, Kind
from chalicelib.domain.errors import FieldError, InvalidRequest, Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Named
from chalicelib.domain.upload import Upload, UploadState
from chalicelib.domain.value import dataclass

from .create import check_room
from .metadata import MetadataForm, check_filed, checked_metadata, levels_in, offered_type
from .numbering import document_number, identifier_in


@dataclass(frozen=True, slots=True)
class FilingForm:
    """The screen of DOC-08: which upload, of which type, described how."""

    upload: str
    type: str
    metadata: MetadataForm


def file_document(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, form: FilingForm
) -> Reply:
    """Include the file; -> ``{"id", "number"}``.

    Raises NotFound, Forbidden, InvalidRequest per field, Refused ``upload_waiting``, ``upload_refused`` or
    ``process_suspended`` ….
    """
    kind = offered_type(ports.catalogues, form.type, Kind.UPLOADED, actor)
    now = ports.now()
    check_filed(form.metadata, now.astimezone(ports.zone).date())
    number: list[str] = []
    unique = ports.identifier()

    def attempt(work: Work) -> Reply:
        process, upload, *contacts = work.load(
            ProcessKey(process_id), UploadKey(process_id, form.upload), *form.metadata.contacts
        )
        process = allow_on_process(actor, Action.DOCUMENT_UPLOAD, process)
        check_room(process)
        levels = levels_in(ports.catalogues, process)
        if not number:
            number.append(document_number(ports))
        document = Document(
            id=identifier_in(process.document_count + 1, unique),
            process=process.id,
            number=number[0],
            order=process.document_count + 1,
            kind=Kind.UPLOADED,
            type=Named(kind.code, kind.name),
            state=DocumentState.FILED,
            unit=actor.unit,
            author=actor.user,
            created_at=now,
            metadata=checked_metadata(form.metadata, kind, contacts, ports.catalogues, levels=levels),
            revision=1,
            file=_file(actor, upload),
        )
        work.put_document(None, document)
        work.put_upload(upload, replace(upload, state=UploadState.FILED))
        work.change_process(process, filing.include(process, actor, document, now))
        return {"id": document.id, "number": document.number}

    return transact(lambda: ports.begin(operation), attempt)


def _file(actor: Actor, upload: Upload | None) -> File:
    if upload is None or upload.unit != actor.unit.id:
        raise InvalidRequest(
            FieldError("upload", "upload_unknown", "Este envio não existe mais. Envie de novo.")
        )
    if upload.state is UploadState.WAITING:
        raise Refused("upload_waiting", "O arquivo ainda está sendo verificado. Aguarde um instante.")
    if upload.state is UploadState.FILED:
        raise Refused("upload_used", "Este arquivo já foi incluído no processo.")
    if upload.state is UploadState.REFUSED:
        raise Refused("upload_refused", upload.reason_message or "O arquivo foi recusado.")
    return File(
        upload.file_name, upload.media_type, upload.size, upload.sha256, upload.content_key, upload.pages
    )
