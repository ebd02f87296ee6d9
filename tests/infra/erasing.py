"""What two people have erased in the deployed installation, by the API and the worker of jobs (LGPD-01)."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from chalicelib.adapters.dynamodb import keys
from chalicelib.adapters.dynamodb.codec import encode
from chalicelib.domain.account import TrustedDevice
from infra.local.stack import STAGE, Stack
from tests.e2e.caller import Caller
from tests.e2e.waiting import wait_until

NAME = "Zulmira Tavares da Prova"


def erase_somebody(stack: Stack, clerk: Caller, rows: Callable[[Stack, str, str], list[Any]]) -> None:
    """The name and the note that quotes it go, with the salt of its leaf, which the worker alone may destroy."""
    form = {"name": NAME, "kind": "person", "email": "zulmira@prova.example"}
    contact = clerk.ask("POST", "/contacts", form)["id"]
    process = clerk.start("Prova de permissões: eliminação", interested_parties=[contact])["id"]
    clerk.ask("POST", f"/processes/{process}/progress", {"text": f"Falei com {NAME}"})
    clerk.ask("POST", f"/processes/{process}/comments", {"text": f"{NAME} volta amanhã", "document": None})
    clerk.ask("POST", "/email-groups", {"name": "Prova", "addresses": ["zulmira@prova.example"]})
    asks, confirms = Caller.enter(stack.site, "patricia.ramos"), Caller.enter(stack.site, "marcos.teixeira")
    place = f"/erasure-plan?contact={contact}&ground=consent"

    def proven() -> bool:
        _sign(stack)
        lines = asks.ask("GET", place)["lines"]
        return any(line["fate"] == "erase" and "nº 2" in line["what"] for line in lines)

    wait_until(proven, "o marco que prova o andamento")
    request = {"contact": contact, "ground": "consent", "reason": "Pediu por carta"}
    made = asks.ask("POST", "/erasures", request)["id"]

    def erased() -> bool:
        _sign(stack)
        job = confirms.ask("POST", f"/erasures/{made}/confirmation")["job"]
        wait_until(lambda: confirms.ask("GET", f"/jobs/{job}")["state"] not in ("waiting", "running"), "o trabalho")
        return bool(confirms.ask("GET", f"/erasures/{made}")["state"] == "done")

    wait_until(erased, "a eliminação")
    entries = clerk.ask("GET", f"/processes/{process}/export")["entries"]
    assert [bool(entry.get("erased")) for entry in entries] == [False, True, False]
    assert not any(NAME in str(row) for table in ("main", "history") for row in rows(stack, table, process))
    (leaf,) = [row for row in rows(stack, "ledger", process) if row["sk"]["S"].endswith("2")]
    assert "salt" not in leaf


def erase_leaver(stack: Stack) -> None:
    """Who left loses what only the register had, with a trusted device that the worker alone may destroy here."""
    keeps, asks = Caller.enter(stack.site, "gustavo.leal"), Caller.enter(stack.site, "patricia.ramos")
    form = {"login": "saiu.da.prova", "name": "Silas da Prova", "agency": "pmu", "email": "silas@prova.example"}
    made = keeps.ask("POST", "/administration/users", form)
    path = f"/administration/users/{form['login']}"
    keeps.ask("POST", f"{path}/blocking", {"reason": "Exoneração"}, f'"{made["revision"]}"')
    table, place = f"iperoig-{STAGE}-sessions", _trusted(stack, form["login"])
    request = {"ground": "consent", "reason": "Pediu por carta"}
    erasure = asks.ask("POST", f"/leavers/{form['login']}/erasures", request)["id"]
    Caller.enter(stack.site, "marcos.teixeira").ask("POST", f"/erasures/{erasure}/confirmation")
    wait_until(lambda: asks.ask("GET", f"/erasures/{erasure}")["state"] == "done", "a eliminação de quem saiu")
    assert (keeps.ask("GET", path)["email"], keeps.ask("GET", path)["name"]) == ("", form["name"])
    assert "Item" not in stack.client("dynamodb").get_item(TableName=table, Key=place)


def _trusted(stack: Stack, login: str) -> dict[str, dict[str, str]]:
    """A device that the person trusted; -> its key."""
    now = datetime.now(UTC)
    device = TrustedDevice("d" * 64, login, "f", 0, now, now + timedelta(days=30), "203.0.113.9", "Firefox")
    pk, sk = keys.device("ubatuba", login, device.digest)
    place = {"pk": {"S": pk}, "sk": {"S": sk}}
    item = {**place, "body": {"S": encode(device)}}
    stack.client("dynamodb").put_item(TableName=f"iperoig-{STAGE}-sessions", Item=item)
    return place


def _sign(stack: Stack) -> None:
    """What the hour brings."""
    called = stack.client("lambda").invoke(FunctionName=f"iperoig-{STAGE}-sign-ledger", Payload=b"{}")
    assert "FunctionError" not in called, json.load(called["Payload"])
