"""Every route × every archetype × access level answers what the policy decides (A2, A4, W4 of security.md; PRO-08).

Invisible is 404, byte for byte the answer for absent. A route that is not in ``places`` or ``general`` fails here.
"""

import re
import sys
import uuid
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from chalicelib.adapters.dynamodb.audit import DynamoTrail
from chalicelib.api.areas import every_area
from chalicelib.api.problems import MOVED_ON
from chalicelib.api.routes import SECURITY_HEADERS, Declared
from chalicelib.application.authorisation import (
    block_resource,
    document_resource,
    passage_resource,
    process_resource,
    routing_resource,
)
from chalicelib.application.references import (
    BlockKey,
    DiscardedKey,
    DocumentKey,
    PassageCommentKey,
    ProcessKey,
)
from chalicelib.domain import policy
from chalicelib.domain.access import (
    Context,
    DiscardedResource,
    DocumentResource,
    PassageResource,
    RoutingResource,
)
from chalicelib.domain.audit import Access
from chalicelib.domain.policy import Action
from chalicelib.domain.policy_rules import RULES
from tests.world.installed import Installed, load_tenant
from tests.world.world import Reply, World

from .administration import ADMINISTRATION
from .archetypes import HOLDER, Archetype, everybody
from .confidential_places import CONFIDENTIAL
from .flows import FLOWS, GENERAL_FLOWS
from .general import GENERAL
from .life_places import LIFE
from .places import PLACES as MAIN
from .places import Builder, Place
from .redaction_places import REDACTION
from .service_places import SERVICE_PLACES
from .ties import TIES

ROUTES: list[Declared] = [declared for area in every_area() for declared in area.declared]
ON_PROCESS = [route for route in ROUTES if "{process}" in route.path]
ON_BLOCK = [route for route in ROUTES if "{block}" in route.path]
IN_GENERAL = [route for route in ROUTES if route not in ON_PROCESS + ON_BLOCK]
PLACES = {**MAIN, **LIFE, **TIES, **REDACTION, **FLOWS, **CONFIDENTIAL}
#: Done by who holds a credential, which no archetype does: ``test_confidential_sweep`` asks these.
AT_UNITS_LEVELS = [route for route in ON_PROCESS if (route.method, route.path) not in CONFIDENTIAL]
GENERALLY = {**GENERAL, **GENERAL_FLOWS, **ADMINISTRATION, **SERVICE_PLACES}
LEVELS = ("public", "restricted")
ABSENT = "a" * 26
#: Routes on a process that show nothing of it: a file the unit is sending, and its own mailboxes.
SHOWS_NOTHING = {
    ("GET", "/processes/{process}/uploads/{upload}"),
    ("GET", "/processes/{process}/email-form"),
}
#: Acts that ask another question first: nobody tries passwords on what is not theirs to read, nor routings unseen.
FIRST = {
    Action.DOCUMENT_SIGN: Action.DOCUMENT_READ,
    Action.DOCUMENT_AUTHENTICATE: Action.DOCUMENT_READ,
    Action.ROUTING_EXTEND: Action.PROCESS_SEE,
    Action.ROUTING_WITHDRAW_RETURN: Action.PROCESS_SEE,
}
pytestmark = pytest.mark.usefixtures("forgiven")


def named(route: Declared) -> str:
    return f"{route.method} {route.path}"


@pytest.fixture(scope="module")
def city(installed: Installed) -> World:
    load_tenant(installed, installed.place.settings.tenant)  # the one that logins belong to
    return World(installed, f"s{uuid.uuid4().hex[:12]}")


@pytest.fixture(scope="module")
def people(city: World, installed: Installed) -> list[Archetype]:
    return everybody(city, lambda: World(installed, f"o{uuid.uuid4().hex[:12]}"))


@pytest.fixture
def decided(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[Action]]:
    """Which acts the policy was asked about."""
    asked: set[Action] = set()
    genuine = policy.decide

    def watched(subject: Any, action: Action, *rest: Any, **more: Any) -> Any:
        asked.add(action)
        return genuine(subject, action, *rest, **more)

    for module in list(sys.modules.values()):
        if getattr(module, "decide", None) is genuine:
            monkeypatch.setattr(module, "decide", watched)
    return asked


@pytest.fixture
def recorded(monkeypatch: pytest.MonkeyPatch) -> list[Access]:
    """What was noted as read, while it is written as ever (AUD-01)."""
    kept: list[Access] = []
    genuine = DynamoTrail.begin

    def begin(self: DynamoTrail, access: Access) -> Any:
        kept.append(access)
        return genuine(self, access)

    monkeypatch.setattr(DynamoTrail, "begin", begin)
    return kept


def send(world: World, who: Archetype, route: Declared, path: str, body: Any, **headers: str) -> Reply:
    reply = world.call(who.person, route.method, path, body, **headers)
    for name, value in SECURITY_HEADERS.items():
        assert reply.headers.get(name) == value, f"{named(route)}: {name} missing"
    assert reply.status < 500 or "/pdf" in path, f"{reply.text} {world.installed.journal.failures[-1:]}"
    return reply


def resource(world: World, route: Declared, place: Place) -> Any:
    """What the policy is asked about, from what is stored."""
    ports = world.installed.place.ports(world.tenant)
    identifier = place.parameters["process"]
    kind = RULES[route.action].on
    (process,) = ports.reader.get(ProcessKey(identifier))
    if kind is DocumentResource:
        (document,) = ports.reader.get(DocumentKey(identifier, place.parameters["document"]))
        return document_resource(process, document)
    if kind is PassageResource:
        where = identifier, place.parameters["document"]
        document, comment = ports.reader.get(
            DocumentKey(*where), PassageCommentKey(*where, place.parameters["passage"])
        )
        return passage_resource(process, document, comment)
    if kind is DiscardedResource:
        (thing,) = ports.reader.get(DiscardedKey(identifier, place.parameters["document"]))
        # One that was brought back is in nobody's trash any more.
        return DiscardedResource(process_resource(process), thing.by.id if thing else "nobody")
    if kind is RoutingResource:
        return routing_resource(process, place.parameters["routing"])
    return process_resource(process)


def expected(world: World, who: Archetype, route: Declared, place: Place) -> str:
    """What the policy says: ``401``, ``404``, ``403``, ``409`` for where the process is, or ``allowed``."""
    if who.subject is None:
        return "401"
    thing = resource(world, route, place)
    decision = policy.decide(who.subject, route.action, thing, Context(reauthenticated=True))
    if decision.allowed:
        # A file on its way in is its unit's own until it is a document; a follow-up always is.
        own = {"upload", "follow_up"} & set(place.parameters)
        return "404" if own and who.person.unit != HOLDER else "allowed"
    if decision.hidden:
        return "404"
    return f"409 {decision.code}" if decision.code in MOVED_ON else "403"


def said(reply: Reply) -> str:
    """The reply in the policy's terms; a rule of the process (409, 422) comes after the policy allowed."""
    if reply.status == 409 and reply.json["code"] in MOVED_ON:
        return f"409 {reply.json['code']}"
    return str(reply.status) if reply.status in (401, 403, 404) else "allowed"


def without_operation(reply: Reply) -> str:
    return re.sub(r'"operation": "[^"]*"', "", reply.text)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("route", AT_UNITS_LEVELS, ids=named)
def test_a_route_answers_everybody_as_the_policy_decides(
    city: World,
    people: list[Archetype],
    decided: set[Action],
    recorded: list[Access],
    route: Declared,
    level: str,
) -> None:
    """And whoever is shown something restricted is on record for it, nobody else (AUD-01)."""
    make, builder = PLACES[(route.method, route.path)], Builder(city, level)
    place, succeeded = make(builder), []
    absent = replace(place, parameters={**place.parameters, "process": ABSENT})
    for who in people:
        foretold = expected(city, who, route, place)
        decided.clear()
        recorded.clear()
        reply = send(city, who, route, place.path(route.path), place.body, **place.headers)
        if route.method == "GET" and (route.method, route.path) not in SHOWS_NOTHING:
            who_read = {(access.user.id, access.process) for access in recorded}
            reads = foretold == "allowed" and level == "restricted"
            assert who_read <= ({(who.person.login, place.parameters["process"])} if reads else set())
            assert who_read or not reads or reply.status >= 300, "read, and not on record"
        assert said(reply) == foretold, f"{who.name}: {reply.status} {reply.text}"
        if who.subject:
            first = FIRST.get(route.action, route.action)
            assert {first, route.action} & decided or foretold == "404", f"{route.action} was never decided"
        if foretold == "404":
            nothing = send(city, who, route, absent.path(route.path), absent.body, **absent.headers)
            assert (reply.status, without_operation(reply)) == (nothing.status, without_operation(nothing))
        if reply.status < 300:
            succeeded.append(who.name)
        if route.method != "GET" and foretold == "allowed":
            place = make(builder)
    assert "/pdf" in route.path or succeeded, "nobody could do it: the place is not right"


@pytest.mark.parametrize("route", ON_BLOCK, ids=named)
def test_a_route_on_a_block_answers_everybody_as_the_policy_decides(
    city: World, people: list[Archetype], decided: set[Action], route: Declared
) -> None:
    """BLO-01, BLO-02: who owns it, who received it, and everybody else."""
    make, builder = PLACES[(route.method, route.path)], Builder(city, "public")
    place, succeeded = make(builder), []
    absent = Place({**place.parameters, "block": ABSENT}, place.body)
    for who in people:
        (block,) = city.installed.place.ports(city.tenant).reader.get(BlockKey(place.parameters["block"]))
        decision = policy.decide(who.subject, route.action, block_resource(block)) if who.subject else None
        decided.clear()
        reply = send(city, who, route, place.path(route.path), place.body)
        if decision is None:
            assert reply.status == 401, f"{who.name}: {reply.status} {reply.text}"
        elif decision.hidden:
            nothing = send(city, who, route, absent.path(route.path), absent.body)
            assert reply.status == 404
            assert (reply.status, without_operation(reply)) == (nothing.status, without_operation(nothing))
        elif decision.allowed:
            assert reply.status not in (401, 403, 404), f"{who.name}: {reply.status} {reply.text}"
        else:
            assert (reply.status, reply.json["code"]) == (403, decision.code), f"{who.name}: {reply.text}"
        assert reply.status in (401, 404) or route.action in decided, f"{route.action} was never decided"
        if reply.status < 300:
            succeeded.append(who.name)
            if route.method != "GET":
                place = make(builder)
    assert succeeded, "nobody could do it: the place is not right"


@pytest.mark.parametrize("route", IN_GENERAL, ids=named)
def test_a_route_about_nothing_answers_by_profile(
    city: World, people: list[Archetype], decided: set[Action], route: Declared
) -> None:
    path, body = GENERALLY[(route.method, route.path)]
    for who in people:
        if route.action is Action.SESSION_END and who.subject:
            continue  # it would end the session that the other routes need
        if route.action is Action.SESSION_CHANGE_UNIT:
            body = {"unit": who.person.unit or "gab"}
        decision = policy.decide(who.subject, route.action, None)
        decided.clear()
        reply = send(city, who, route, path, body)
        if decision.allowed:
            assert reply.status not in (401, 403), f"{who.name}: {reply.status} {reply.text}"
        else:
            assert reply.status == (401 if who.subject is None else 403), f"{who.name}: {reply.text}"
        if who.subject or decision.allowed:
            assert route.action in decided, f"{route.action} was never decided"


def test_there_are_at_least_twelve_archetypes_and_every_route_is_declared(people: list[Archetype]) -> None:
    from app import app

    assert len({who.name for who in people}) >= 12
    served = {(method, path) for path, methods in app.routes.items() for method in methods}
    assert served == {(route.method, route.path) for route in ROUTES}
    assert set(PLACES) | set(GENERALLY) >= served
