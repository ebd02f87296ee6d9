"""Who may be logged in, and where they work: ACC-01, ACC-04, ACC-08, ACC-09."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from chalicelib.domain.errors import Forbidden, Unauthenticated
from chalicelib.domain.identity import Grant, Session, User, check_unit, session_is_alive
from chalicelib.domain.organisation import Person, Unit
from tests.fakes.city import CABINET, CLOSED, PERSONNEL, PROTOCOL, START, WORKS

from .process_examples import refused

HOUR = 3600
UNITS = {unit.id: unit for unit in (PROTOCOL, PERSONNEL, CABINET, WORKS, CLOSED)}
USER = User("ana.lima", "ubatuba", "Ana Lima", "pmu", grants=(Grant("semad-prot", "basic"),))
SESSION = Session("d" * 64, "ubatuba", "ana.lima", "semad-prot", 0, START, START, START + timedelta(hours=10))


def alive(user: User | None = USER, minutes: float = 1, **session: object) -> None:
    session_is_alive(replace(SESSION, **session), user, START + timedelta(minutes=minutes), HOUR)  # type: ignore[arg-type]


def test_session_in_use_is_alive_up_to_an_hour_of_silence():
    alive(minutes=60)


def test_session_ends_after_an_hour_of_silence():
    with refused("session_expired", Unauthenticated):
        alive(minutes=60.1)


def test_session_ends_at_its_hour_however_much_it_is_used():
    recent = START + timedelta(hours=9, minutes=59)
    alive(minutes=599, last_used_at=recent)
    with refused("session_expired", Unauthenticated):
        alive(minutes=600, last_used_at=recent)


@pytest.mark.parametrize(
    "user",
    [
        pytest.param(None, id="gone"),
        pytest.param(replace(USER, blocked=True), id="blocked"),
        pytest.param(replace(USER, session_epoch=1), id="all sessions revoked"),
    ],
)
def test_session_ends_with_its_user(user):
    with refused("session_expired", Unauthenticated):
        alive(user)


def test_session_opened_before_a_revocation_does_not_come_back_with_the_next():
    with refused("session_expired", Unauthenticated):
        alive(replace(USER, session_epoch=0), epoch=1)


# ACC-04, ACC-09


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (date(2026, 11, 22), False),
        (date(2026, 11, 23), True),
        (date(2026, 11, 30), True),
        (date(2026, 12, 1), False),
    ],
)
def test_grant_holds_from_its_first_to_its_last_day(day, held):
    grant = Grant("semad-prot", "basic", date(2026, 11, 23), date(2026, 11, 30))
    assert grant.holds_on(day) is held


def test_user_works_where_a_grant_holds_and_nowhere_else():
    day = date(2026, 11, 23)
    user = replace(
        USER,
        grants=(
            Grant("gab", "basic", valid_until=date(2026, 11, 22)),
            Grant("semad-prot", "basic"),
            Grant("semad-rh", "basic"),
            Grant("semad-prot", "protocol"),
        ),
    )
    assert user.units_on(day, UNITS) == ("semad-prot", "semad-rh")
    assert user.profiles_in("semad-prot", day, UNITS) == {"basic", "protocol"}
    assert user.profiles_in("gab", day, UNITS) == frozenset()
    check_unit(user, "semad-rh", day, UNITS)
    for unit in ("gab", "obras", ""):
        with refused("unit_not_granted", Forbidden):
            check_unit(user, unit, day, UNITS)


DAY = date(2026, 11, 23)


def below(unit: Unit, above: Unit) -> Unit:
    return replace(unit, parent=above.id)


def test_grant_extended_to_subunits_reaches_all_that_is_below_today_and_nothing_else():
    tree = {**UNITS, PROTOCOL.id: below(PROTOCOL, PERSONNEL), WORKS.id: below(WORKS, PROTOCOL)}
    user = replace(USER, grants=(Grant(PERSONNEL.id, "basic", subunits=True),))
    assert user.units_on(DAY, tree) == (PERSONNEL.id, PROTOCOL.id, WORKS.id)
    assert user.profiles_in(WORKS.id, DAY, tree) == {"basic"}
    assert user.profiles_in(CABINET.id, DAY, tree) == frozenset()
    moved = {**tree, PROTOCOL.id: below(PROTOCOL, CABINET)}
    assert user.units_on(DAY, moved) == (PERSONNEL.id,), "moved under another, it is reached no more"


def test_grant_without_extension_stays_in_its_unit():
    tree = {**UNITS, PROTOCOL.id: below(PROTOCOL, PERSONNEL)}
    assert replace(USER, grants=(Grant(PERSONNEL.id, "basic"),)).units_on(DAY, tree) == (PERSONNEL.id,)


def test_grant_in_every_unit_reaches_all_that_are_active():
    user = replace(USER, grants=(Grant(WORKS.id, "basic"), Grant("*", "administrator")))
    assert user.units_on(DAY, UNITS) == (WORKS.id, PROTOCOL.id, PERSONNEL.id, CABINET.id)
    assert user.profiles_in(WORKS.id, DAY, UNITS) == {"basic", "administrator"}
    with refused("unit_not_granted", Forbidden):
        check_unit(user, CLOSED.id, DAY, UNITS)


def test_nobody_works_in_a_unit_that_was_deactivated():
    user = replace(USER, grants=(Grant(CLOSED.id, "basic"), Grant(PERSONNEL.id, "basic", subunits=True)))
    tree = {**UNITS, CLOSED.id: below(CLOSED, PERSONNEL)}
    assert user.units_on(DAY, tree) == (PERSONNEL.id,)


def test_hierarchy_that_turns_in_circles_ends_all_the_same():
    tree = {PROTOCOL.id: below(PROTOCOL, PERSONNEL), PERSONNEL.id: below(PERSONNEL, PROTOCOL)}
    user = replace(USER, grants=(Grant(CABINET.id, "basic", subunits=True),))
    assert user.units_on(DAY, tree) == ()


def test_screens_name_a_user_by_the_social_name():
    assert USER.person.name == "Ana Lima"
    assert replace(USER, social_name="Ana Flor Lima").person == Person("ana.lima", "Ana Flor Lima")
