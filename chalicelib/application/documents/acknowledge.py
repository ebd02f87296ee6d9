"""Dar ciência: say that one knows of a document (DOC-20)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.document_acts import acknowledge
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .acting import act_on_document


def acknowledge_document(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, document_id: str
) -> Reply:
    """Once for each person, and for good. Raises NotFound, Forbidden, Refused ``already_acknowledged``."""
    now, place = ports.now(), (process_id, document_id)
    return act_on_document(
        ports,
        actor,
        operation,
        place,
        Action.DOCUMENT_ACKNOWLEDGE,
        lambda document: acknowledge(document, actor, now),
    )
