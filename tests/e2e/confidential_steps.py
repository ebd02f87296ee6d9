"""Confidential processes on the screens: what the scene has of them, and the steps to see them (SIG-01 to SIG-06)."""

import re
from typing import TYPE_CHECKING

from playwright.sync_api import Locator, expect

from infra.local.stack import PASSWORD
from tests.e2e.caller import Caller
from tests.e2e.desk import Desk

if TYPE_CHECKING:
    # The scene keeps these processes.
    from tests.e2e.scene import Scene

SECRET = {"type": "acao-judicial", "subjects": ["01.04.02"], "access_level": "confidential"}
BASIS = {"legal_basis": "segredo-de-justica"}
SHARED, SEALED = "Guarda de menor em segredo de justiça", "Alimentos em segredo de justiça"


def keep_secrets(clerk: Caller) -> None:
    """One that others may open too, and one that nobody has opened."""
    shared = clerk.start(SHARED, **SECRET, **BASIS)["id"]
    clerk.ask("POST", f"/processes/{shared}/openings", {"password": PASSWORD})
    for user, unit in (("marina.costa", "semad-rh"), ("carlos.moura", "semad-prot")):
        clerk.ask("POST", f"/processes/{shared}/credentials", {"user": user, "unit": unit})
    gone = {"user": "carlos.moura", "unit": "semad-prot"}
    clerk.ask("POST", f"/processes/{shared}/credentials/revocations", gone)
    clerk.start(SEALED, **SECRET, **BASIS)


def row(desk: Desk, words: str) -> Locator:
    return desk.page.get_by_role("row").filter(has_text=words).first


def asked(desk: Desk, _: "Scene") -> Locator:
    row(desk, SEALED).get_by_role("link").click()
    return desk.dialog


def refused(desk: Desk, scene: "Scene") -> Locator:
    dialog = asked(desk, scene)
    dialog.get_by_label("Senha").fill("não é esta")
    dialog.get_by_role("button", name="Abrir processo").click()
    return dialog.get_by_text("A senha não confere.")


def opened(desk: Desk, words: str = SHARED) -> Locator:
    """The process, after the password if this session had not given it yet; -> what says until when it is open."""
    row(desk, words).get_by_role("link").click()
    close = desk.button("Fechar processo sigiloso")
    expect(desk.dialog.or_(close).first).to_be_visible()
    if desk.dialog.is_visible():
        desk.dialog.get_by_label("Senha").fill(PASSWORD)
        desk.dialog.get_by_role("button", name="Abrir processo").click()
    expect(close).to_be_visible()
    return close


def credentials(desk: Desk, _: "Scene") -> Locator:
    opened(desk)
    desk.button("Credenciais").click()
    return desk.page.get_by_text("Cassada em")


def granting(desk: Desk, scene: "Scene") -> Locator:
    credentials(desk, scene)
    desk.button("Conceder credencial…").click()
    desk.dialog.get_by_role("button", name="Conceder", exact=True).click()
    return desk.dialog.get_by_text("Escolha a pessoa.")


def revoking(desk: Desk, scene: "Scene") -> Locator:
    credentials(desk, scene)
    desk.page.get_by_role("button", name=re.compile("^Cassar a credencial de Marina")).click()
    return desk.dialog


def renouncing(desk: Desk, scene: "Scene") -> Locator:
    credentials(desk, scene)
    desk.button("Renunciar à minha credencial…").click()
    return desk.dialog


def transferring(desk: Desk, _: "Scene") -> Locator:
    row(desk, SEALED).get_by_role("button", name=re.compile("^Transferir")).click()
    return desk.dialog


def in_inbox(desk: Desk, _: "Scene") -> Locator:
    return desk.page.get_by_role("table", name="Sigilosos com você")
