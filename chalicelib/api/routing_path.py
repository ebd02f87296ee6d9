"""The map of a process (TRA-01 … TRA-03), and the part of its tree on the way it went (PRO-19)."""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any

from chalicelib.application.processes.list_direct_line import list_direct_line
from chalicelib.application.routing.read_path import PathView, read_path
from chalicelib.domain.mail import Mail
from chalicelib.domain.organisation import Unit
from chalicelib.domain.path import Step
from chalicelib.domain.policy import Action
from chalicelib.domain.presence import Presence
from chalicelib.domain.routing import Routing
from chalicelib.domain.routing_sentence import is_overdue, routing_sentence

from . import presenting, replies
from .document_view import node
from .routes import Call, Routes
from .validation import Body, Cursor

routes = Routes("routing_path")


@routes.route("GET", "/processes/{process}/path", Action.PROCESS_SEE, reply=replies.RoutingPath)
def read(call: Call, process: str) -> dict[str, Any]:
    """Percurso do processo"""
    found = read_path(call.ports, call.actor, process)
    units = call.ports.catalogues.units()
    return {
        "units": [_stop(presence, units) for presence in found.path.stops],
        "steps": [_step(step, found, call.ports.zone) for step in found.path.steps],
        "complete": found.complete,
    }


class DirectLineQuery(Body):
    """A page of the tree."""

    cursor: Cursor | None = None


@routes.route(
    "GET",
    "/processes/{process}/direct-line",
    Action.PROCESS_SEE,
    query=DirectLineQuery,
    reply=replies.DirectLine,
)
def direct_line(call: Call, process: str) -> dict[str, Any]:
    """Linha direta: os documentos das unidades que trocaram o processo com a minha"""
    found = list_direct_line(call.ports, call.actor, process, call.query.cursor)
    return {
        "units": [presenting.unit_name(unit) for unit in found.units],
        "items": [node(item.document, item.readable) for item in found.page.items],
        "next_cursor": found.page.next_cursor,
        "complete": found.complete,
    }


def _stop(presence: Presence, units: Mapping[str, Unit]) -> dict[str, Any]:
    known = units.get(presence.unit.id)
    left = presence.conclusion.at if presence.conclusion else presence.last_activity_at
    return {
        "unit": {
            "id": presence.unit.id,
            "acronym": presence.unit.acronym,
            "name": known.name if known else presence.unit.acronym,
        },
        "open": presence.open,
        "received": not presence.unread,
        "since": presenting.instant(presence.arrived_at),
        "left_at": None if presence.open else presenting.instant(left),
    }


def _step(step: Step, found: PathView, zone: tzinfo) -> dict[str, Any]:
    first = step.routings[0]
    return {
        "origin": presenting.unit_name(step.origin),
        "sent_at": presenting.instant(first.sent_at),
        "legs": [_leg(routing, found.at, zone) for routing in step.routings],
        "notice": _notice(found.notices.get(first.sending)),
    }


def _leg(routing: Routing, now: datetime, zone: tzinfo) -> dict[str, Any]:
    return {
        "routing": routing.id,
        "to": presenting.unit_name(routing.destination),
        "received_at": presenting.instant(routing.received_at),
        "returned_at": presenting.instant(routing.returned_at),
        "return_due": routing.return_due.isoformat() if routing.return_due else None,
        "status": routing.status,
        "overdue": is_overdue(routing, now, zone),
        "sentence": routing_sentence(routing, now, zone),
    }


def _notice(mail: Mail | None) -> dict[str, Any] | None:
    return {"state": mail.state.value, "reason": mail.reason} if mail else None
