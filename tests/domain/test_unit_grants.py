"""ACC-09: what copying a unit's permissions to another gives to whom, and what stays where it is."""

from dataclasses import replace
from datetime import date

import pytest

from chalicelib.domain.errors import InvalidRequest, NotFound, Refused
from chalicelib.domain.identity import Grant, User
from chalicelib.domain.organisation import EVERY_UNIT, Unit
from chalicelib.domain.unit_grants import CopyState, check_units, copied, with_copied

TODAY = date(2026, 11, 27)
UNITS = {one: Unit(one, one.upper(), one, "pmu", "1", active=one != "closed") for one in ("old", "new", "closed")}
UNTIL = Grant("old", "basic", valid_until=date(2026, 12, 31), subunits=True)


def person(*grants: Grant, **more) -> User:
    return User("nilo", "ubatuba", "Nilo Novais", "pmu", "", grants, **more)


def one(user: User):
    (line,) = copied([user], "old", "new", TODAY)
    return line


def test_what_holds_today_is_given_as_it_is_with_its_end_and_its_subunits():
    line = one(person(UNTIL, Grant("old", "protocol"), Grant("other", "basic")))
    assert line.state is CopyState.NEW
    assert line.grants == (replace(UNTIL, unit="new"), Grant("new", "protocol"))


def test_what_is_there_already_is_not_given_twice():
    assert one(person(UNTIL, replace(UNTIL, unit="new"))).state is CopyState.SAME
    line = one(person(UNTIL, Grant("old", "protocol"), replace(UNTIL, unit="new")))
    assert line.grants == (Grant("new", "protocol"),)


@pytest.mark.parametrize(
    "grant",
    [
        replace(UNTIL, valid_until=date(2026, 11, 26)),
        Grant("old", "basic", valid_from=date(2026, 11, 28)),
        replace(UNTIL, valid_from=TODAY, standing_in_for="helena.prado"),
        Grant(EVERY_UNIT, "auditor"),
    ],
)
def test_what_is_over_not_yet_begun_somebody_else_s_or_of_every_unit_stays_where_it_is(grant):
    line = one(person(grant))
    assert (line.state, line.grants) == (CopyState.LEFT_OUT, ())
    assert line.reason


def test_blocked_person_receives_nothing():
    assert one(person(UNTIL, blocked=True)).reason == "O usuário está bloqueado."


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        ("old", "new", []),
        ("closed", "new", []),
        ("old", "closed", ["target"]),
        ("old", "old", ["target"]),
        ("none", "gone", ["source", "target"]),
    ],
)
def test_units_are_two_that_there_are_and_the_second_is_in_use(source, target, wrong):
    if not wrong:
        check_units(source, target, UNITS)
        return
    with pytest.raises(InvalidRequest) as refused:
        check_units(source, target, UNITS)
    assert [error.field for error in refused.value.errors] == wrong


def given(user: User | None, *shown: Grant) -> User:
    return with_copied(user, "old", "new", shown, UNITS, TODAY, "gilda")


def test_what_was_withdrawn_after_the_copy_was_ordered_is_not_given():
    """ACC-09: what the administrator saw is given only as far as it is still held."""
    shown = (replace(UNTIL, unit="new"), Grant("new", "protocol"))
    left = given(person(UNTIL), *shown)
    assert (left.grants, left.revision) == ((UNTIL, shown[0]), 1)
    with pytest.raises(Refused) as refusal:
        given(person(Grant("other", "basic"), replace(UNTIL, valid_until=None)), *shown)
    assert refusal.value.code == "not_copied"


def test_what_was_given_in_the_first_unit_after_the_copy_was_ordered_is_not_copied_unseen():
    left = given(person(UNTIL, Grant("old", "administrator")), replace(UNTIL, unit="new"))
    assert left.grants[2:] == (replace(UNTIL, unit="new"),)


def test_person_blocked_or_gone_meanwhile_receives_nothing_and_what_is_there_is_no_change():
    shown = replace(UNTIL, unit="new")
    for user, code in ((person(UNTIL, blocked=True), "not_copied"), (person(UNTIL, shown), "nothing_changed")):
        with pytest.raises(Refused) as refusal:
            given(user, shown)
        assert refusal.value.code == code
    with pytest.raises(NotFound):
        given(None, shown)
