"""Say that one is writing on a draft, go on saying so, or learn who is (DOC-03)."""

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports
from chalicelib.application.references import DocumentKey, EditLockKey, ProcessKey
from chalicelib.domain.editing import EditLock, wanted
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def hold_editing(
    ports: Ports, actor: Actor, process_id: str, document_id: str, editor: str, take_over: bool
) -> EditLock:
    """The lock in force afterwards: this editor's, or the one of who writes. Raises NotFound, Forbidden."""
    *loaded, known = ports.reader.get(
        ProcessKey(process_id), DocumentKey(process_id, document_id), EditLockKey(process_id, document_id)
    )
    allow_on_document(actor, Action.DOCUMENT_EDIT, *loaded)
    now = ports.now()
    lock = wanted(known, process_id, document_id, actor.user, editor, now)
    if ports.marks.editing(lock, now, take_over):
        return lock
    (holder,) = ports.reader.get(EditLockKey(process_id, document_id))
    return holder if holder is not None else lock
