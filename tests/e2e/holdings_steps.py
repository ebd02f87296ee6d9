"""Acervo de sigilosos on the screens: somebody who left, and the steps to give access back (SIG-08)."""

import re
import uuid
from typing import TYPE_CHECKING

from playwright.sync_api import Locator

from infra.local.stack import PASSWORD
from tests.e2e.caller import Caller
from tests.e2e.confidential_steps import BASIS, SECRET
from tests.e2e.desk import Desk

if TYPE_CHECKING:
    # The scene keeps these processes.
    from tests.e2e.scene import Scene

LEFT_TO, GONE = "Sindicância em segredo de justiça", "Ivo Pires"


def leave_behind(clerk: Caller, administrator: Caller) -> str:
    """A confidential process whose only holder in Marina's unit works there no more; -> its number."""
    login = f"ivo.{uuid.uuid4().hex[:8]}"
    users, grants = "/administration/users", f"/administration/users/{login}/grants"
    made = administrator.ask("POST", users, {"login": login, "name": GONE, "agency": "pmu"})
    at_work = {"grants": [{"unit": "semad-rh", "profile": "basic"}]}
    given = administrator.ask("PUT", grants, at_work, f'"{made["revision"]}"')
    started = clerk.start(LEFT_TO, **SECRET, **BASIS)
    clerk.ask("POST", f"/processes/{started['id']}/openings", {"password": PASSWORD})
    clerk.ask("POST", f"/processes/{started['id']}/credentials", {"user": login, "unit": "semad-rh"})
    administrator.ask("PUT", grants, {"grants": []}, f'"{given["revision"]}"')
    return str(started["nup"])


def line(desk: Desk, *said: str) -> Locator:
    """The first line of the holdings that says all of it."""
    found = desk.page.get_by_role("row")
    for words in said:
        found = found.filter(has_text=words)
    return found.first


def choose(desk: Desk, *said: str) -> None:
    line(desk, *said).get_by_role("checkbox").check()


def of_agency(desk: Desk, _: "Scene") -> Locator:
    desk.page.get_by_role("radio", name="Global, do órgão").check()
    return line(desk, GONE, "Inativa")


def activating(desk: Desk, _: "Scene") -> Locator:
    choose(desk, GONE)
    desk.button("Ativar credencial…").click()
    desk.dialog.get_by_role("button", name="Ativar", exact=True).click()
    return desk.dialog.get_by_text("Escolha a pessoa.")


def cancelling(desk: Desk, _: "Scene") -> Locator:
    choose(desk, GONE)
    desk.button("Cancelar inativas…").click()
    desk.dialog.get_by_label(re.compile("^Sua senha")).fill("não é esta")
    desk.dialog.get_by_role("button", name="Cancelar credenciais").click()
    return desk.dialog.get_by_text("A senha não confere. Nada foi alterado.")
