"""Asking the Cedar oracle the same questions as the policy (security.md §2.2 and §2.3)."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import cedarpy

from chalicelib.domain.access import (
    BlockResource,
    DiscardedResource,
    DocumentResource,
    PassageResource,
    ProcessResource,
    Resource,
    RoutingResource,
    Subject,
)
from tests.policy.cells import Cell
from tests.policy.things import KIND

POLICIES = Path(__file__).with_name("oracle.cedar")
BATCH = 20_000
#: Every type and agency of the cells.
TYPES, AGENCIES = (KIND, "other"), ("pmu", "ipmu")


class _World:
    """Cedar entities for every distinct subject and thing met, each made once."""

    def __init__(self) -> None:
        self.names: dict[Any, str] = {}
        self.entities = [{"uid": {"type": "Nothing", "id": "-"}, "attrs": {}, "parents": []}]

    def name(self, thing: Subject | Resource | None) -> str:
        """The Cedar name of a subject or thing, making its entity when it is new."""
        if thing is None:
            return 'Nothing::"-"'
        known = self.names.get(thing)
        if known is None:
            kind, number = type(thing).__name__, str(len(self.names))
            known = self.names[thing] = f'{kind}::"{number}"'
            attributes = {"Subject": _subject, "ProcessResource": _process, "BlockResource": _block}.get(kind)
            facts = attributes(thing) if attributes else self._within(thing)
            if isinstance(thing, ProcessResource):
                facts["process"] = _reference(kind, number)
            self.entities.append({"uid": {"type": kind, "id": number}, "attrs": facts, "parents": []})
        return known

    def _within(self, thing: Any) -> dict[str, Any]:
        kind, number = self.name(thing.process).rstrip('"').split('::"')
        kinds: dict[type, Any] = {DocumentResource: _document, DiscardedResource: _discarded}
        if isinstance(thing, PassageResource):
            text, identifier = self.name(thing.document).rstrip('"').split('::"')
            facts = {**_passage(thing), "document": _reference(text, identifier)}
        else:
            facts = kinds.get(type(thing), _routing)(thing)
        return {**facts, "process": _reference(kind, number)}


def _reference(kind: str, number: str) -> dict[str, Any]:
    return {"__entity": {"type": kind, "id": number}}


def _seats(credentials: Iterable[tuple[str, str]]) -> list[str]:
    return sorted(f"{user}@{unit}" for user, unit in credentials)


def _subject(subject: Subject) -> dict[str, Any]:
    return {
        "tenant": subject.tenant,
        "agency": subject.agency,
        "user": subject.user,
        "unit": subject.unit,
        "seat": f"{subject.user}@{subject.unit}",
        "profiles": sorted(subject.profiles),
        "acts": sorted(subject.acts),
        "protocol": subject.unit_is_protocol,
        "service": subject.scope is not None,
        "given": sorted(subject.scope.operations) if subject.scope else [],
        "types": sorted(subject.scope.process_types) if subject.scope else [],
        "must_enrol": subject.must_enrol,
        "controls": _controlled(subject),
    }


def _controlled(subject: Subject) -> list[str]:
    """Every type at every agency that the criteria open, one by one: said so, and not as sets that may be empty."""
    return sorted(
        {
            f"{kind}@{agency}"
            for one in subject.oversees
            for kind in (one.process_types or TYPES)
            for agency in (one.agencies or AGENCIES)
        }
    )


def _process(process: ProcessResource) -> dict[str, Any]:
    passed = process.passed_units | process.open_units | {process.generating_unit}
    return {
        "tenant": process.tenant,
        "agency": process.agency,
        "level": process.level.value,
        "type": process.type,
        "place": f"{process.type}@{process.agency}",
        "state": process.state,
        "generating": process.generating_unit,
        "open": sorted(process.open_units),
        "passed": sorted(passed),
        "known": sorted(passed | process.shared_units),
        "credentials": _seats(process.credentials),
    }


def _document(document: DocumentResource) -> dict[str, Any]:
    return {
        "level": document.level.value,
        "unit": document.unit,
        "kind": document.kind,
        "state": document.state,
        "pen": document.pen,
        "published": document.published,
        "moved_since": document.moved_since,
        "locked": document.locked,
        "signing_block": sorted(document.shared_with),
        "meeting_block": sorted(document.shown_to),
        "signed_by": sorted(document.signer_units),
        "signers": _seats(document.signers),
    }


def _discarded(thing: DiscardedResource) -> dict[str, Any]:
    return {"level": thing.process.level.value, "owner": thing.owner}


def _passage(passage: PassageResource) -> dict[str, Any]:
    return {
        "level": passage.document.level.value,
        "visibility": passage.visibility,
        "unit": passage.unit,
        "author": passage.author,
    }


def _block(block: BlockResource) -> dict[str, Any]:
    return {"tenant": block.tenant, "owner": block.unit, "receivers": sorted(block.receivers)}


def _routing(routing: RoutingResource) -> dict[str, Any]:
    return {"level": routing.process.level.value, "demanding": routing.demanding_unit}


def answers(cells: list[Cell]) -> list[bool]:
    """What Cedar says of each cell. Raises AssertionError when a policy could not be evaluated."""
    world = _World()
    requests = [
        {
            "principal": world.name(cell.subject),
            "action": f'Action::"{cell.action.value}"',
            "resource": world.name(cell.resource),
            "context": {"password": cell.context.reauthenticated, "act": cell.action.value},
        }
        for cell in cells
    ]
    policies = cedarpy.PolicySet.from_str(POLICIES.read_text(encoding="utf-8"))
    entities = cedarpy.Entities.from_json_str(json.dumps(world.entities))
    said: list[bool] = []
    for start in range(0, len(requests), BATCH):
        for result in cedarpy.is_authorized_batch(requests[start : start + BATCH], policies, entities):
            assert not result.diagnostics.errors, result.diagnostics.errors
            said.append(result.allowed)
    return said
