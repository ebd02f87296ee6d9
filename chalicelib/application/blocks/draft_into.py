"""Write a draft and put it at once into a signing block: what an item of a job does (DOC-09, DOC-19)."""

from collections.abc import Iterable

from chalicelib.application.authorisation import allow_on_block
from chalicelib.application.documents.create import DraftForm, create_draft
from chalicelib.application.ports import Ports
from chalicelib.application.references import BlockKey
from chalicelib.application.transaction import Operation
from chalicelib.domain import block_contents
from chalicelib.domain.errors import DomainError, FieldError, InvalidRequest, NotFound, Refused, Unavailable
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import Outcome
from chalicelib.domain.policy import Action

from .include_document import include_document


def check_block(ports: Ports, actor: Actor, block: str, processes: Iterable[str], documents: int) -> None:
    """Whether so many documents of these processes may come into the block.

    Raises InvalidRequest on ``block``: ``block_unknown`` and what ``block_contents.check_room`` refuses.
    """
    (found,) = ports.reader.get(BlockKey(block))
    try:
        known = allow_on_block(actor, Action.BLOCK_FILL, found)
        block_contents.check_room(known, processes, documents)
    except NotFound:
        message = "Escolha um bloco de assinatura da sua unidade."
        raise InvalidRequest(FieldError("block", "block_unknown", message)) from None
    except Refused as refused:
        raise InvalidRequest(FieldError("block", refused.code, refused.message)) from None


def draft_into(
    ports: Ports, actor: Actor, operation: Operation, process: str, form: DraftForm, block: str
) -> Outcome:
    """-> ``found`` names the draft. A block that does not take it any more leaves the draft outside, and says why."""
    made = create_draft(ports, actor, operation, process, form)
    found = {"document": str(made["id"]), "number": str(made["number"])}
    said = f"Criado o documento {made['number']}."
    if not block:
        return Outcome(message=said, found=found)
    # An operation of its own: after a kill between the two, doing the item again does only what is missing.
    own = Operation(operation.user, f"{operation.key}.block", operation.digest)
    try:
        include_document(ports, actor, own, block, process, found["document"])
    except Unavailable:
        raise
    except DomainError as refused:
        return Outcome(message=f"{said} Não entrou no bloco: {refused.message}", found=found)
    return Outcome(message=f"{said} Está no bloco.", found=found)
