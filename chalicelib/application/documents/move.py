"""Move a received document to another process, which both histories tell (DOC-18)."""

from chalicelib.application.authorisation import allow_on_document, allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import filing, history
from chalicelib.domain.document_acts import placed
from chalicelib.domain.errors import FieldError, InvalidRequest, NotFound, Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.secrecy import check_not_confidential
from chalicelib.domain.value import dataclass

from .create import check_room
from .numbering import identifier_in


@dataclass(frozen=True, slots=True)
class MoveForm:
    """Where to, and why."""

    destination: str
    reason: str


def move_document(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, document_id: str, form: MoveForm
) -> Reply:
    """-> ``{"process", "document"}``, where it stands now; its number stays the same.

    Raises NotFound, Forbidden (of either process), InvalidRequest ``process_unknown``, Refused ``same_process``,
    ``confidential_not_tied``, ``process_full`` or ``process_suspended`` ….
    """
    now, unique = ports.now(), ports.identifier()
    if form.destination == process_id:
        raise Refused("same_process", "O documento já está neste processo.")

    def attempt(work: Work) -> Reply:
        *loaded, other = work.load(
            ProcessKey(process_id), DocumentKey(process_id, document_id), ProcessKey(form.destination)
        )
        process, document = allow_on_document(actor, Action.DOCUMENT_MOVE, *loaded)
        try:
            destination = allow_on_process(actor, Action.DOCUMENT_UPLOAD, other)
        except NotFound:
            message = "Não há processo com este número."
            raise InvalidRequest(FieldError("process", "process_unknown", message)) from None
        check_room(destination)
        order = destination.document_count + 1
        moved = placed(document, destination.id, identifier_in(order, unique), order)
        check_not_confidential(destination)
        gone = history.DocumentMovedTo(document.id, document.label, destination.nup, form.reason)
        come = history.DocumentMovedFrom(moved.id, moved.label, process.nup, form.reason)
        work.delete_document(document)
        work.put_document(None, moved)
        work.change_process(process, filing.take_away(process, actor, document, gone, now))
        work.change_process(destination, filing.bring_in(destination, actor, moved, come, now))
        return {"process": destination.id, "document": moved.id}

    return transact(lambda: ports.begin(operation), attempt)
