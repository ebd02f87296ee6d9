"""The order of the tree of documents, and what of it is not signed (PRO-18, TRA-01)."""

from typing import Annotated, Any

from pydantic import Field

from chalicelib.application.processes.list_drafts import list_drafts
from chalicelib.application.processes.order_documents import MoveForm, OrderForm, order_documents
from chalicelib.domain.policy import Action

from . import replies
from .document_view import node
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


@routes.route("GET", "/processes/{process}/drafts", Action.PROCESS_SEE, reply=replies.Drafts)
def drafts(call: Call, process: str) -> Any:
    """Documentos sem assinatura do processo"""
    nodes, more = list_drafts(call.ports, call.actor, process)
    return {"items": [node(each.document, each.readable) for each in nodes], "more": more}
