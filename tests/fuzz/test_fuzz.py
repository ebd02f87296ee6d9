"""At least 20,000 hostile and half-hostile requests over every route: no 5xx, one error schema, no reply over 3 s
(W1 of security.md). Fewer with IPEROIG_FUZZ_REQUESTS, for a quick look."""

import json
import math
import os
import time
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from chalicelib.api.areas import every_area
from chalicelib.api.routes import SECURITY_HEADERS, Declared
from chalicelib.domain.policy import Action
from tests.fuzz import hostile
from tests.world.builders import accepted, awaited, drafted, filed, received, signed
from tests.world.installed import Installed
from tests.world.world import Reply, World

REQUESTS = int(os.environ.get("IPEROIG_FUZZ_REQUESTS", "20000"))
ROUTES: list[Declared] = [declared for area in every_area() for declared in area.declared]
EACH = math.ceil(REQUESTS * 1.02 / len(ROUTES))
LIMIT = 3.0
PROBLEM = {"type", "title", "status", "code", "detail", "operation"}
MORE = {"errors", "edited_by", "edited_at", "revision"}
sent: Counter[str] = Counter()
statuses: Counter[int] = Counter()
pytestmark = pytest.mark.usefixtures("forgiven")


def named(route: Declared) -> str:
    return f"{route.method} {route.path}"


@pytest.fixture(scope="module")
def city(installed: Installed) -> World:
    return World(installed, "fuzzed")


@pytest.fixture(scope="module")
def ids(city: World) -> dict[str, list[str]]:
    """What exists, for the requests that reach it."""
    letters = [drafted(city), signed(city), filed(city), drafted(city, received(city, keep_open=True))]
    process, routing = awaited(city)
    return {
        "process": [process, *(letter[0] for letter in letters)],
        "document": [letter[1] for letter in letters],
        "routing": [routing],
        "upload": [accepted(city, process)[1]],
        "version": ["1", "0", "-1", "999999999999"],
        "unit": ["semad-prot", "semad-rh"],
        "name": ["subjects", "holidays", "tenant", "templates"],
    }


@pytest.fixture(scope="module")
def tokens(city: World) -> list[str]:
    """Clerk, colleague elsewhere, another agency's, and one whose profile opens nothing."""
    auditor = city.hire("auditora.pura", "cgm", "auditor")
    people = [city.ana, city.marina, city.person("eduardo.sales", "ipmu-ben"), auditor]
    return [person.token for person in people]


def check(route: Declared, reply: Reply, seconds: float) -> None:
    """What every reply must be, whatever was asked."""
    statuses[reply.status] += 1
    what = f"{named(route)} -> {reply.status} {reply.text[:400]}"
    # No rendering function runs here: asking for a PDF rightly says that a service is away.
    assert reply.status < 500 or (reply.status == 503 and route.path.endswith("/pdf")), what
    assert seconds < LIMIT, f"{seconds:.1f} s: {what}"
    for name, expected in SECURITY_HEADERS.items():
        assert reply.headers.get(name) == expected, f"{name}: {what}"
    if reply.status < 400:
        assert reply.headers["Content-Type"] == "application/json", what
        if reply.text:
            json.loads(reply.text)
        return
    assert reply.headers["Content-Type"] == "application/problem+json", what
    problem: dict[str, Any] = json.loads(reply.text)
    assert set(problem) >= PROBLEM, what
    assert set(problem) <= PROBLEM | MORE, what
    assert problem["status"] == reply.status
    assert problem["type"] == f"/errors/{problem['code']}"
    assert problem["detail"].strip()
    for error in problem.get("errors", []):
        assert set(error) == {"field", "code", "message"}, what
        assert error["message"].strip(), what


@pytest.mark.parametrize("route", ROUTES, ids=named)
@pytest.mark.timeout(900)
def test_no_request_breaks_a_route(
    city: World, ids: dict[str, list[str]], tokens: list[str], route: Declared
) -> None:
    @settings(
        max_examples=EACH, deadline=None, database=None, derandomize=True, print_blob=True,
        suppress_health_check=list(HealthCheck), phases=[Phase.generate],
    )  # fmt: skip
    @given(
        path=hostile.path(route, ids),
        query=hostile.query(route.query),
        headers=hostile.headers(tokens),
        body=hostile.body(route.body),
    )
    def fuzz(path: str, query: str, headers: dict[str, str], body: bytes) -> None:
        if route.action is Action.SESSION_END and headers["Authorization"].partition(" ")[2] in tokens:
            # Somebody else's session: the other routes need these.
            headers = {**headers, "Authorization": f"Bearer {city.session('ana.lima', 'semad-prot').token}"}
        began = time.perf_counter()
        reply = city.raw(route.method, f"{path}?{query}" if query else path, headers, body)
        sent[named(route)] += 1
        if reply.status == 500:
            print(city.installed.journal.failures[-1])
        check(route, reply, time.perf_counter() - began)

    fuzz()


def test_enough_was_sent_and_some_of_it_was_right() -> None:
    print(f"{sum(sent.values())} requests: {dict(sorted(statuses.items()))}")
    assert sum(sent.values()) >= REQUESTS
    assert sum(count for status, count in statuses.items() if status < 300) > REQUESTS / 50
