"""What operators may do to a tenant, and what is refused (issue 5 §7)."""

import pytest

from chalicelib.domain.errors import Conflict, InvalidRequest, NotFound, Refused
from chalicelib.domain.operating import known_place, reached_at, resumed, suspended
from chalicelib.domain.site_address import SiteAddress, TenantPlace

TOWN = TenantPlace("ubatuba", (SiteAddress("sei.ubatuba.sp.gov.br"),))
NEW = (SiteAddress("novo.example"), SiteAddress("novo.example", "treinamento"))


def test_tenant_is_reached_at_what_is_given_and_nowhere_else():
    assert reached_at(TOWN, NEW, {NEW[1]: "ubatuba"}).addresses == NEW
    assert reached_at(TOWN, (), {}).addresses == ()


def test_address_of_somebody_else_is_not_taken_away():
    with pytest.raises(Conflict, match="address_taken") as refused:
        reached_at(TOWN, NEW, {NEW[1]: "caragua"})
    assert "novo.example/treinamento" in refused.value.message


def test_suspended_and_resumed_are_each_other_s_only_way():
    closed = suspended(TOWN, "Fim do contrato")
    assert (closed.suspended, resumed(closed)) == (True, TOWN)
    with pytest.raises(Refused, match="already_suspended"):
        suspended(closed, "De novo")
    with pytest.raises(Refused, match="tenant_not_suspended"):
        resumed(TOWN)


def test_suspending_says_why_and_names_a_tenant_that_there_is():
    with pytest.raises(InvalidRequest):
        suspended(TOWN, "  x ")
    with pytest.raises(NotFound, match="tenant_unknown"):
        known_place(None)
