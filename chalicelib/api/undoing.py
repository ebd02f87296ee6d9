"""Take back, mark as unread, and find what left the inbox (TRA-01, TRA-04, TRA-05, TRA-16, PRO-16)."""

from typing import Annotated, Any, Literal

from pydantic import StringConstraints

from chalicelib.application.inbox.list_away import list_away
from chalicelib.application.ports import Listed
from chalicelib.application.routing.mark_unread import mark_process_unread
from chalicelib.application.routing.undo_conclusion import undo_conclusion
from chalicelib.application.routing.undo_sending import undo_sending
from chalicelib.domain.policy import Action

from . import replies, ties_view
from .routes import Call, Routes
from .validation import Body

routes = Routes("undoing")


class AwayQuery(Body):
    """Which of the unit's lists; ``mine``: only what I concluded."""

    list: Literal["suspended", "concluded"]
    mine: bool = False
    cursor: Annotated[str, StringConstraints(max_length=2000)] | None = None


class Nothing(Body):
    """An act that needs no data."""


@routes.route("GET", "/away", Action.INBOX_READ, query=AwayQuery, reply=replies.Away)
def away(call: Call) -> Any:
    """Processos sobrestados e processos concluídos da unidade"""
    query: AwayQuery = call.query
    page = list_away(call.ports, call.actor, Listed(query.list), query.mine, query.cursor)
    return {"items": [ties_view.away(row) for row in page.items], "next_cursor": page.next_cursor}


@routes.route(
    "POST",
    "/processes/{process}/unread-mark",
    Action.PROCESS_MARK_UNREAD,
    body=Nothing,
    reply=replies.Version,
)
def mark(call: Call, process: str) -> Any:
    """Marcar processo como não visualizado"""
    return mark_process_unread(call.ports, call.actor, call.operation, process)


@routes.route(
    "POST",
    "/processes/{process}/conclusion/undoing",
    Action.PROCESS_UNDO_CONCLUSION,
    body=Nothing,
    reply=replies.Version,
)
def reopen(call: Call, process: str) -> Any:
    """Desfazer conclusão do processo"""
    return undo_conclusion(call.ports, call.actor, call.operation, process)


@routes.route(
    "POST",
    "/processes/{process}/routings/{routing}/undoing",
    Action.PROCESS_UNDO_SENDING,
    body=Nothing,
    reply=replies.Version,
)
def take_back(call: Call, process: str, routing: str) -> Any:
    """Desfazer envio do processo"""
    return undo_sending(call.ports, call.actor, call.operation, process, routing)
