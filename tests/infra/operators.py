"""What operators ask of their deployed function (issue 5 §7)."""

import hashlib
import json
from types import SimpleNamespace
from typing import Any

from chalicelib.adapters.argon2 import Argon2Passwords
from chalicelib.adapters.dynamodb import keys
from chalicelib.adapters.dynamodb.codec import encode
from chalicelib.domain.site_address import SiteAddress, TenantPlace
from chalicelib.domain.training import Training
from infra.local.catalogue_reader import read_city
from infra.local.stack import CITY, STAGE, Stack
from infra.training import kit_of
from tests.e2e.waiting import wait_until


def keep_the_list(stack: Stack) -> None:
    """The function reads and writes what it must, under its own role."""
    asked = {"tenant": "ubatuba", "by": "rita@operacao"}
    for n, more in enumerate(({"addresses": ["prova.example"]}, {"addresses": []})):
        told = operate(stack, {**asked, "verb": "addresses", "key": f"privilegio-{n}", **more})
        assert told["body"] == {"tenant": "ubatuba", "suspended": False, "training": False, "resetting": False, **more}
    history = operate(stack, {**asked, "verb": "see"})["body"]["history"]
    assert [one["after"] for one in history] == [[], ["prova.example"]]
    assert operate(stack, {**asked, "verb": "list"})["status"] == 200


def reset_a_training(stack: Stack) -> None:
    """One that is on the list and empty is filled by its function, then reset by the operators'."""
    hashing = SimpleNamespace(passwords=Argon2Passwords(64, 1))
    data = encode(kit_of(hashing, read_city(CITY), CITY, "Senha-1234", None)).encode()  # type: ignore[arg-type]
    key = f"treino.prova/{hashlib.sha256(data).hexdigest()}"
    stack.client("s3").put_object(Bucket=stack.environment["IPEROIG_CONTENT_BUCKET"], Key=key, Body=data)
    first = TenantPlace("treino.prova.0", (SiteAddress("*", "prova"),), training=Training(key, "treino.prova.1"))
    (pk, sk), (apk, ask) = keys.listed_tenant(first.tenant), keys.site_address("*/prova")
    for item in ({"pk": pk, "sk": sk, "body": encode(first)}, {"pk": apk, "sk": ask, "body": first.tenant}):
        typed = {name: {"S": value} for name, value in item.items()}
        stack.client("dynamodb").put_item(TableName=f"iperoig-{STAGE}-main", Item=typed)
    called = stack.client("lambda").invoke(FunctionName=f"iperoig-{STAGE}-fill-training", Payload=b"{}")
    answer = json.load(called["Payload"])
    assert answer == {"treino.prova.0": "treino.prova.1"}, answer
    asked = {"verb": "reset", "tenant": "treino.prova.1", "by": "rita@operacao", "key": "volta-0001"}
    assert operate(stack, asked)["body"]["resetting"]

    def there() -> bool:
        listed = operate(stack, {"verb": "list"})["body"]["items"]
        return any(one["tenant"] == "treino.prova.2" and one["addresses"] == ["*/prova"] for one in listed)

    wait_until(there, "the training environment was reset by the function that was called")
    # The other tests of the list know which tenants they put on it.
    listed = dict(zip(("pk", "sk"), keys.listed_tenant("treino.prova.2"), strict=True))
    key_of = {name: {"S": value} for name, value in listed.items()}
    stack.client("dynamodb").delete_item(TableName=f"iperoig-{STAGE}-main", Key=key_of)


def operate(stack: Stack, asked: dict[str, Any]) -> dict[str, Any]:
    """The function's answer."""
    name, payload = f"iperoig-{STAGE}-operate-tenants", json.dumps(asked).encode()
    called = stack.client("lambda").invoke(FunctionName=name, Payload=payload)
    answer: dict[str, Any] = json.load(called["Payload"])
    assert "FunctionError" not in called, answer
    return answer
