"""Look into a file that arrived in quarantine, and admit or refuse it (DOC-08, security.md §5)."""

from collections.abc import Callable
from dataclasses import replace

from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ExtractionKey, UploadKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.extraction import Extraction, ExtractionState, begin
from chalicelib.domain.file_inspection import Verdict
from chalicelib.domain.upload import Upload, UploadState
from chalicelib.domain.upload_reasons import reason_message


def inspect_upload(
    ports: Ports, look: Callable[[Upload], Verdict | None], process_id: str, upload_id: str
) -> Reply:
    """Inspect once; a repeated event finds the verdict there and changes nothing. -> ``{"state"[, "extraction"]}``.

    ``look`` answers None while the antivirus has still to say its word, which comes as another event. With a file's
    admission the extraction of its text begins: ``extraction`` says of which bytes, in which attempt, while it waits.
    """
    (upload,) = ports.reader.get(UploadKey(process_id, upload_id))
    if upload is None:
        return {"state": "absent"}
    if upload.state is not UploadState.WAITING:
        (begun,) = ports.reader.get(ExtractionKey(upload.sha256))
        return _reply(upload.state, begun)
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
        before, begun = work.load(UploadKey(process_id, upload_id), ExtractionKey(judged.sha256))
        work.put_upload(before, judged)
        if verdict.accepted and begun is None:
            begun = begin(judged.sha256, judged.content_key, judged.media_type, judged.size, ports.now())
            work.put_extraction(None, begun)
        return _reply(judged.state, begun)

    return transact(lambda: ports.begin(operation), attempt)


def _reply(state: UploadState, begun: Extraction | None) -> Reply:
    if state not in (UploadState.ACCEPTED, UploadState.FILED) or begun is None:
        return {"state": state.value}
    if begun.state is not ExtractionState.WAITING:
        return {"state": state.value}
    return {"state": state.value, "extraction": {"sha256": begun.sha256, "attempt": begun.attempt}}
