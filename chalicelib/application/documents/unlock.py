"""Open a locked document to changes again (DOC-21)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.document_acts import unlock
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .acting import act_on_document


def unlock_document(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, document_id: str
) -> Reply:
    """Raises NotFound, Forbidden, Refused ``not_locked``."""
    return act_on_document(ports, actor, operation, (process_id, document_id), Action.DOCUMENT_UNLOCK, unlock)
