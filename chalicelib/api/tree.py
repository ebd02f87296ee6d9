"""The order of the tree of documents (PRO-18)."""

from typing import Annotated, Any

from pydantic import Field

from chalicelib.application.processes.order_documents import MoveForm, OrderForm, order_documents
from chalicelib.domain.policy import Action

from . import replies
from .routes import Call, Routes
from .validation import Body, Identifier

routes = Routes("tree")


class TreeMove(Body):
    """A document goes just before another; to the end when ``before`` is null."""

    document: Identifier
    before: Identifier | None = None


class TreeOrder(Body):
    """Ordenar árvore: the moves, one after the other; ``from_original`` begins at the order in which all came."""

    moves: Annotated[tuple[TreeMove, ...], Field(max_length=100)] = ()
    from_original: bool = False


@routes.route(
    "PUT",
    "/processes/{process}/document-order",
    Action.PROCESS_ORDER,
    body=TreeOrder,
    reply=replies.Version,
)
def order(call: Call, process: str) -> Any:
    """Ordenar a árvore de documentos"""
    body: TreeOrder = call.body
    moves = tuple(MoveForm(move.document, move.before) for move in body.moves)
    form = OrderForm(moves, body.from_original)
    return order_documents(call.ports, call.actor, call.operation, process, form)
