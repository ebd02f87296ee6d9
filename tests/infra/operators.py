"""What operators ask of their deployed function (issue 5 §7)."""

import json
from typing import Any

from infra.local.stack import STAGE, Stack


def keep_the_list(stack: Stack) -> None:
    """The function reads and writes what it must, under its own role."""
    asked = {"tenant": "ubatuba", "by": "rita@operacao"}
    for n, more in enumerate(({"addresses": ["prova.example"]}, {"addresses": []})):
        told = operate(stack, {**asked, "verb": "addresses", "key": f"privilegio-{n}", **more})
        assert told["body"] == {"tenant": "ubatuba", "suspended": False, **more}
    history = operate(stack, {**asked, "verb": "see"})["body"]["history"]
    assert [one["after"] for one in history] == [[], ["prova.example"]]
    assert operate(stack, {**asked, "verb": "list"})["status"] == 200


def operate(stack: Stack, asked: dict[str, Any]) -> dict[str, Any]:
    """The function's answer."""
    name, payload = f"iperoig-{STAGE}-operate-tenants", json.dumps(asked).encode()
    called = stack.client("lambda").invoke(FunctionName=name, Payload=payload)
    answer: dict[str, Any] = json.load(called["Payload"])
    assert "FunctionError" not in called, answer
    return answer
