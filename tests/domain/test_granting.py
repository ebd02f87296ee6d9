"""Permissions given, withdrawn and taken over: ACC-09."""

from dataclasses import replace
from datetime import date

import pytest

from chalicelib.domain.change_record import FieldChange
from chalicelib.domain.granting import MAXIMUM_GRANTS, grant_changes, granted, names_away
from chalicelib.domain.identity import Grant, User
from tests.application.under_way import invalid
from tests.fakes.city import CABINET, CLOSED, PERSONNEL, PROTOCOL, TENANT, UNITS, WORKS

from .process_examples import refused

CITY = {unit.id: unit for unit in UNITS}
RITA = User("rita", TENANT, "Rita", "pmu", grants=(Grant(PERSONNEL.id, "basic"),), revision=4)
HELENA = User("helena", TENANT, "Helena", "pmu", grants=(Grant(CABINET.id, "basic"),))
FROM, UNTIL = date(2026, 12, 1), date(2026, 12, 31)
STANDING_IN = Grant(CABINET.id, "basic", FROM, UNTIL, standing_in_for="helena")


def give(*grants: Grant, user: User = RITA, by: str = "gustavo", **away: User) -> User:
    return granted(user, grants, CITY, away, by)


def test_list_is_replaced_as_a_whole():
    after = give(Grant(WORKS.id, "archive"), Grant("*", "auditor"))
    assert [one.unit for one in after.grants] == [WORKS.id, "*"]
    assert after.revision == 5


def test_permission_given_twice_is_there_once():
    assert give(Grant(WORKS.id, "basic"), Grant(WORKS.id, "basic")).grants == (Grant(WORKS.id, "basic"),)


def test_same_permissions_in_another_order_are_no_change():
    user = replace(RITA, grants=(Grant(WORKS.id, "basic"), Grant(PERSONNEL.id, "basic")))
    with refused("nothing_changed"):
        give(*reversed(user.grants), user=user)


@pytest.mark.parametrize(
    ("grant", "field", "code"),
    [
        (Grant("nenhuma", "basic"), "unit", "unit_unknown"),
        (Grant(CLOSED.id, "basic"), "unit", "unit_unknown"),
        (Grant(WORKS.id, "chefe"), "profile", "profile_unknown"),
        (Grant(WORKS.id, "basic", UNTIL, FROM), "valid_until", "before_start"),
    ],
)
def test_wrong_permission_is_named_by_its_place(grant, field, code):
    with invalid((f"grants.1.{field}", code)):
        give(Grant(PERSONNEL.id, "basic"), grant)


def test_what_was_given_before_is_not_asked_about_again():
    user = replace(RITA, grants=(Grant(CLOSED.id, "basic"), Grant("nenhuma", "antigo")))
    assert len(give(*user.grants, Grant(WORKS.id, "basic"), user=user).grants) == 3


def test_more_than_fits_is_refused():
    with invalid(("grants", "too_many")):
        give(*[Grant(WORKS.id, "basic", date(2026, 1, 1), date(2027, 1, 1))] * (MAXIMUM_GRANTS + 1))


def test_nobody_gives_up_being_administrator_by_their_own_hand():
    chief = User("gustavo", TENANT, "Gustavo", "pmu", grants=(Grant(WORKS.id, "administrator"),))
    with refused("own_powers"):
        give(Grant(WORKS.id, "basic"), user=chief)
    with refused("own_powers"):
        give(Grant(WORKS.id, "administrator", None, UNTIL), user=chief)
    assert give(Grant(WORKS.id, "basic"), user=chief, by="outra").grants == (Grant(WORKS.id, "basic"),)
    assert give(Grant(PROTOCOL.id, "administrator"), user=chief).grants[0].unit == PROTOCOL.id


# Standing in for somebody who is away


def test_somebody_stands_in_for_a_period_in_a_role_the_other_holds():
    after = give(*RITA.grants, STANDING_IN, helena=HELENA)
    assert after.grants[-1].standing_in_for == "helena"
    assert names_away(after.grants) == ("helena",)


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"valid_until": None}, "valid_until", "period_required"),
        ({"valid_from": None}, "valid_until", "period_required"),
        ({"valid_until": date(2027, 12, 31)}, "valid_until", "period_required"),
        ({"profile": "protocol"}, "standing_in_for", "role_not_held"),
        ({"unit": WORKS.id}, "standing_in_for", "role_not_held"),
        ({"subunits": True}, "standing_in_for", "role_not_held"),
        ({"unit": "*"}, "standing_in_for", "role_not_held"),
        ({"standing_in_for": "ninguem"}, "standing_in_for", "user_unknown"),
        ({"standing_in_for": "rita"}, "standing_in_for", "user_unknown"),
    ],
)
def test_standing_in_needs_a_period_and_a_role_that_is_the_other_s_own(change, field, code):
    with invalid((f"grants.0.{field}", code)):
        give(replace(STANDING_IN, **change), helena=HELENA, rita=RITA)


def test_role_held_for_somebody_else_is_not_passed_on():
    between = replace(HELENA, grants=(replace(STANDING_IN, standing_in_for="outra"),))
    with invalid(("grants.0.standing_in_for", "role_not_held")):
        give(STANDING_IN, helena=between)


def test_role_that_ends_before_the_absence_begins_is_not_passed_on():
    gone = replace(HELENA, grants=(Grant(CABINET.id, "basic", None, date(2026, 11, 30)),))
    with invalid(("grants.0.standing_in_for", "role_not_held")):
        give(STANDING_IN, helena=gone)


def test_wide_role_is_passed_on_in_part():
    wide = replace(HELENA, grants=(Grant("*", "basic"),))
    assert give(STANDING_IN, helena=wide).grants == (STANDING_IN,)
    assert give(replace(STANDING_IN, subunits=True), helena=wide).grants[0].subunits


def test_history_tells_what_came_and_what_went_in_words():
    wide = Grant("*", "auditor", subunits=False)
    after = replace(RITA, grants=(STANDING_IN, wide, Grant(WORKS.id, "basic", None, UNTIL, subunits=True)))
    assert grant_changes(RITA, after, CITY, {"helena": "Helena"}) == (
        FieldChange("Permissão", "Básico em SEMAD/RH", ""),
        FieldChange(
            "Permissão", "", "Básico em GAB (de 01/12/2026, até 31/12/2026, em substituição a Helena)"
        ),
        FieldChange("Permissão", "", "Auditoria em todas as unidades"),
        FieldChange("Permissão", "", "Básico em OBRAS (até 31/12/2026, com as subunidades)"),
    )
