"""Look into a file that arrived in quarantine, and admit or refuse it (DOC-08, security.md §5)."""

from collections.abc import Callable
from dataclasses import replace

from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import UploadKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.file_inspection import Verdict
from chalicelib.domain.upload import Upload, UploadState
from chalicelib.domain.upload_reasons import reason_message


def inspect_upload(
    ports: Ports, look: Callable[[Upload], Verdict | None], process_id: str, upload_id: str
) -> Reply:
    """Inspect once; a repeated event finds the verdict there and changes nothing.

    ``look`` answers None while the antivirus has still to say its word, which comes as another event.
    """
    (upload,) = ports.reader.get(UploadKey(process_id, upload_id))
    if upload is None or upload.state is not UploadState.WAITING:
        return {"state": upload.state.value if upload else "absent"}
    verdict = look(upload)
    if verdict is None:
        return {"state": UploadState.WAITING.value}
    judged = replace(
        upload,
        media_type=verdict.media_type or upload.media_type,
        pages=verdict.pages,
        state=UploadState.ACCEPTED if verdict.accepted else UploadState.REFUSED,
        reason=verdict.reason,
        reason_message=reason_message(verdict.reason) if verdict.reason else None,
    )
    if verdict.accepted:
        judged = replace(judged, content_key=ports.contents.admit(judged))
    operation = Operation("inspection", f"inspection.{upload.id}", upload.sha256)

    def attempt(work: Work) -> Reply:
        (before,) = work.load(UploadKey(process_id, upload_id))
        work.put_upload(before, judged)
        return {"state": judged.state.value}

    return transact(lambda: ports.begin(operation), attempt)
