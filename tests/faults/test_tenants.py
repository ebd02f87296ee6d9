"""A tenant from a city's files: one act, whole or to be taken up again, at the same cost for each (issue 5 §7)."""

import uuid
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from chalicelib.adapters.dynamodb.addresses import tenants
from chalicelib.adapters.dynamodb.identity import save_user
from chalicelib.adapters.dynamodb.keys import TENANTS
from chalicelib.application.references import UserKey
from chalicelib.domain.identity import Grant
from infra.local.catalogue_reader import read_city
from infra.local.catalogue_records import City
from infra.local.catalogue_rows import CatalogueProblems
from infra.local.seed import users_of
from infra.tenants import Administrator, create
from tests.world.installed import Installed
from tests.world.wire import WRITES, AwsCall, Killed, Tap, tapped, written_keys

CATALOGUES = Path(__file__).resolve().parents[2] / "catalogues"
MARIA = Administrator("maria.silva", "Maria Silva", "maria@exemplo.example", "primeira-entrada")
#: One call in so many is died at, before it leaves and after its answer.
EVERY = 6


@cache
def smallest() -> City:
    return read_city(CATALOGUES / "minimo", CATALOGUES / "ubatuba")


@cache
def people() -> City:
    """The smallest city with somebody in it, who has a CPF."""
    city, other = smallest(), read_city(CATALOGUES / "ubatuba")
    (ana,) = [user for user in other.users if user.login == "ana.lima"]
    grants = (replace(ana.grants[0], unit="gab"),)
    return replace(city, users=(replace(ana, agency="pme", grants=grants),))


def called(city: City, tenant: str) -> City:
    return replace(city, tenant=replace(city.tenant, id=tenant))


def fresh() -> str:
    return f"t{uuid.uuid4().hex[:12]}"


def made(installed: Installed, tenant: str, tap: Tap | None = None, with_users: bool = True) -> list[AwsCall]:
    """The tenant, created through; -> the calls it took."""
    with tapped(tap or Tap(measured=True)) as held:
        create(installed.place, called(people(), tenant), MARIA, lambda _: None, with_users)
    return held.calls


def places(calls: list[AwsCall]) -> set[tuple[str, str, str]]:
    return {place for call in calls if call.operation in WRITES for place in written_keys(call)}


def held(installed: Installed, tenant: str, calls: list[AwsCall]) -> dict[tuple[str, str], Any]:
    """What lies at the places that a tenant has, whatever its name; a password's salt is chance."""
    found = installed.store.get(places(calls))
    return {
        (pk.replace(tenant, "T"), sk.replace(tenant, "T")): _plain(item, tenant) for (_, pk, sk), item in found.items()
    }


def _plain(item: dict[str, Any] | None, tenant: str) -> Any:
    if item is None or "argon2" in str(item.get("body")):
        return item is not None
    return {name: str(value).replace(tenant, "T") for name, value in item.items()}


@pytest.fixture(scope="module")
def whole(installed: Installed) -> tuple[str, list[AwsCall]]:
    """A tenant that nothing went wrong with."""
    tenant = fresh()
    return tenant, made(installed, tenant)


def test_administrator_of_a_new_tenant_may_enter_and_keeps_every_unit(installed: Installed, whole):
    tenant, _ = whole
    user, secret = installed.place.identity.user(tenant, MARIA.login)
    assert user is not None
    assert user.grants == (Grant("*", "administrator"),)
    assert secret is not None
    assert installed.place.passwords.verify(secret, MARIA.password)
    assert tenant in tenants()
    ports = installed.place.ports(tenant)
    assert ports.catalogues.tenant()["municipality"] == "Exemplo"
    assert [one.id for one in ports.register.users_in("gab")] == ["ana.lima"]


def test_every_item_is_the_tenant_s_own(whole):
    """Isolated by construction: nothing is written under any other name, but the line of the list of tenants."""
    tenant, calls = whole
    written = places(calls)
    own = {pk for _, pk, _ in written if pk.startswith(f"T#{tenant}#")}
    assert {pk for _, pk, _ in written} - own == {TENANTS}
    assert len(written) > 300


def test_one_more_tenant_costs_what_the_first_did(installed: Installed, whole):
    _, calls = whole
    again = made(installed, fresh())
    assert [call.label for call in again] == [call.label for call in calls]
    assert sum(call.capacity for call in again) == pytest.approx(sum(call.capacity for call in calls), rel=0.02)


@pytest.mark.parametrize("late", [False, True], ids=["before-the-call", "after-it"])
def test_creation_that_dies_anywhere_is_taken_up_where_it_was(installed: Installed, whole, late: bool):
    wanted = held(installed, *whole)
    for last in range(0, len(whole[1]), EVERY):

        def die(call: AwsCall, last: int = last) -> None:
            if call.index == last:
                raise Killed

        tenant = fresh()
        with pytest.raises(Killed):
            made(installed, tenant, Tap(after=die) if late else Tap(before=die))
        if last < len(whole[1]) - 2:
            assert tenant not in tenants(), "a tenant that is not whole is on the list"
        calls = made(installed, tenant)
        # What the first try wrote and the second found is in the places of the whole one all the same.
        everywhere = [replace_names(place, whole[0], tenant) for place in places(whole[1])]
        found = installed.store.get(everywhere)
        assert {_named(place, tenant): _plain(item, tenant) for place, item in found.items()} == wanted
        assert places(calls) <= set(everywhere)


def replace_names(place: tuple[str, str, str], old: str, new: str) -> tuple[str, str, str]:
    table, pk, sk = place
    return table, pk.replace(old, new), sk.replace(old, new)


def _named(place: tuple[str, str, str], tenant: str) -> tuple[str, str]:
    return place[1].replace(tenant, "T"), place[2].replace(tenant, "T")


def test_creating_it_again_leaves_what_the_administration_changed(installed: Installed):
    tenant = fresh()
    made(installed, tenant)
    (ana,) = users_of(called(people(), tenant))
    moved = replace(ana, grants=(Grant("gab", "protocol"),), revision=3)
    save_user(moved, None)
    assert create(installed.place, called(people(), tenant), MARIA, lambda _: None, with_users=True) == 0
    assert installed.place.ports(tenant).reader.get(UserKey("ana.lima")) == (moved,)


def test_wrong_administrator_is_told_before_anything_is_written(installed: Installed):
    tenant, tap = fresh(), Tap()
    wrong = replace(MARIA, login="Maria Silva", email="nenhum")
    with tapped(tap), pytest.raises(CatalogueProblems, match="administrador"):
        create(installed.place, called(people(), tenant), wrong, lambda _: None)
    assert [call for call in tap.calls if call.operation in WRITES] == []
