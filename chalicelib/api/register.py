"""What the administration changed, and who may do what (ACC-05 to ACC-16)."""

from typing import Any

from chalicelib.application.administration.read_changes import read_changes
from chalicelib.application.administration.read_powers import read_powers
from chalicelib.domain.change_record import ChangeRecord
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Call, Routes
from .validation import Body, Code, Cursor, Identifier

routes = Routes("register")


class ChangesQuery(Body):
    """Of one entry of a table, when both are given; otherwise of all."""

    table: Identifier | None = None
    code: Code | None = None
    cursor: Cursor | None = None


@routes.route(
    "GET",
    "/administration/changes",
    Action.ADMINISTRATION_READ,
    query=ChangesQuery,
    reply=replies.ChangePage,
)
def changes(call: Call) -> dict[str, Any]:
    """Histórico do cadastro"""
    query: ChangesQuery = call.query
    of = (query.table, query.code) if query.table and query.code else None
    page = read_changes(call.ports, call.actor, of, query.cursor)
    return {"items": [_change(record) for record in page.items], "next_cursor": page.next_cursor}


@routes.route("GET", "/administration/powers", Action.ADMINISTRATION_READ, reply=replies.Powers)
def powers(call: Call) -> dict[str, Any]:
    """Quem pode o quê"""
    found = read_powers(call.ports, call.actor)
    return {
        "profiles": [
            {"code": one.code, "name": one.name, "own": one.own, "active": one.active} for one in found.profiles
        ],
        "items": [
            {
                "action": power.action.value,
                "title": power.title,
                "profiles": list(power.profiles),
                "conditions": list(power.conditions),
            }
            for power in found.acts
        ],
    }


def _change(record: ChangeRecord) -> dict[str, Any]:
    return {
        "table": record.table,
        "code": record.code,
        "name": record.name,
        "kind": record.kind.value,
        "by": presenting.person(record.by),
        "unit": record.unit.acronym,
        "at": presenting.instant(record.at),
        "reason": record.reason,
        "changes": [
            {"field": one.field, "before": one.before, "after": one.after} for one in record.changes
        ],
    }
