"""Which environments go back to invented data, and what takes their place (issue 5 §7)."""

from dataclasses import replace

import pytest

from chalicelib.domain.errors import Conflict, Refused
from chalicelib.domain.resetting import beginning, replaced, resetting
from chalicelib.domain.site_address import SiteAddress, TenantPlace
from chalicelib.domain.training import Training, following, training_name

AT = (SiteAddress("*", "treinamento"),)
STANDING = TenantPlace("treino.ubatuba.1", AT, training=Training("kit"))


def test_training_begins_empty_and_is_filled_under_the_next_name():
    first = beginning("ubatuba", "kit", AT, ["ubatuba", "treino.caragua.3"], [])
    assert (first.tenant, first.addresses, first.training) == (
        "treino.ubatuba.0", AT, Training("kit", "treino.ubatuba.1")
    )  # fmt: skip
    assert replaced(first) == STANDING


@pytest.mark.parametrize(
    ("known", "taken", "code"),
    [(["treino.ubatuba.7"], [], "training_exists"), (["ubatuba"], AT, "address_taken")],
)
def test_city_has_one_training_at_an_address_that_nobody_has(known, taken, code):
    with pytest.raises(Conflict, match=code):
        beginning("ubatuba", "kit", AT, known, taken)


def test_training_of_a_city_whose_name_begins_as_anothers_is_not_taken_for_it():
    assert beginning("ubatuba", "kit", AT, ["treino.ubatuba-sul.1"], []).tenant == "treino.ubatuba.0"


def test_reset_is_under_way_until_the_next_takes_its_place_at_the_same_address():
    going = resetting(STANDING)
    assert (going.tenant, going.addresses) == (STANDING.tenant, AT)
    with pytest.raises(Refused, match="reset_under_way"):
        resetting(going)
    assert replaced(going) == replace(STANDING, tenant="treino.ubatuba.2")


def test_training_that_is_suspended_stays_so_when_it_is_replaced():
    assert replaced(resetting(replace(STANDING, suspended=True))).suspended


@pytest.mark.parametrize("place", [TenantPlace("ubatuba"), TenantPlace("ubatuba", training=Training("kit", "x"))])
@pytest.mark.parametrize("act", [resetting, replaced])
def test_real_tenant_is_neither_reset_nor_replaced_whatever_its_line_says(act, place):
    with pytest.raises(Refused, match="not_training"):
        act(place)


def test_nothing_takes_the_place_of_who_was_not_reset():
    with pytest.raises(Refused, match="not_filling"):
        replaced(STANDING)


def test_names_follow_one_another():
    assert following(training_name("sao-sebastiao", 9)) == "treino.sao-sebastiao.10"
