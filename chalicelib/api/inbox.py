"""The unit's inbox (PRO-01)."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import StringConstraints

from chalicelib.application.inbox.export import export_inbox
from chalicelib.application.inbox.read import read_inbox
from chalicelib.application.inbox.row import InboxRow
from chalicelib.application.ports import InboxFilter
from chalicelib.domain.arrangement import Arrangement
from chalicelib.domain.deadline import status
from chalicelib.domain.policy import Action

from . import desk_view, presenting, replies
from .routes import Call, Routes
from .validation import Body, Code, Identifier

routes = Routes("inbox")

FlowStep = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,39}/[a-z][a-z0-9-]{0,39}$")]
Cursor = Annotated[str, StringConstraints(max_length=2000)]


class InboxChoice(Body):
    """What to show of the inbox; ``assigned`` is ``me``, ``none`` or a user; ``label`` and ``checkpoint`` an id or
    ``none``; ``due`` the pending deadlines: all, those of the last days before, those that passed; ``step`` a step of a
    flow that is the unit's to do, as ``flow/step``.
    """

    tab: Literal["received", "generated", "all"] = "all"
    assigned: Identifier | None = None
    type: Code | None = None
    unread: bool = False
    label: Identifier | None = None
    checkpoint: Identifier | None = None
    due: Literal["any", "soon", "overdue"] | None = None
    returns: Literal["to_give", "awaited"] | None = None
    step: FlowStep | None = None

    def filter(self, me: str) -> InboxFilter:
        """What the reader is asked for; ``me`` is who asks."""
        assigned = me if self.assigned == "me" else self.assigned
        return InboxFilter(
            self.tab,
            assigned,
            self.type,
            self.unread,
            self.label,
            self.checkpoint,
            returns=self.returns,
            step=self.step,
        )


class InboxQuery(InboxChoice):
    """A page of it."""

    cursor: Cursor | None = None


@routes.route("GET", "/inbox", Action.INBOX_READ, query=InboxQuery, reply=replies.Inbox)
def read(call: Call) -> dict[str, Any]:
    """Controle de Processos: a caixa da unidade"""
    query: InboxQuery = call.query
    wanted = query.filter(call.actor.user.id)
    inbox = read_inbox(call.ports, call.actor, wanted, query.cursor, query.due)
    return {
        "items": [row(item, inbox.arrangement, inbox.today) for item in inbox.page.items],
        "next_cursor": inbox.page.next_cursor,
        "counters": dict(inbox.counters),
    }


@routes.route("GET", "/inbox/export", Action.INBOX_EXPORT, query=InboxChoice, reply=replies.Spreadsheet)
def export(call: Call) -> dict[str, Any]:
    """Baixar a caixa em planilha"""
    choice: InboxChoice = call.query
    made = export_inbox(call.ports, call.actor, choice.filter(call.actor.user.id), choice.due)
    return {"content": made.content, "rows": made.rows, "complete": made.complete}


def row(item: InboxRow, arranged: Arrangement, today: date) -> dict[str, Any]:
    """One line."""
    return {
        "process": item.process,
        "nup": item.nup,
        "type": presenting.named(item.type),
        "specification": item.specification,
        "interested_parties": list(item.interested_parties),
        "access_level": item.access_level,
        "state": item.state,
        "priority": item.priority,
        "tab": item.tab,
        "unread": item.unread,
        "assignee": presenting.person(item.assignee),
        "signals": list(item.signals),
        "return_to_give": _return(item.return_to_give, today),
        "return_awaited": _return(item.return_awaited, today),
        "sender_unit": presenting.unit_name(item.sender_unit),
        "arrived_at": presenting.instant(item.arrived_at),
        "last_activity_at": presenting.instant(item.last_activity_at),
        "desk": desk_view.desk(item.desk, arranged, today),
        "steps": [
            {"flow": one.flow, "step": one.step, "name": one.name, "due": _return(one.due, today)}
            for one in item.steps
        ],
    }


def _return(due: date | None, today: date) -> dict[str, str] | None:
    return {"due": due.isoformat(), "status": status(due, today).value} if due else None
