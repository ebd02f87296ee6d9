"""Documents that come into a signing block as they are written: asked before, put in with them (DOC-09, DOC-19)."""

from collections.abc import Iterable

from chalicelib.application.authorisation import allow_on_block, allow_on_document
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import BlockKey
from chalicelib.domain import block_contents
from chalicelib.domain.block import Block
from chalicelib.domain.document import Document
from chalicelib.domain.errors import FieldError, InvalidRequest, NotFound, Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Change, then


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


def taken_in(work: Work, actor: Actor, found: Block | None, made: Change, document: Document) -> Change:
    """The change that brings the document into its process, and into the block with it.

    Raises NotFound, Forbidden, Refused as ``block_contents.include_document``.
    """
    block = allow_on_block(actor, Action.BLOCK_FILL, found)
    allow_on_document(actor, Action.BLOCK_INCLUDE_DOCUMENT, made.process, document)
    at = document.created_at
    after, put = block_contents.include_document(block, made.process, document, actor, at)
    work.put_block(block, after)
    return then(made, put.process, *put.acts)
