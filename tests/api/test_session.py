"""Logging in over HTTP, and what a token is worth afterwards: ACC-01, ACC-04 (security.md §1.5, §5)."""

import base64
import statistics
import time
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.adapters.dynamodb.identity import save_user
from chalicelib.api import replies
from chalicelib.domain.identity import Grant, User
from tests.world.fixtures import forgiven  # noqa: F401
from tests.world.installed import PASSWORD
from tests.world.world import NOBODY, Person, Reply, World

from .test_processes import fits, get, problem

COOKIE = "__Host-iperoig"
pytestmark = pytest.mark.usefixtures("forgiven")


@pytest.fixture
def newcomer(world: World) -> User:
    """Somebody nobody else's test locks out or revokes."""
    user = User(
        f"nova.{uuid.uuid4().hex[:8]}",
        world.tenant,
        "Nova Servidora",
        "pmu",
        grants=(Grant("semad-prot", "basic"), Grant("semad-rh", "basic")),
    )
    save_user(user, world.installed.place.passwords.hash(PASSWORD))
    return user


def log_in(world: World, login: str, password: str = PASSWORD, **form: str) -> Reply:
    body = {"login": login, "password": password, **form}
    return world.call(NOBODY, "POST", "/sessions", body, User_Agent="Firefox")


def entered(world: World, user: User) -> Person:
    """Logged in as a system, which keeps its token."""
    reply = log_in(world, user.id, transport="bearer")
    assert reply.status == 201, reply.text
    return Person(user.id, "semad-prot", reply.json["token"])


def cookie_of(reply: Reply) -> tuple[str, set[str]]:
    first, *attributes = reply.headers["Set-Cookie"].split("; ")
    name, _, value = first.partition("=")
    assert name == COOKIE
    return value, set(attributes)


def with_cookie(world: World, cookie: str) -> Reply:
    return world.raw("GET", "/me", {"Cookie": cookie}, b"")


# ACC-01


def test_login_says_who_one_is_and_where_and_what_one_may(world: World, newcomer: User):
    reply = log_in(world, newcomer.id)
    me = fits(replies.Me, reply.json)
    assert (reply.status, me["user"]["id"], me["unit"]["id"]) == (201, newcomer.id, "semad-prot")
    assert [unit["id"] for unit in me["units"]] == ["semad-prot", "semad-rh"]
    assert "process.start" in me["actions"]
    assert (me["previous_access"], "token" in me) == (None, False)


def test_cookie_is_of_this_host_only_and_out_of_reach_of_scripts(world: World, newcomer: User):
    _, attributes = cookie_of(log_in(world, newcomer.id))
    assert attributes == {"Path=/", "Secure", "HttpOnly", "SameSite=Strict", "Max-Age=36000"}


def test_cookie_opens_the_session_among_other_sites_cookies(world: World, newcomer: User):
    value, _ = cookie_of(log_in(world, newcomer.id))
    for neighbours in ("{}", "a=b; {}", '_visit={{"id":"1"}}; {}', "; ;=; {} ;x"):
        assert with_cookie(world, neighbours.format(f"{COOKIE}={value}")).status == 200


def test_token_is_given_only_to_who_asks_for_it_and_then_in_no_cookie(world: World, newcomer: User):
    reply = log_in(world, newcomer.id, transport="bearer")
    assert reply.json["token"]
    assert "Set-Cookie" not in reply.headers


def test_previous_access_is_shown(world: World, newcomer: User):
    entered(world, newcomer)
    me = get(world, "/me", entered(world, newcomer)).json
    assert me["documents_per_folder"] == 20  # PRO-20: as the city's tables say
    assert me["previous_access"]["address"] == "127.0.0.1"
    accesses = get(world, "/me/accesses", entered(world, newcomer))
    found = fits(replies.Accesses, accesses.json)["items"]
    assert (len(found), found[0]["agent"]) == (3, "Firefox")
    assert [access["at"] for access in found] == sorted((access["at"] for access in found), reverse=True)


def test_login_is_typed_with_capitals_by_telephones(world: World, newcomer: User):
    assert log_in(world, newcomer.id.upper()).status == 201


def test_space_at_the_end_of_a_password_is_part_of_it(world: World, newcomer: User):
    problem(log_in(world, newcomer.id, PASSWORD + " "), 401, "invalid_credentials")
    save_user(newcomer, world.installed.place.passwords.hash(" com espaços "))
    assert log_in(world, newcomer.id, " com espaços ").status == 201


def test_unknown_user_is_answered_as_a_wrong_password(world: World, newcomer: User):
    wrong, unknown = log_in(world, newcomer.id, "errada"), log_in(world, "ninguem.aqui", "errada")
    problem(wrong, 401, "invalid_credentials")
    assert {**unknown.json, "operation": ""} == {**wrong.json, "operation": ""}


def test_unknown_user_takes_as_long_as_a_wrong_password(world: World, newcomer: User):
    def seconds(login: str) -> float:
        taken = []
        for _ in range(5):
            world.store.forget_attempts()
            began = time.perf_counter()
            log_in(world, login, "errada")
            taken.append(time.perf_counter() - began)
        return statistics.median(taken)

    hashing = min(_hashing(world) for _ in range(3))
    assert abs(seconds(newcomer.id) - seconds("ninguem.aqui")) < max(hashing, 0.02)


def _hashing(world: World) -> float:
    began = time.perf_counter()
    world.installed.place.passwords.hash("x")
    return time.perf_counter() - began


def test_guessing_is_slowed_down_and_says_for_how_long(world: World, newcomer: User):
    for _ in range(5):
        problem(log_in(world, newcomer.id, "errada"), 401, "invalid_credentials")
    waiting = log_in(world, newcomer.id)
    problem(waiting, 429, "too_many_attempts")
    assert 1 <= int(waiting.headers["Retry-After"]) <= 15
    with world.clock.moved(timedelta(seconds=16)):
        assert log_in(world, newcomer.id).status == 201


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"password": "x"}, "login"),
        ({"login": "ana.lima"}, "password"),
        ({"login": "ana.lima", "password": ""}, "password"),
        ({"login": "ana.lima", "password": "x" * 201}, "password"),
        ({"login": "ana lima", "password": "x"}, "login"),
        ({"login": "ana#lima", "password": "x"}, "login"),
        ({"login": "ana.lima", "password": "x", "transport": "carta"}, "transport"),
        ({"login": "ana.lima", "password": "x", "admin": True}, "admin"),
    ],
)
def test_wrong_form_names_the_field(world: World, form: dict[str, object], field: str):
    reply = world.call(NOBODY, "POST", "/sessions", form)
    problem(reply, 400, "invalid_request")
    assert [each["field"] for each in reply.json["errors"]] == [field]


# The end of a session


def test_log_out_ends_the_session_and_clears_the_cookie(world: World, newcomer: User):
    who = entered(world, newcomer)
    reply = world.call(who, "DELETE", "/sessions/current")
    value, attributes = cookie_of(reply)
    assert (reply.status, value, "Max-Age=0" in attributes) == (204, "", True)
    problem(get(world, "/me", who), 401, "session_expired")


def test_log_out_of_one_browser_leaves_the_other(world: World, newcomer: User):
    one, other = entered(world, newcomer), entered(world, newcomer)
    world.call(one, "DELETE", "/sessions/current")
    assert get(world, "/me", other).status == 200


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"session_epoch": 1}, id="all sessions revoked"),
        pytest.param({"blocked": True}, id="blocked"),
        pytest.param({"grants": ()}, id="no grant left"),
    ],
)
def test_session_ends_on_the_very_next_request(world: World, newcomer: User, change: dict[str, object]):
    who = entered(world, newcomer)
    assert get(world, "/me", who).status == 200
    save_user(replace(newcomer, **change), None)  # type: ignore[arg-type]
    problem(get(world, "/me", who), 401, "session_expired")


def test_idle_session_ends_and_one_in_use_does_not(world: World, newcomer: User):
    who = entered(world, newcomer)
    for minutes in (50, 100):
        with world.clock.moved(timedelta(minutes=minutes)):
            assert get(world, "/me", who).status == 200
    with world.clock.moved(timedelta(minutes=161)):
        problem(get(world, "/me", who), 401, "session_expired")


def test_session_ends_at_its_hour(world: World, newcomer: User):
    who = entered(world, newcomer)
    for hours in range(1, 20):
        with world.clock.moved(timedelta(minutes=hours * 30)):
            assert get(world, "/me", who).status == 200
    with world.clock.moved(timedelta(hours=10, minutes=1)):
        problem(get(world, "/me", who), 401, "session_expired")


def tokens(world: World) -> Iterator[str]:
    real = world.ana.token
    named, _, secret = real.partition(".")
    yield from ("x", ".", "a.b", "é.x", "=.=", named, named + ".", real[:-1], real + "x", real.upper())
    yield from (f".{secret}", f"{named}.{secret}.{secret}", "Bearer " + real)
    for claimed in (
        "ubatuba/ana.lima#x",
        "ubatuba/",
        "/ana.lima",
        "ubatuba/" + "a" * 5000,
        "../ana.lima",
        "\0/\0",
    ):
        yield base64.urlsafe_b64encode(claimed.encode()).decode() + "." + secret


def test_token_that_is_no_token_opens_nothing(world: World):
    for token in tokens(world):
        reply = world.raw("GET", "/me", {"Authorization": f"Bearer {token}"}, b"")
        assert (reply.status, reply.json["code"].startswith("session_")) == (401, True), token


def test_token_of_one_user_is_worthless_under_the_name_of_another(world: World):
    stolen = world.ana.token.partition(".")[2]
    named = world.marina.token.partition(".")[0]
    problem(
        get(world, "/me", Person("marina.costa", "semad-rh", f"{named}.{stolen}")), 401, "session_expired"
    )


def test_without_a_session_nothing_is_told(world: World):
    problem(get(world, "/me", NOBODY), 401, "session_required")
    problem(get(world, "/inbox", NOBODY), 401, "session_required")


# ACC-04


def test_user_goes_to_another_unit_and_stays_there(world: World, newcomer: User):
    who = entered(world, newcomer)
    reply = world.call(who, "PUT", "/me/unit", {"unit": "semad-rh"})
    assert fits(replies.Me, reply.json)["unit"]["id"] == "semad-rh"
    assert get(world, "/me", who).json["unit"]["id"] == "semad-rh"


def test_idle_clock_of_an_older_request_does_not_bring_the_user_back(world: World, newcomer: User):
    who = entered(world, newcomer)
    identity = world.installed.place.identity
    (session,) = identity.accesses(world.tenant, newcomer.id)
    world.call(who, "PUT", "/me/unit", {"unit": "semad-rh"})
    identity.touch(session)
    assert get(world, "/me", who).json["unit"]["id"] == "semad-rh"


def test_unit_that_was_not_granted_is_refused(world: World, newcomer: User):
    who = entered(world, newcomer)
    problem(world.call(who, "PUT", "/me/unit", {"unit": "gab"}), 403, "unit_not_granted")
    assert get(world, "/me", who).json["unit"]["id"] == "semad-prot"


def test_grant_that_ended_takes_the_user_to_the_next_unit(world: World, newcomer: User):
    who = entered(world, newcomer)
    save_user(replace(newcomer, grants=(Grant("semad-rh", "archive"),)), None)
    me = get(world, "/me", who).json
    assert (me["unit"]["id"], "process.start" in me["actions"]) == ("semad-rh", False)


def test_key_of_ones_drafts_is_ones_own_and_the_same_after_entering_again(world: World):
    """DOC-03, ASVS 14.3.3"""
    ana = get(world, "/me/draft-key", world.ana)
    fits(replies.DraftKey, ana.json)
    assert len(base64.b64decode(ana.json["key"])) == 32
    assert ana.headers["Cache-Control"] == "no-store"
    again, other = world.session("ana.lima", "semad-prot"), get(world, "/me/draft-key", world.marina)
    assert get(world, "/me/draft-key", again).json == ana.json != other.json
    assert world.call(NOBODY, "GET", "/me/draft-key").status == 401
