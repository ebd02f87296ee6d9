"""All parts of a large file are there: make it one file, to be inspected (DOC-08)."""

from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.upload import Upload, UploadState
from chalicelib.domain.upload_parts import check_whole

from .status import read_upload


def finish_sending(ports: Ports, actor: Actor, process_id: str, upload_id: str) -> Upload:
    """Finishing again changes nothing: the store knows the sending no more.

    Its digest is not known from the parts' own: the inspection computes it over the whole file.
    Raises NotFound, Forbidden, Refused ``parts_missing``.
    """
    upload = read_upload(ports, actor, process_id, upload_id)
    if upload.state is UploadState.WAITING and upload.parts:
        arrived = ports.parts.arrived(upload)
        if arrived is not None:
            check_whole(upload.size, arrived)
            ports.parts.close(upload)
    return upload
