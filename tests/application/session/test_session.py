"""Logging in and out, changing unit, last accesses: ACC-01, ACC-04, ACC-09 (security.md §1.5)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from chalicelib.application.session.accesses import list_accesses
from chalicelib.application.session.change_unit import change_unit
from chalicelib.application.session.close import close_session
from chalicelib.application.session.open import Credentials, SessionTerms, open_session
from chalicelib.domain.errors import Forbidden, TooManyAttempts, Unauthenticated
from chalicelib.domain.identity import Grant, Session, User
from tests.application.under_way import refused
from tests.fakes.city import PERSONNEL, PROTOCOL
from tests.fakes.outside import Outside
from tests.fakes.people import ANA_USER, SECRET

HOME = Credentials("ana.lima", SECRET, None, "200.144.10.7", "Firefox")
LIFE = 36_000


def log_in(outside: Outside, digest: str = "d1", **changes) -> tuple[Session, User]:
    return open_session(outside.ports, replace(HOME, **changes), SessionTerms(digest, LIFE, digest))


def fails(outside: Outside, **changes) -> Unauthenticated:
    with pytest.raises(Unauthenticated) as refusal:
        log_in(outside, **changes)
    assert refusal.value.code == "invalid_credentials"
    return refusal.value


@pytest.fixture(autouse=True)
def hired(outside: Outside) -> User:
    return outside.identity.hire()


def test_session_opens_in_the_first_granted_unit_with_its_end(outside: Outside):
    session, user = log_in(outside)
    assert (user.id, session.unit) == ("ana.lima", PROTOCOL.id)
    assert session.expires_at - session.created_at == timedelta(seconds=LIFE)
    assert (session.address, session.agent) == ("200.144.10.7", "Firefox")


def test_login_is_typed_as_people_type(outside: Outside):
    assert log_in(outside, login=" Ana.Lima ")[1].id == "ana.lima"


def test_agency_when_given_is_the_users(outside: Outside):
    log_in(outside, agency="pmu")
    fails(outside, agency="ipmu")


def test_all_that_is_wrong_has_one_answer(outside: Outside):
    outside.identity.hire(replace(ANA_USER, id="bloqueada", blocked=True))
    outside.identity.hire(replace(ANA_USER, id="sem.lotacao", grants=()))
    ended = Grant(PROTOCOL.id, "basic", valid_until=date(2026, 11, 22))
    outside.identity.hire(replace(ANA_USER, id="vencida", grants=(ended,)))
    answers = set()
    for wrong in (
        {"password": "errada"},
        {"login": "ninguem"},
        {"login": "bloqueada"},
        {"login": "sem.lotacao"},
        {"login": "vencida"},
        {"agency": "ipmu"},
    ):
        refusal = fails(outside, **wrong)
        answers.add((refusal.code, refusal.message))
        outside.identity.counts.clear()
    assert len(answers) == 1


# Guessing


def test_account_waits_longer_and_longer_wherever_the_guesses_come_from(outside: Outside):
    for attempt in range(5):
        fails(outside, password="errada", address=f"10.0.{attempt}.1")
    waits = []
    for attempt in range(8):
        with pytest.raises(TooManyAttempts) as refusal:
            log_in(outside, address=f"10.1.{attempt}.1")
        waits.append(refusal.value.retry_after)
        outside.later(seconds=refusal.value.retry_after)
        fails(outside, password="errada", address=f"10.2.{attempt}.1")
    assert waits == [15, 30, 60, 120, 240, 480, 900, 900]


def test_wait_ends_and_the_right_password_enters(outside: Outside):
    for attempt in range(5):
        fails(outside, password="errada", address=f"10.0.{attempt}.1")
    outside.later(seconds=15)
    assert log_in(outside)


def test_network_that_tries_many_accounts_waits(outside: Outside):
    for attempt in range(30):
        fails(outside, login=f"pessoa{attempt}", address=f"200.144.10.{attempt}")
    with pytest.raises(TooManyAttempts):
        log_in(outside)
    assert log_in(outside, address="187.1.2.3")


def test_account_that_does_not_exist_waits_as_one_that_does(outside: Outside):
    for attempt in range(5):
        fails(outside, login="ninguem", address=f"10.0.{attempt}.1")
    with pytest.raises(TooManyAttempts):
        log_in(outside, login="ninguem", address="10.9.9.9")


def test_right_password_forgives_the_account_and_not_the_network(outside: Outside):
    fails(outside, password="errada")
    log_in(outside)
    assert list(outside.identity.counts) == ["network.200-144-10"]


def test_password_is_not_even_tried_while_waiting(outside: Outside):
    for attempt in range(5):
        fails(outside, password="errada", address=f"10.0.{attempt}.1")
    before = dict(outside.identity.counts)
    with pytest.raises(TooManyAttempts):
        log_in(outside, password="errada")
    assert outside.identity.counts == before


# ACC-01: accesses; ending


def test_last_accesses_come_newest_first(outside: Outside):
    for number in range(3):
        outside.later(hours=1)
        session, _ = log_in(outside, digest=f"d{number}")
    assert [access.digest for access in list_accesses(outside.ports, session)] == ["d2", "d1", "d0"]


def test_session_ends_at_once_and_ending_it_again_changes_nothing(outside: Outside):
    session, _ = log_in(outside)
    for _ in range(2):
        close_session(outside.ports, session)
        assert outside.identity.open_ones == {}


# ACC-04


def test_user_works_from_another_granted_unit(outside: Outside):
    session, user = log_in(outside)
    outside.later(minutes=3)
    changed = change_unit(outside.ports, session, user, PERSONNEL.id)
    assert (changed.unit, changed.last_used_at) == (PERSONNEL.id, outside.now)
    assert outside.identity.open_ones["d1"].unit == PERSONNEL.id


@pytest.mark.parametrize("unit", ["gab", "nada", ""])
def test_unit_that_was_not_granted_is_refused(outside: Outside, unit):
    session, user = log_in(outside)
    with refused("unit_not_granted", Forbidden):
        change_unit(outside.ports, session, user, unit)
    assert outside.identity.open_ones["d1"].unit == PROTOCOL.id


def test_grant_that_ended_yesterday_gives_no_unit_in_the_citys_own_day(outside: Outside):
    today = date(2026, 11, 23)
    ended = replace(ANA_USER, grants=(Grant(PROTOCOL.id, "basic"), Grant("gab", "basic", valid_until=today)))
    outside.identity.hire(ended)
    session, user = log_in(outside)
    outside.now = outside.now.replace(day=24, hour=2)
    assert change_unit(outside.ports, session, user, "gab").unit == "gab"
    outside.later(hours=1)
    with refused("unit_not_granted", Forbidden):
        change_unit(outside.ports, session, user, "gab")


def test_unknown_user_and_one_who_may_not_enter_cost_the_same_work_as_a_wrong_password(outside: Outside, monkeypatch):
    """A6: what takes time is counted, not timed: one hash of the same cost and the same calls, in the same order."""
    outside.identity.hire(replace(ANA_USER, id="bloqueada", blocked=True))
    done: list[str] = []
    genuine = outside.identity

    class Counted:
        def __getattr__(self, name: str):
            def call(*given):
                done.append(name)
                return getattr(genuine, name)(*given)

            return call

    def verify(self, hashed, password):
        done.append("hash")
        return hashed == f"hash of {password}"

    monkeypatch.setattr("tests.fakes.outside.Passwords.verify", verify)
    ports = replace(outside.ports, identity=Counted())
    work = {}
    for login, password in (("ana.lima", "errada"), ("ninguem", "errada"), ("bloqueada", SECRET)):
        done.clear()
        with pytest.raises(Unauthenticated):
            open_session(ports, replace(HOME, login=login, password=password), SessionTerms("d", LIFE, "k"))
        work[login] = list(done)
    wrong = ["claim", "claim", "account", "hash", "settle", "settle"]
    assert work["ana.lima"] == work["ninguem"] == work["bloqueada"] == wrong
