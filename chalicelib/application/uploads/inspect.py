"""Look into a file that arrived in quarantine, and admit or refuse it (DOC-08, security.md §5)."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import UploadKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.upload import Upload, UploadState


@dataclass(frozen=True, slots=True)
class Finding:
    """What the inspection says: ``reason`` is None when the file is good, ``media_type`` what it really is."""

    reason: str | None
    message: str | None
    media_type: str
    pages: int | None


def inspect_upload(ports: Ports, look: Callable[[Upload], Finding], process_id: str, upload_id: str) -> Reply:
    """Inspect once; a repeated event finds the verdict there and changes nothing."""
    (upload,) = ports.reader.get(UploadKey(process_id, upload_id))
    if upload is None or upload.state is not UploadState.WAITING:
        return {"state": upload.state.value if upload else "absent"}
    finding = look(upload)
    judged = replace(
        upload,
        media_type=finding.media_type,
        pages=finding.pages,
        state=UploadState.REFUSED if finding.reason else UploadState.ACCEPTED,
        reason=finding.reason,
        reason_message=finding.message,
        content_key="" if finding.reason else ports.contents.admit(upload),
    )
    operation = Operation("inspection", f"inspection.{upload.id}", upload.sha256)

    def attempt(work: Work) -> Reply:
        (before,) = work.load(UploadKey(process_id, upload_id))
        work.put_upload(before, judged)
        return {"state": judged.state.value}

    return transact(lambda: ports.begin(operation), attempt)
