"""Whose each address is: one tenant's, whoever asks first, and the list and the rows never disagree (issue 5 §7)."""

import threading
import uuid

import pytest

from chalicelib.adapters.dynamodb import addresses
from chalicelib.adapters.dynamodb.items import MainItem
from chalicelib.adapters.dynamodb.keys import ADDRESSES
from chalicelib.domain.errors import Conflict, NotFound
from chalicelib.domain.site_address import SiteAddress, read_addresses


@pytest.fixture
def two(connection):
    names = [f"{letter}{uuid.uuid4().hex[:8]}" for letter in "ab"]
    for name in names:
        addresses.list_tenant(name)
    return names


def give(connection, tenant, *texts):
    return addresses.set_addresses(connection, tenant, read_addresses(texts))


def rows(tenant):
    return sorted(item.sk for item in MainItem.query(ADDRESSES, consistent_read=True) if item.body == tenant)


def test_address_of_one_tenant_is_refused_to_another_and_free_once_it_is_left(connection, two):
    one, other = two
    host = f"{uuid.uuid4().hex}.br"
    give(connection, one, host, f"{host}/treinamento")
    assert rows(one) == [host, f"{host}/treinamento"]
    with pytest.raises(Conflict, match="address_taken"):
        give(connection, other, f"x-{host}", host)
    assert rows(other) == [], "a refusal leaves nothing half-way"
    give(connection, one, f"{host}/treinamento")
    give(connection, other, host)
    book = addresses.address_book("nobody")
    assert book.tenant_at(SiteAddress(host)) == other
    assert book.tenant_at(SiteAddress(host, "treinamento")) == one
    give(connection, one)
    assert rows(one) == []


def test_tenant_that_is_listed_again_keeps_its_addresses(connection, two):
    host = f"{uuid.uuid4().hex}.br"
    give(connection, two[0], host)
    addresses.list_tenant(two[0])
    assert addresses.address_book("nobody").tenant_at(SiteAddress(host)) == two[0]


def test_tenant_that_does_not_exist_has_no_address(connection):
    with pytest.raises(NotFound, match="tenant_unknown"):
        give(connection, f"n{uuid.uuid4().hex[:8]}", "x.br")


def test_many_who_want_one_address_one_gets_it(connection, two):
    host, told, refused, ready = f"{uuid.uuid4().hex}.br", [], set(), threading.Barrier(16)

    def want(tenant):
        ready.wait()
        try:
            give(connection, tenant, host)
            told.append(tenant)
        except Conflict as refusal:
            refused.add(refusal.code)

    crowd = [threading.Thread(target=want, args=(two[n % 2],)) for n in range(16)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    owners = [item.body for item in MainItem.query(ADDRESSES, consistent_read=True) if item.sk == host]
    assert set(told) == set(owners)
    assert len(owners) == 1
    assert refused <= {"address_taken", "addresses_changed"}
