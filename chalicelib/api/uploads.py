"""Files on their way in: declared, sent whole or in parts, inspected (DOC-08)."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from chalicelib.application.uploads.continue_sending import continue_sending
from chalicelib.application.uploads.finish_sending import finish_sending
from chalicelib.application.uploads.give_up_sending import give_up_sending
from chalicelib.application.uploads.start import UploadForm, start_upload
from chalicelib.application.uploads.status import read_upload
from chalicelib.composition import installation
from chalicelib.domain.policy import Action
from chalicelib.domain.upload import Upload

from . import replies
from .document_files import Digest
from .routes import Call, Routes
from .validation import Body

routes = Routes("uploads")


class UploadBody(Body):
    """A file about to be sent: its SHA-256 in hex and its size in bytes."""

    file_name: Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^/\\\x00-\x1f]+$")]
    media_type: Annotated[str, StringConstraints(pattern=r"^[\w.+-]+/[\w.+-]+$", max_length=120)]
    size: Annotated[int, Field(ge=0, le=5 * 1024**4)]
    sha256: Digest


@routes.route(
    "POST",
    "/processes/{process}/uploads",
    Action.DOCUMENT_UPLOAD,
    body=UploadBody,
    reply=replies.UploadStarted,
    status=201,
)
def upload(call: Call, process: str) -> Any:
    """Abrir o envio de um arquivo"""
    body: UploadBody = call.body
    limit = installation().settings.upload_limit
    form = UploadForm(body.file_name, body.media_type, body.size, body.sha256, limit)
    return start_upload(call.ports, call.actor, call.operation, process, form)


@routes.route(
    "GET", "/processes/{process}/uploads/{upload}", Action.DOCUMENT_UPLOAD, reply=replies.UploadStatus
)
def upload_status(call: Call, process: str, upload: str) -> dict[str, Any]:
    """Em que pé está o envio"""
    return _status(read_upload(call.ports, call.actor, process, upload))


@routes.route(
    "POST",
    "/processes/{process}/uploads/{upload}/parts",
    Action.DOCUMENT_UPLOAD,
    body=Body,
    reply=replies.PartsLeft,
)
def parts(call: Call, process: str, upload: str) -> dict[str, Any]:
    """O que já chegou de um arquivo grande e para onde enviar o resto"""
    found = continue_sending(call.ports, call.actor, process, upload)
    links = [{"number": number, "url": url} for number, url in found.links.items()]
    return {"total": found.total, "arrived": found.arrived, "links": links}


@routes.route(
    "POST",
    "/processes/{process}/uploads/{upload}/completion",
    Action.DOCUMENT_UPLOAD,
    body=Body,
    reply=replies.UploadStatus,
)
def complete(call: Call, process: str, upload: str) -> dict[str, Any]:
    """Concluir o envio de um arquivo grande"""
    return _status(finish_sending(call.ports, call.actor, process, upload))


@routes.route(
    "DELETE", "/processes/{process}/uploads/{upload}", Action.DOCUMENT_UPLOAD, reply=replies.UploadStatus
)
def give_up(call: Call, process: str, upload: str) -> dict[str, Any]:
    """Desistir do envio de um arquivo grande"""
    return _status(give_up_sending(call.ports, call.actor, process, upload))


def _status(found: Upload) -> dict[str, Any]:
    refused = {"code": found.reason, "message": found.reason_message} if found.reason else None
    return {"id": found.id, "state": found.state.value, "reason": refused, "pages": found.pages}
