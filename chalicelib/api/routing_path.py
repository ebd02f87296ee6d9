"""The map of a process (TRA-01 … TRA-03)."""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any

from chalicelib.application.routing.read_path import PathView, read_path
from chalicelib.domain.mail import Mail
from chalicelib.domain.organisation import Unit
from chalicelib.domain.path import Step
from chalicelib.domain.policy import Action
from chalicelib.domain.presence import Presence
from chalicelib.domain.routing import Routing
from chalicelib.domain.routing_sentence import is_overdue, routing_sentence

from . import presenting, replies
from .routes import Call, Routes

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
