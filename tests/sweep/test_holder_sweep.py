"""Every route about a process or a document, at the confidential level, answers each kind of holder of a credential as
the policy decides: password given or not, at hand or put away, by profile, unit and agency (A2; SIG-01 to SIG-09).

Who holds none is asked by ``test_confidential_sweep``.
"""

import re
import uuid
from dataclasses import replace
from typing import Any

import pytest

from chalicelib.api.routes import Declared
from chalicelib.application.authorisation import document_resource, process_resource
from chalicelib.application.references import DiscardedKey, DocumentKey, ProcessKey
from chalicelib.domain import policy
from chalicelib.domain.access import Context, DiscardedResource, DocumentResource, PassageResource
from chalicelib.domain.document import Document
from chalicelib.domain.policy_rules import NOTHING, RULES
from chalicelib.domain.process import Process
from tests.world.installed import PASSWORD, Installed
from tests.world.world import World

from .archetypes import Archetype, hired
from .holders import KINDS, Held, Holder, held
from .places import Builder
from .test_route_sweep import FIRST, ON_PROCESS, PLACES, named, said, send

pytestmark = pytest.mark.usefixtures("forgiven")
#: Other things of a path are of the process that the place was made of, and not of this one.
OF_PROCESS = [route for route in ON_PROCESS if set(re.findall(r"{(\w+)}", route.path)) <= {"process", "document"}]


class Office:
    """One process and its holders, made anew when somebody spoiled it."""

    def __init__(self, world: World) -> None:
        self.world, self.held = world, held(world)
        # Some places are of things that one of the archetypes did.
        hired(world, world.installed.place.passwords.hash(PASSWORD), "basic in the unit")

    def spoil(self) -> None:
        """What sessions have open is not as it was."""
        self.held = held(self.world)

    def fresh(self, whole: bool) -> Held:
        """With both documents; ``whole``: and everything else as it was made."""
        found = self.held
        reader = self.world.installed.place.ports(self.world.tenant).reader
        keys = (DocumentKey(found.process, one) for one in (found.draft, found.letter))
        process, draft, letter = reader.get(ProcessKey(found.process), *keys)
        there = process and process.confidential and draft and letter
        if not there or (whole and not _as_made(found, process, draft, letter)):
            self.held = held(self.world)
        return self.held


def _as_made(found: Held, process: Process, draft: Document, letter: Document) -> bool:
    first = found.holders[0].person
    mine = process.credential(first.login, first.unit)
    live = sum(each.live for each in process.credentials)
    states = process.state.value, draft.state.value, letter.state.value
    as_made = states == ("normal", "draft", "signed") and live == len(KINDS) and not draft.locked
    return bool(as_made and mine and mine.open)


@pytest.fixture(scope="module")
def office(installed: Installed) -> Office:
    return Office(World(installed, f"d{uuid.uuid4().hex[:12]}"))


def resource(world: World, route: Declared, process_id: str, document_id: str) -> Any:
    """What the policy is asked about, from what is stored."""
    reader, kind = world.installed.place.ports(world.tenant).reader, RULES[route.action].on
    (process,) = reader.get(ProcessKey(process_id))
    if kind is DocumentResource:
        (document,) = reader.get(DocumentKey(process_id, document_id))
        return document_resource(process, document)
    if kind is DiscardedResource:
        (thing,) = reader.get(DiscardedKey(process_id, document_id))
        return DiscardedResource(process_resource(process), thing.by.id) if thing else None
    # A comment made elsewhere is none of this process's.
    return None if kind is PassageResource else process_resource(process)


def expected(who: Holder, route: Declared, thing: Any) -> str:
    """What the policy says. The password of an act opens no process: what comes before it is decided without."""
    if thing is None and RULES[route.action].on is not NOTHING:
        return "404"
    first = FIRST.get(route.action, route.action)
    decision = policy.decide(who.subject, first, thing)
    if decision.allowed and first is not route.action:
        decision = policy.decide(who.subject, route.action, thing, Context(reauthenticated=True))
    if decision.allowed:
        return "allowed"
    return "404" if decision.hidden else str(decision.code)


@pytest.mark.parametrize("route", OF_PROCESS, ids=named)
def test_a_route_answers_each_holder_as_the_policy_decides(office: Office, route: Declared) -> None:
    world = office.world
    place = PLACES[(route.method, route.path)](Builder(world, "public"))
    for turn, name in enumerate(KINDS):
        now = office.fresh(whole=turn == 0)
        who = next(one for one in now.holders if one.name == f"holder {name}")
        document = now.letter if "cancellation" in route.path else now.draft
        here = {**place.parameters, "process": now.process, "document": document}
        about = replace(place, parameters=here)
        foretold = expected(who, route, resource(world, route, now.process, document))
        asking = Archetype(who.name, who.person, who.subject)
        reply = send(world, asking, route, about.path(route.path), about.body, **about.headers)
        if reply.status == 404 and reply.json["code"] != "not_found" and foretold == "allowed":
            continue  # what the act is about is not there: that the process is was no secret
        if foretold == "allowed":
            assert said(reply) in ("allowed", "409 process_not_open_here"), f"{who.name}: {reply.status} {reply.text}"
        elif foretold == "404":
            assert reply.status == 404, f"{who.name}: {reply.status} {reply.text}"
        else:
            assert reply.status in (403, 409), f"{who.name}: {reply.status} {reply.text}"
            assert reply.json["code"] == foretold, who.name
    if route.path.endswith("/openings"):
        office.spoil()


def test_there_are_more_than_twenty_kinds_at_this_level_and_most_routes_are_asked() -> None:
    assert len(KINDS) + 17 > 20
    assert len(OF_PROCESS) > 90
