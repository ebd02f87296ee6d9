"""Who read what, for those who audit (AUD-01, AUD-02)."""

from dataclasses import asdict
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from chalicelib.application.audit.export_accesses import export_accesses
from chalicelib.application.audit.search_accesses import search_accesses
from chalicelib.domain.audit import AUDIT_RULES, Access, AccessFilter
from chalicelib.domain.policy import Action
from chalicelib.domain.policy_titles import TITLES

from . import presenting, replies
from .routes import Call, Routes
from .validation import Body

routes = Routes("audit")
#: The separator of keys is never part of a name.
Text = Annotated[str, StringConstraints(max_length=80, pattern=r"^[^#]*$")]
Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2100, 12, 31))]
Cursor = Annotated[str, StringConstraints(max_length=200)]


class AccessChoice(Body):
    """What is looked for; without a period, today and the six days before."""

    user: Text = ""
    unit: Text = ""
    action: Text = ""
    process: Text = ""
    address: Text = ""
    since: Day | None = None
    until: Day | None = None


class AccessQuery(AccessChoice):
    """A page of it."""

    cursor: Cursor | None = None


@routes.route("GET", "/audit/accesses", Action.AUDIT_READ, query=AccessQuery, reply=replies.Readings)
def accesses(call: Call) -> dict[str, Any]:
    """Consultar quem viu o quê"""
    query: AccessQuery = call.query
    page = search_accesses(call.ports, call.actor, _wanted(call, query), query.cursor)
    return {"items": [_access(one) for one in page.items], "next_cursor": page.next_cursor}


@routes.route("GET", "/audit/accesses/export", Action.AUDIT_EXPORT, query=AccessChoice, reply=replies.Spreadsheet)
def export(call: Call) -> dict[str, Any]:
    """Baixar a consulta de auditoria em planilha"""
    made = export_accesses(call.ports, call.actor, _wanted(call, call.query))
    return {"content": made.content, "rows": made.rows, "complete": made.complete}


@routes.route("GET", "/audit/rules", Action.AUDIT_READ, reply=replies.AuditRules)
def rules(call: Call) -> dict[str, Any]:
    """As regras de auditoria: o que fica registrado"""
    items = [
        {
            "category": rule.category,
            "title": rule.title,
            "since": rule.since.value if rule.since else None,
            "acts": [{"action": act.value, "title": TITLES[act]} for act in sorted(rule.acts)],
        }
        for rule in AUDIT_RULES
    ]
    return {"items": items}


def _wanted(call: Call, choice: AccessChoice) -> AccessFilter:
    """Civil days of the city, both included."""
    zone, today = call.ports.zone, call.ports.now().astimezone(call.ports.zone).date()
    until = choice.until or today
    since = choice.since or until - timedelta(days=6)
    narrow = choice.model_dump(include={"user", "unit", "action", "process", "address"})
    return AccessFilter(
        since=datetime.combine(since, time.min, zone).astimezone(UTC),
        until=datetime.combine(until, time.max, zone).astimezone(UTC),
        **{name: value.strip() for name, value in narrow.items()},
    )


def _access(found: Access) -> dict[str, Any]:
    return {
        **asdict(found),
        "at": presenting.instant(found.at),
        "user": presenting.person(found.user),
        "unit": presenting.unit_name(found.unit),
        "title": TITLES[Action(found.action)],
    }
