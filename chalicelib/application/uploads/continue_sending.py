"""What of a large file has arrived and where the rest goes: to begin, to go on, to resume (DOC-08)."""

from collections.abc import Mapping

from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.upload import UploadState
from chalicelib.domain.upload_parts import LINKS_AT_ONCE, missing_parts, part_sizes
from chalicelib.domain.value import dataclass

from .status import read_upload


@dataclass(frozen=True, slots=True)
class Sending:
    """``links`` are of some of the missing parts; none when everything is there."""

    total: int
    arrived: int
    links: Mapping[int, str]


def continue_sending(ports: Ports, actor: Actor, process_id: str, upload_id: str) -> Sending:
    """Raises NotFound, Forbidden."""
    upload = read_upload(ports, actor, process_id, upload_id)
    total = len(part_sizes(upload.size))
    arrived = ports.parts.arrived(upload) if upload.state is UploadState.WAITING and upload.parts else None
    if arrived is None:
        return Sending(total, total, {})
    missing = missing_parts(upload.size, arrived)
    return Sending(total, total - len(missing), ports.parts.links(upload, missing[:LINKS_AT_ONCE]))
