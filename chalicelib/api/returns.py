"""The calendar of returns (TRA-03)."""

from datetime import date
from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.returns.list_returns import ReturnLine, list_returns
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Call, Routes
from .validation import Body

routes = Routes("returns")


class MonthQuery(Body):
    """Which month, as 2026-11."""

    month: Annotated[str, StringConstraints(pattern=r"^(20[0-9]{2})-(0[1-9]|1[0-2])$")]


@routes.route("GET", "/returns", Action.INBOX_READ, query=MonthQuery, reply=replies.Returns)
def index(call: Call) -> dict[str, Any]:
    """Retornos programados da unidade"""
    year, month = call.query.month.split("-")
    found = list_returns(call.ports, call.actor, date(int(year), int(month), 1))
    return {
        "items": [_line(line) for line in found.lines],
        "complete": found.complete,
        "today": found.today.isoformat(),
    }


def _line(line: ReturnLine) -> dict[str, Any]:
    routing, row = line.routing, line.row
    return {
        "routing": routing.id,
        "process": routing.process,
        "nup": row.nup,
        "type": presenting.named(row.type),
        "specification": row.specification,
        "kind": "awaited" if line.awaited else "to_give",
        "unit": presenting.unit_name(routing.destination if line.awaited else routing.origin),
        "due": routing.return_due.isoformat() if routing.return_due else None,
        "received": routing.received_at is not None,
        "overdue": line.overdue,
    }
