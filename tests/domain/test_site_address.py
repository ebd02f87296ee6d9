"""Issue 5 §7, security.md §5: an address says whose door it is, and never another tenant's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.errors import InvalidRequest, NotFound
from chalicelib.domain.site_address import (
    ANY_HOST,
    MOST_ADDRESSES,
    AddressBook,
    SiteAddress,
    TenantPlace,
    host_of,
    read_addresses,
)

TOWN, OTHER = "sei.ubatuba.sp.gov.br", "sei.caragua.sp.gov.br"
BOOK = AddressBook(
    (
        TenantPlace("caragua", (SiteAddress(OTHER),)),
        TenantPlace("treino", (SiteAddress(TOWN, "treinamento"), SiteAddress(ANY_HOST, "treinamento"))),
        TenantPlace("ubatuba", (SiteAddress(TOWN), SiteAddress("www.ubatuba.example"))),
        TenantPlace("sem-porta"),
    ),
    "ubatuba",
)


@pytest.mark.parametrize(
    ("host", "environment", "tenant"),
    [
        (TOWN, "", "ubatuba"),
        (TOWN, "treinamento", "treino"),
        (OTHER, "", "caragua"),
        ("localhost", "", "ubatuba"),
        ("localhost", "treinamento", "treino"),
    ],
)
def test_address_is_of_the_tenant_it_was_given_to_and_any_other_of_the_installation_s_own(host, environment, tenant):
    assert BOOK.tenant_at(SiteAddress(host, environment)) == tenant


@pytest.mark.parametrize(
    ("host", "environment"), [(OTHER, "treinamento"), ("localhost", "outro"), ("www.ubatuba.example", "x")]
)
def test_environment_that_nobody_has_is_nobody_s_door(host, environment):
    """Above all not the one of a neighbour that has an environment by that name."""
    with pytest.raises(NotFound, match="address_unknown"):
        BOOK.tenant_at(SiteAddress(host, environment))


def test_host_shows_its_own_environments_and_nobody_else_s():
    assert [(one.path, tenant) for one, tenant in BOOK.beside(SiteAddress(TOWN, "treinamento"))] == [
        ("", "ubatuba"),
        ("/ambiente/treinamento", "treino"),
    ]
    assert BOOK.beside(SiteAddress(OTHER)) == ((SiteAddress(OTHER), "caragua"),)
    assert [tenant for _, tenant in BOOK.beside(SiteAddress("localhost"))] == ["ubatuba", "treino"]


def test_links_carry_the_first_address():
    assert BOOK.first_of("ubatuba") == SiteAddress(TOWN)
    assert BOOK.first_of("sem-porta") is None


@pytest.mark.parametrize(
    ("said", "host"),
    [("Sei.Ubatuba.SP.gov.br", TOWN), (TOWN + ":8420", TOWN), ("localhost:80", "localhost"),
     ("127.0.0.1:8420", "127.0.0.1"), ("", ""), ("a b", ""), ("*", ""), ("#", ""), ("a/b", ""), 
     ("[::1]:80", ""), ("x" * 300, "")],
)  # fmt: skip
def test_host_is_known_by_its_name_alone(said, host):
    assert host_of(said) == host


def test_addresses_are_read_once_each_in_the_order_given():
    written = [f" {TOWN.upper()} ", f"{TOWN}/Treinamento", "*/treino", TOWN, "*"]
    assert [one.text for one in read_addresses(written)] == [TOWN, f"{TOWN}/treinamento", "*/treino", "*"]


@pytest.mark.parametrize(
    "wrong", ["", "/", "/treino", "https://x.br", "x.br/", "x.br/a/b", "x.br/a b", "-x.br", "x..br", "x#y"]
)
def test_wrong_address_is_refused_by_its_place(wrong):
    with pytest.raises(InvalidRequest) as refused:
        read_addresses([TOWN, wrong])
    assert [(one.field, one.code) for one in refused.value.errors] == [("addresses[1]", "invalid")]


def test_tenant_has_only_so_many_addresses():
    with pytest.raises(InvalidRequest, match="invalid_request"):
        read_addresses([f"a{n}.br" for n in range(MOST_ADDRESSES + 1)])


HOSTS, ENVIRONMENTS = st.sampled_from(["a.br", "b.br", "c.br"]), st.sampled_from(["", "x", "y"])
ROWS = st.builds(SiteAddress, HOSTS | st.just(ANY_HOST), ENVIRONMENTS)


@given(
    st.lists(st.tuples(ROWS, st.sampled_from("ABC")), unique_by=lambda one: one[0]),
    st.builds(SiteAddress, HOSTS, ENVIRONMENTS),
)
def test_two_tenants_never_share_a_door(rows, shown):
    """Each address has one tenant, and a host with a row of its own is never answered by the rows of any host."""
    book = AddressBook(tuple(TenantPlace(tenant, (address,)) for address, tenant in rows), "A")
    try:
        tenant = book.tenant_at(shown)
    except NotFound:
        return
    own = {address.environment: its for address, its in rows if address.host == shown.host}
    anywhere = {address.environment: its for address, its in rows if address.host == ANY_HOST}
    assert tenant == (own or anywhere).get(shown.environment, None if shown.environment else "A")
