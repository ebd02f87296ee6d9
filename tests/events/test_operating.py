"""The operators' function: what it is asked, what it answers, what it remembers (issue 5 §7)."""

import threading
import uuid

import pytest

from chalicelib.adapters.dynamodb.addresses import list_tenant
from chalicelib.adapters.dynamodb.consumers import fact_of
from chalicelib.adapters.dynamodb.items import MainItem
from chalicelib.adapters.dynamodb.keys import ADDRESSES
from chalicelib.domain.site_address import SiteAddress
from chalicelib.events.operating import handle_operating
from chalicelib.operators_background import operating
from tests.world.installed import Installed
from tests.world.operators import BY, new_tenant, operate


def host() -> str:
    return f"{uuid.uuid4().hex}.example"


def owner(address: str) -> str | None:
    found = [item.body for item in MainItem.query(ADDRESSES, consistent_read=True) if item.sk == address]
    return found[0] if found else None


def give(installed: Installed, tenant: str, *texts: str, status: int = 200) -> dict:
    answer = operate(installed, "addresses", tenant, addresses=list(texts))
    assert answer["status"] == status, answer
    return answer["body"]


def test_address_of_one_tenant_is_refused_to_another_and_free_once_it_is_left(installed: Installed):
    one, other, name = new_tenant(installed), new_tenant(installed), host()
    told = give(installed, one, name, f"{name}/Treinamento")
    real = {"training": False, "resetting": False}
    assert told == {"tenant": one, "addresses": [name, f"{name}/treinamento"], "suspended": False, **real}
    refused = give(installed, other, f"x-{name}", name, status=409)
    assert refused["code"] == "address_taken"
    assert name in refused["detail"]
    assert owner(f"x-{name}") is None, "a refusal leaves nothing half-way"
    give(installed, one, f"{name}/treinamento")
    give(installed, other, name)
    book = installed.place.address_book()
    assert book.tenant_at(SiteAddress(name)) == other
    assert book.tenant_at(SiteAddress(name, "treinamento")) == one
    give(installed, one)
    assert owner(f"{name}/treinamento") is None


def test_what_was_done_is_kept_with_who_did_it_and_the_same_again_is_not_done_twice(installed: Installed):
    tenant, name, key = new_tenant(installed), host(), uuid.uuid4().hex
    for _ in range(2):
        assert operate(installed, "addresses", tenant, key, addresses=[name])["status"] == 200
    again = operate(installed, "addresses", tenant, key, addresses=[])
    assert (again["status"], again["body"]["code"]) == (409, "idempotency_key_reused")
    give(installed, tenant, name)
    operate(installed, "suspend", tenant, reason=" Fim do contrato ")
    operate(installed, "resume", tenant)
    seen = operate(installed, "see", tenant)["body"]
    assert (seen["tenant"], seen["addresses"], seen["suspended"]) == (tenant, [name], False)
    told = [(one["act"], one["by"], one["before"], one["after"], one["reason"]) for one in seen["history"]]
    assert told == [
        ("resumed", BY, [], [], ""),
        ("suspended", BY, [], [], "Fim do contrato"),
        ("addresses", BY, [], [name], ""),
    ]
    (listed,) = [one for one in operate(installed, "list")["body"]["items"] if one["tenant"] == tenant]
    assert (listed["addresses"], listed["suspended"], listed["training"]) == ([name], False, False)


def test_tenant_that_is_listed_again_stays_as_it_is(installed: Installed):
    tenant, name = new_tenant(installed), host()
    give(installed, tenant, name)
    list_tenant(tenant)
    assert operate(installed, "see", tenant)["body"]["addresses"] == [name]


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        ({"verb": "delete"}, 400, "invalid_request"),
        ({}, 400, "invalid_request"),
        ({"verb": "see", "tenant": "a#b"}, 400, "invalid_request"),
        ({"verb": "see", "tenant": "ninguem-aqui"}, 404, "tenant_unknown"),
        ({"verb": "suspend", "tenant": "ninguem-aqui", "reason": "porque sim"}, 404, "tenant_unknown"),
        ({"verb": "suspend", "tenant": "ninguem-aqui", "reason": " "}, 404, "tenant_unknown"),
        ({"verb": "suspend", "tenant": "ninguem-aqui"}, 400, "invalid_request"),
        ({"verb": "resume", "tenant": "ninguem-aqui", "by": ""}, 400, "invalid_request"),
        ({"verb": "resume", "tenant": "ninguem-aqui", "by": "a#b"}, 400, "invalid_request"),
        ({"verb": "resume", "tenant": "ninguem-aqui", "key": "curta"}, 400, "invalid_request"),
        ({"verb": "addresses", "tenant": "ninguem-aqui", "addresses": "x.br"}, 400, "invalid_request"),
        ({"verb": "addresses", "tenant": "ninguem-aqui", "addresses": [1]}, 400, "invalid_request"),
        ({"verb": "addresses", "tenant": "ninguem-aqui", "addresses": ["x.br/"]}, 400, "invalid_request"),
    ],
)
def test_what_is_asked_wrongly_is_told_by_its_field(installed: Installed, asked: dict, status: int, code: str):
    full = {"by": BY, "key": uuid.uuid4().hex, **asked}
    answer = handle_operating(full, operating(installed.place))
    assert (answer["status"], answer["body"]["code"]) == (status, code), answer


def test_suspended_is_suspended_once_and_needs_a_reason(installed: Installed):
    tenant = new_tenant(installed)
    assert operate(installed, "resume", tenant)["body"]["code"] == "tenant_not_suspended"
    assert operate(installed, "suspend", tenant, reason="  ")["body"]["errors"][0]["field"] == "reason"
    assert operate(installed, "suspend", tenant, reason="Fim do contrato")["status"] == 200
    assert operate(installed, "suspend", tenant, reason="De novo")["body"]["code"] == "already_suspended"


def test_many_who_want_one_address_one_gets_it(installed: Installed):
    rivals, name, told, ready = [new_tenant(installed), new_tenant(installed)], host(), [], threading.Barrier(16)

    def want(tenant: str) -> None:
        ready.wait()
        told.append((tenant, operate(installed, "addresses", tenant, addresses=[name])["status"]))

    crowd = [threading.Thread(target=want, args=(rivals[n % 2],)) for n in range(16)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    assert {tenant for tenant, status in told if status == 200} == {owner(name)}
    assert {status for _, status in told} <= {200, 409}
    loser = next(tenant for tenant in rivals if tenant != owner(name))
    assert operate(installed, "see", loser)["body"]["addresses"] == []


def test_no_process_is_told_what_operators_did():
    image = {"pk": "INSTALLATION#OPERATED#ubatuba", "sk": "20261127T1#1", "kind": "tenant_operated"}
    assert fact_of({name: {"S": value} for name, value in image.items()}) is None
