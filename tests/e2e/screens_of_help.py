"""The manual inside the application: beside a screen, alone, and what a search finds in it."""

from playwright.sync_api import Locator

from tests.e2e.desk import Desk
from tests.e2e.scene import Scene
from tests.e2e.screen_steps import Screen, heading


def help_of_screen(desk: Desk, _: Scene) -> Locator:
    desk.button("Ajuda").click()
    return desk.heading("Filtrar").first


def words_looked_for(desk: Desk, _: Scene) -> Locator:
    desk.button("Ajuda").click()
    desk.field("Procurar no manual").fill("retorno programado")
    desk.button("Procurar").click()
    return desk.page.get_by_text("trechos com “retorno programado”")


SCREENS_OF_HELP = (
    Screen("ajuda", "/caixa", help_of_screen),
    Screen("ajuda-busca", "/processo/novo", words_looked_for),
    Screen("manual", "/manual?capitulo=permissoes", heading("Quem pode fazer o quê")),
)
