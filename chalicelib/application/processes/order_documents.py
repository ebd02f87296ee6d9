"""Ordenar árvore: put documents of the tree elsewhere than they came (PRO-18)."""

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.document import Document
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.tree_order import Move, arrange
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class MoveForm:
    """The document ``document`` goes just before ``before``; to the end when that is None."""

    document: str
    before: str | None


@dataclass(frozen=True, slots=True)
class OrderForm:
    """The dialog Ordenar árvore. ``from_original``: the moves begin at the order in which the documents came."""

    moves: tuple[MoveForm, ...]
    from_original: bool = False


def order_documents(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, form: OrderForm
) -> Reply:
    """-> ``{"version"}``. Raises NotFound, Forbidden, InvalidRequest ``document_unknown``, or as ``arrange``."""
    now = ports.now()
    named = list(dict.fromkeys(each for move in form.moves for each in (move.document, move.before) if each))

    def attempt(work: Work) -> Reply:
        found, *documents = work.load(
            ProcessKey(process_id), *(DocumentKey(process_id, each) for each in named)
        )
        process = allow_on_process(actor, Action.PROCESS_ORDER, found)
        there = dict(zip(named, documents, strict=True))
        moves = [
            Move(
                _document(there, move.document, f"moves.{n}.document"),
                _document(there, move.before, f"moves.{n}.before") if move.before else None,
            )
            for n, move in enumerate(form.moves)
        ]
        change = arrange(process, actor, moves, form.from_original, now)
        return {"version": work.change_process(process, change).n}

    return transact(lambda: ports.begin(operation), attempt)


def _document(there: dict[str, Document | None], wanted: str, field: str) -> Document:
    document = there[wanted]
    if document is None:
        message = "Este documento não existe mais neste processo. Atualize a página."
        raise InvalidRequest(FieldError(field, "document_unknown", message))
    return document
