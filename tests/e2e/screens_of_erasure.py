"""Erasing personal data (LGPD): what is simulated, and the words of the two people."""

from playwright.sync_api import Locator

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.scene import Scene
from tests.e2e.screen_steps import Screen

TO_ERASE = "Zulmira Tavares da Costa"
LEFT = "Olívia Antunes Prado"
ASKS, CONFIRMS = "patricia.ramos", "marcos.teixeira"


def ask_to_erase(installation: Installation) -> None:
    """One of the two asked for somebody who is in no process."""
    form = {"name": TO_ERASE, "kind": "person", "document": "529.982.247-25"}
    contact = installation.caller("ana.lima").ask("POST", "/contacts", form)["id"]
    request = {"contact": contact, "ground": "consent", "reason": "Pediu por carta"}
    installation.caller(ASKS).ask("POST", "/erasures", request)
    left_the_city(installation)


def left_the_city(installation: Installation) -> None:
    """And somebody who worked here left."""
    who = {"login": "olivia.antunes", "name": LEFT, "agency": "pmu", "email": "olivia@exemplo.example"}
    administration = installation.caller("gustavo.leal")
    made = administration.ask("POST", "/administration/users", who)
    path = f"/administration/users/{made['id']}/blocking"
    administration.ask("POST", path, {"reason": "Exoneração"}, revision=f'"{made["revision"]}"')


def simulated(desk: Desk, _: Scene) -> Locator:
    desk.page.get_by_role("combobox", name="Pessoa do cadastro").press_sequentially(TO_ERASE[:9])
    desk.page.get_by_role("option", name=TO_ERASE).first.click()
    desk.page.get_by_label("Fundamento legal").select_option("consent")
    return desk.page.get_by_role("button", name="Pedir a eliminação")


def seen(desk: Desk) -> Locator:
    """The request opened, with what it will do."""
    card = desk.page.get_by_role("article", name=f"Pedido sobre {TO_ERASE}").first
    card.get_by_role("button", name="Ver o que será feito").click()
    card.get_by_role("table").wait_for()
    return card


def withdrawing(desk: Desk, _: Scene) -> Locator:
    seen(desk).get_by_role("button", name="Desistir do pedido").click()
    return desk.dialog


def confirming(desk: Desk, _: Scene) -> Locator:
    seen(desk).get_by_role("button", name="Confirmar e eliminar").click()
    return desk.dialog


def leaving(desk: Desk, _: Scene) -> Locator:
    """What would go of somebody who left."""
    desk.page.get_by_role("button", name=f"Ver o que será feito: {LEFT}").first.click()
    desk.dialog.get_by_role("table").wait_for()
    return desk.dialog


def ruled(desk: Desk, _: Scene) -> Locator:
    return desk.page.get_by_role("row", name="Acessos de cada usuário").get_by_text("184 dias, a contar da entrada")


SCREENS_OF_ERASURE = (
    Screen("eliminacao", "/eliminacao", simulated, ASKS),
    Screen("eliminacao-desistir", "/eliminacao", withdrawing, ASKS),
    Screen("eliminacao-quem-saiu", "/eliminacao", leaving, ASKS),
    Screen("guarda-de-dados", "/guarda-de-dados", ruled, ASKS),
    Screen("eliminacao-confirmar", "/eliminacao", confirming, CONFIRMS),
)
