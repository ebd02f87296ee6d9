"""Users as the administration keeps them: ACC-08."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from chalicelib.domain.change_record import FieldChange, differences
from chalicelib.domain.errors import Conflict, NotFound
from chalicelib.domain.identity import User
from chalicelib.domain.user_register import (
    UserData,
    blocked,
    changed,
    check_data,
    check_login,
    check_taxpayer,
    created,
    data_changes,
    masked,
    seen,
    unblocked,
)
from tests.application.under_way import invalid
from tests.fakes.city import IPMU, PMU, TENANT

from .process_examples import refused

AT = datetime(2026, 11, 28, tzinfo=UTC)
AGENCIES = {PMU.id: PMU, IPMU.id: IPMU}
DATA = UserData("Rita de Cássia", "pmu", "rita@ubatuba.example", "", "529.982.247-25")
RITA = created(TENANT, "rita.cassia", check_data(DATA, AGENCIES))


@pytest.mark.parametrize("login", ["Rita", "rita cassia", "", "r", "ríta", "-rita", "a" * 61, "rita/a"])
def test_login_that_no_address_can_carry_is_refused(login):
    with invalid(("login", "invalid")):
        check_login(login)
    assert check_login("rita.cassia-2") == "rita.cassia-2"


def test_new_user_has_no_permission_and_a_bare_cpf():
    assert RITA.taxpayer == "52998224725"
    assert (RITA.grants, RITA.revision, RITA.blocked) == ((), 1, False)


def test_every_wrong_field_is_named():
    wrong = UserData("", "nenhum", "rita@", "", "529.982.247-26")
    with invalid(
        ("name", "required"), ("agency", "agency_unknown"), ("email", "invalid"), ("taxpayer", "invalid")
    ):
        check_data(wrong, AGENCIES)
    assert check_data(UserData("Rita", "pmu"), AGENCIES).taxpayer == ""


def test_change_is_told_field_by_field_and_the_cpf_only_in_the_middle():
    after = changed(RITA, replace(DATA, social_name="Ritinha", agency="ipmu", taxpayer="11144477735"))
    assert after.revision == 2
    assert data_changes(RITA, after, AGENCIES) == (
        FieldChange("Nome social", "", "Ritinha"),
        FieldChange("CPF", "***.982.247-**", "***.444.777-**"),
        FieldChange("Órgão", "PMU", "IPMU"),
    )


def test_cpf_that_changed_where_nobody_sees_is_told_all_the_same():
    after = replace(RITA, taxpayer="11" + RITA.taxpayer[2:])
    assert masked(after.taxpayer) == masked(RITA.taxpayer)
    assert data_changes(RITA, after, AGENCIES) == (FieldChange("CPF", "***.982.247-**", "outro número"),)


def test_saving_what_is_there_already_changes_nothing():
    with refused("nothing_changed"):
        changed(RITA, check_data(DATA, AGENCIES))


def test_block_ends_every_session_and_unblocking_brings_none_back():
    away = blocked(RITA, "gustavo", AT)
    assert (away.blocked, away.session_epoch, away.revision) == (True, 1, 2)
    back = unblocked(away)
    assert (back.blocked, back.session_epoch, back.revision) == (False, 1, 3)
    with refused("user_blocked"):
        blocked(away, "gustavo", AT)
    with refused("user_not_blocked"):
        unblocked(RITA)


def test_nobody_blocks_themselves():
    with refused("own_powers"):
        blocked(RITA, "rita.cassia", AT)


def test_who_read_an_older_state_is_told():
    assert seen(RITA, 1) is RITA
    with refused("user_changed", Conflict):
        seen(RITA, 0)
    with refused("user_not_found", NotFound):
        seen(None, 1)


def test_one_cpf_is_of_one_user():
    check_taxpayer(None, "rita")
    check_taxpayer("rita", "rita")
    with invalid(("taxpayer", "taxpayer_taken")):
        check_taxpayer("ana", "rita")


def test_differences_name_what_came_and_what_went():
    assert differences({"a": "1", "b": "2"}, {"b": "3", "c": "4"}) == (
        FieldChange("b", "2", "3"),
        FieldChange("c", "", "4"),
        FieldChange("a", "1", ""),
    )


def test_user_is_named_by_the_social_name_where_there_is_one():
    assert User("r", TENANT, "Rita", "pmu", social_name="Caio").person.name == "Caio"
