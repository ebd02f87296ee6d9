"""Make an older version the current text (DOC-05)."""

import json
from dataclasses import replace

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, ProcessKey, VersionKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import content as contents
from chalicelib.domain import document as documents
from chalicelib.domain.content_form import is_complete
from chalicelib.domain.content_images import all_described
from chalicelib.domain.document import Text
from chalicelib.domain.errors import NotFound
from chalicelib.domain.history import VersionRestored
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import check_active
from chalicelib.domain.version import Version

from .save import write_saved


def restore_version(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, document_id: str, number: int
) -> Reply:
    """Restore as a new version; -> as ``save_draft``. Raises NotFound, Forbidden, DraftChanged."""
    now = ports.now()

    def attempt(work: Work) -> Reply:
        *loaded, version = work.load(
            ProcessKey(process_id),
            DocumentKey(process_id, document_id),
            VersionKey(process_id, document_id, number),
        )
        process, document = allow_on_document(actor, Action.DOCUMENT_RESTORE_VERSION, *loaded)
        check_active(process)
        if version is None or document.text is None:
            raise NotFound("version_not_found", "Esta versão não existe.")
        text = _text(ports, version, document.text)
        saved, facts = documents.save(document, document.revision, text, actor.user, now, explicit=True)
        restored = VersionRestored(document.id, document.label, number)
        return write_saved(work, actor, process, (document, saved), (*facts, restored))

    return transact(lambda: ports.begin(operation), attempt)


def _text(ports: Ports, version: Version, current: Text) -> Text:
    """The version's text; a place for signatures never comes or goes between versions."""
    data = ports.contents.get(version.content_key)
    content = contents.parse(json.loads(data))
    return replace(
        current,
        key=version.content_key,
        digest=version.digest,
        crc=contents.crc(data),
        fixed=contents.fixed_marks(content),
        complete=is_complete(content),
        described=all_described(content),
    )
