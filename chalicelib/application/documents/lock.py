"""Close a document to changes of its text and data (DOC-21)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.document_acts import lock
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .acting import act_on_document


def lock_document(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, document_id: str
) -> Reply:
    """Raises NotFound, Forbidden, Refused ``already_locked``."""
    return act_on_document(ports, actor, operation, (process_id, document_id), Action.DOCUMENT_LOCK, lock)
