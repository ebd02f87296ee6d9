"""Declare a file before sending it straight to the store (DOC-08)."""

from dataclasses import replace

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.upload import Upload, accepted_sizes, check_declared
from chalicelib.domain.upload_parts import PART_SIZE, goes_in_parts
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class UploadForm:
    """What the browser says of the file; ``sha256`` in hex, ``limit`` in bytes from the installation."""

    file_name: str
    media_type: str
    size: int
    sha256: str
    limit: int


def start_upload(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, form: UploadForm
) -> Reply:
    """Open an upload; -> ``{"id", "post", "part_size"}``: a small file goes whole to ``post``, a large one in parts.

    Raises NotFound, Forbidden, InvalidRequest for an empty, too large or forbidden kind of file.
    """
    check_declared(form.file_name, form.size, form.limit, accepted_sizes(ports.catalogues.plain("file-types")))
    upload = Upload(
        id=ports.identifier(),
        process=process_id,
        unit=actor.unit.id,
        user=actor.user.id,
        file_name=form.file_name,
        media_type=form.media_type,
        size=form.size,
        sha256=form.sha256.lower(),
        declared_at=ports.now(),
    )

    opened: list[str] = []

    def attempt(work: Work) -> Reply:
        (process,) = work.load(ProcessKey(process_id))
        allow_on_process(actor, Action.DOCUMENT_UPLOAD, process)
        if goes_in_parts(upload.size):
            if not opened:
                opened.append(ports.parts.open(upload))
            work.put_upload(None, replace(upload, parts=opened[0]))
            return {"id": upload.id, "post": None, "part_size": PART_SIZE}
        work.put_upload(None, upload)
        post = ports.contents.receive(upload)
        whole = {"url": post["url"], "fields": dict(post["fields"])}
        return {"id": upload.id, "post": whole, "part_size": None}

    return transact(lambda: ports.begin(operation), attempt)
