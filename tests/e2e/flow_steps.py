"""What to do on the screens of flows before looking at them."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator

from tests.e2e.desk import Desk
from tests.e2e.scene import Scene


def act_of_flow(button: str) -> Callable[[Desk, Scene], Locator]:
    def press(desk: Desk, _: Scene) -> Locator:
        desk.page.get_by_role("button", name=re.compile(f"^{button}")).first.click()
        return desk.dialog

    return press


def refused_skipping(desk: Desk, scene: Scene) -> Locator:
    act_of_flow("Dispensar etapa")(desk, scene).get_by_role("button", name="Dispensar etapa").click()
    return desk.dialog.get_by_text("Informe o motivo.")


def refused_flow(desk: Desk, _: Scene) -> Locator:
    desk.button("Escrever fluxo novo").click()
    desk.field("Texto do fluxo").fill("fluxo: teste\nnome: Teste\netapas:\n  - {etapa: um, nome: Um, prazo: dois}\n")
    desk.button("Publicar").click()
    return seen_from_the_top(desk, "pontos a corrigir")


def checked_flow(desk: Desk, _: Scene) -> Locator:
    desk.button("Alterar Férias de servidor").click()
    desk.button("Conferir").click()
    return seen_from_the_top(desk, "nada a corrigir")


def seen_from_the_top(desk: Desk, words: str) -> Locator:
    """Where the page stopped scrolling, its header may cover half an item of the menu."""
    told = desk.page.get_by_text(words)
    told.wait_for()
    desk.page.evaluate("scrollTo(0, 0)")
    return told
