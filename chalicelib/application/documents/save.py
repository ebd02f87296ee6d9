"""Save the text of a draft (DOC-03, DOC-05)."""

from collections.abc import Mapping
from typing import Any

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import content as contents
from chalicelib.domain import document as documents
from chalicelib.domain import filing
from chalicelib.domain.content import Content
from chalicelib.domain.content_images import image_uploads, with_files
from chalicelib.domain.document import Document
from chalicelib.domain.history import Fact
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process, check_active
from chalicelib.domain.value import dataclass
from chalicelib.domain.version import Version

from .images import image_keys, use_pictures
from .text import resolved, store_text


@dataclass(frozen=True, slots=True)
class SaveForm:
    """The editor's text over ``revision``; ``explicit`` keeps a version of its own."""

    content: Mapping[str, Any]
    revision: int
    explicit: bool = False


def save_draft(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, document_id: str, form: SaveForm
) -> Reply:
    """Save; -> ``{"version", "revision", "saved_at", "digest"}``.

    Raises NotFound, Forbidden, ContentRefused, InvalidRequest as ``with_files``, Refused ``locked_section_changed`` or
    ``process_suspended`` …, DraftChanged when somebody saved over ``revision``.
    """
    content = contents.parse(form.content)
    now = ports.now()

    def attempt(work: Work) -> Reply:
        *loaded, uploads = _loaded(work, process_id, document_id, content)
        process, document = allow_on_document(actor, Action.DOCUMENT_EDIT, *loaded)
        check_active(process)
        if document.text:
            contents.check_fixed(document.text.fixed, content)
        if document.revision == form.revision:
            known = with_files(content, uploads)
            use_pictures(work, uploads.values())
            text = store_text(ports, resolved(ports, process, document, known, now))
        else:
            text = document.text or store_text(ports, content)
        saved, facts = documents.save(document, form.revision, text, actor.user, now, form.explicit)
        return write_saved(work, actor, process, (document, saved), facts)

    return transact(lambda: ports.begin(operation), attempt)


def _loaded(work: Work, process_id: str, document_id: str, content: Content) -> tuple[Any, Any, Mapping[str, Any]]:
    """Process, document and the files of the pictures, in one read."""
    names = image_uploads(content)
    process, document, *files = work.load(
        ProcessKey(process_id), DocumentKey(process_id, document_id), *image_keys(process_id, content)
    )
    return process, document, dict(zip(names, files, strict=True))


def write_saved(
    work: Work,
    actor: Actor,
    process: Process,
    moved: tuple[Document, Document],
    facts: tuple[Fact, ...],
) -> Reply:
    """Queue the saved draft, its version and, when it tells something, the history."""
    before, saved = moved
    assert saved.text is not None
    assert saved.edited_at is not None
    work.put_document(before, saved)
    key, digest = saved.text.key, saved.text.digest
    work.put_version(Version(process.id, saved.id, saved.version, key, digest, actor.user, saved.edited_at))
    if facts:
        work.change_process(process, filing.record(process, actor, facts, saved.edited_at))
    elif actor.unit.id in process.open_units:
        work.require_open(process, actor.unit.id)
    else:
        # Who received it in a block: the block may be taken back meanwhile.
        work.require_unchanged(process)
    return {
        "version": saved.version,
        "revision": str(saved.revision),
        "saved_at": saved.edited_at.isoformat().replace("+00:00", "Z"),
        "digest": saved.text.digest,
    }
