"""Where an upload is on its way (DOC-08)."""

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports
from chalicelib.application.references import ProcessKey, UploadKey
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.upload import Upload


def read_upload(ports: Ports, actor: Actor, process_id: str, upload_id: str) -> Upload:
    """The upload, for whoever may upload to the process from its unit. Raises NotFound, Forbidden."""
    process, upload = ports.reader.get(ProcessKey(process_id), UploadKey(process_id, upload_id))
    allow_on_process(actor, Action.DOCUMENT_UPLOAD, process)
    if upload is None or upload.unit != actor.unit.id:
        raise NotFound()
    found: Upload = upload
    return found
