"""The process page as the API shows it: header, units, routings, tree, history and possible acts."""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any

from chalicelib.application.ports import Catalogues, Page
from chalicelib.application.processes.see import ProcessView
from chalicelib.application.rollout.checklist import began_as_test
from chalicelib.domain.flow_run import FlowMark
from chalicelib.domain.history import Entry
from chalicelib.domain.identity import Actor
from chalicelib.domain.organisation import Unit, UnitName
from chalicelib.domain.presence import Presence
from chalicelib.domain.process import Process, Remark
from chalicelib.domain.routing import Routing
from chalicelib.domain.routing_sentence import is_overdue, routing_sentence

from . import presenting
from .document_view import node, permissions


def process_page(
    view: ProcessView, actor: Actor, catalogues: Catalogues, zone: tzinfo, opened_until: datetime | None
) -> dict[str, Any]:
    """Everything the page shows at first; ``opened_until``: of a confidential one, until when it is open (SIG-01)."""
    process, units = view.process, catalogues.units()
    presences = sorted(process.presences.values(), key=lambda presence: presence.arrived_at)
    return {
        "process": _card(process),
        "units": [_presence(presence, actor, units) for presence in presences if presence.open],
        "passed_units": [_full_name(presence.unit, units) for presence in presences],
        "overseen_by": _overseers(view, catalogues),
        "presence": _own(process, actor),
        "routings": [_routing(routing, view.at, zone) for routing in process.routings],
        "documents": tree(process, view.documents),
        "history": history(view.history),
        "work_plan": process.work_plan is not None,
        "test": began_as_test(catalogues, process.started_at),
        "opened_until": presenting.instant(opened_until) if process.confidential else None,
        "actions": permissions(view.actions),
    }


def _overseers(view: ProcessView, catalogues: Catalogues) -> list[dict[str, Any]]:
    by_unit, by_agency = view.overseen_by
    units, agencies = catalogues.units(), catalogues.agencies()
    known = [units[one] for one in by_unit if one in units] + [agencies[one] for one in by_agency if one in agencies]
    return [{"acronym": one.acronym, "name": one.name} for one in known]


def tree(process: Process, page: Page) -> dict[str, Any]:
    """A page of the document tree; ``total`` counts all its nodes."""
    return {
        "total": process.live_documents,
        "reordered": bool(process.placed),
        "items": [node(item.document, item.readable) for item in page.items],
        "next_cursor": page.next_cursor,
    }


def history(page: Page) -> dict[str, Any]:
    """A page of the history."""
    return {"items": [entry(item) for item in page.items], "next_cursor": page.next_cursor}


def entry(item: Entry) -> dict[str, Any]:
    """An entry of the history, with its sentence."""
    return {
        "n": item.n,
        "at": presenting.instant(item.at),
        "user": presenting.person(item.user),
        "unit": presenting.unit_name(item.unit),
        "kind": item.fact.kind(),
        "sentence": item.fact.sentence(),
        "document": getattr(item.fact, "document", None),
        "process": getattr(item.fact, "other", None),
    }


def _card(process: Process) -> dict[str, Any]:
    registration = process.registration
    return {
        "id": process.id,
        "nup": process.nup,
        "type": presenting.named(registration.type),
        "specification": registration.specification,
        "subjects": [presenting.named(subject) for subject in registration.subjects],
        "interested_parties": [presenting.contact(party) for party in registration.interested_parties],
        "access_level": registration.level.value,
        "effective_access_level": process.effective_level.value,
        "legal_basis": presenting.named(registration.legal_basis),
        "secrecy_grade": registration.secrecy_grade,
        "priority": registration.priority,
        "state": process.state.value,
        "started_at": presenting.instant(process.started_at),
        "filed_on": process.informed.filed_on.isoformat() if process.informed else None,
        "former_numbers": list(process.informed.former) if process.informed else [],
        "generating_unit": presenting.unit_name(process.generating_unit),
        "started_by": presenting.person(process.started_by),
        "remarks": [_remark(remark) for remark in process.remarks.values()],
        "flow": _flow(process.flow),
        "version": process.n,
    }


def _flow(mark: FlowMark | None) -> dict[str, Any] | None:
    return {"name": mark.name, "version": mark.version, "state": mark.state.value} if mark else None


def _remark(remark: Remark) -> dict[str, Any]:
    return {
        "unit": presenting.unit_name(remark.unit),
        "text": remark.text,
        "by": presenting.person(remark.by),
        "at": presenting.instant(remark.at),
    }


def _presence(presence: Presence, actor: Actor, units: Mapping[str, Unit]) -> dict[str, Any]:
    """Who has it in hands is shown to the unit itself only (TRA-07)."""
    own = presence.unit.id == actor.unit.id
    return {
        "unit": _full_name(presence.unit, units),
        "open": presence.open,
        "received": not presence.unread,
        "since": presenting.instant(presence.arrived_at),
        "assignee": presenting.person(presence.assignee) if own else None,
    }


def _full_name(named: UnitName, units: Mapping[str, Unit]) -> dict[str, str]:
    unit = units.get(named.id)
    return {"id": named.id, "acronym": named.acronym, "name": unit.name if unit else named.acronym}


def _own(process: Process, actor: Actor) -> dict[str, Any] | None:
    """The unit's side; of a confidential process, the actor's own (SIG-09)."""
    presence = process.presence(actor.unit.id)
    if presence is None:
        return None
    held = process.credential(actor.user.id, actor.unit.id) if process.confidential else None
    return {
        "open": held.open if held else presence.open,
        "unread": held.unread if held else presence.unread,
        "assignee": presenting.person(presence.assignee),
        "signals": sorted(signal.value for signal in presence.signals),
    }


def _routing(routing: Routing, now: datetime, zone: tzinfo) -> dict[str, Any]:
    return {
        "id": routing.id,
        "from": presenting.unit_name(routing.origin),
        "to": presenting.unit_name(routing.destination),
        "sent_at": presenting.instant(routing.sent_at),
        "received_at": presenting.instant(routing.received_at),
        "return_due": routing.return_due.isoformat() if routing.return_due else None,
        "status": routing.status,
        "overdue": is_overdue(routing, now, zone),
        "sentence": routing_sentence(routing, now, zone),
    }
