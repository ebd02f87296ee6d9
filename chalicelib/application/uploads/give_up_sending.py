"""Give a large file up: what of it arrived is forgotten at once (DOC-08)."""

from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.upload import Upload, UploadState

from .status import read_upload


def give_up_sending(ports: Ports, actor: Actor, process_id: str, upload_id: str) -> Upload:
    """Giving up again changes nothing. Raises NotFound, Forbidden."""
    upload = read_upload(ports, actor, process_id, upload_id)
    if upload.state is UploadState.WAITING and upload.parts:
        ports.parts.drop(upload)
    return upload
