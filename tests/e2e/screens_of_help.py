"""The manual inside the application, and what one learns by: first steps, exercises, the hint, the progress of all."""

from playwright.sync_api import Locator

from tests.e2e.desk import Desk
from tests.e2e.scene import Scene
from tests.e2e.screen_steps import Screen, heading, words


def help_of_screen(desk: Desk, _: Scene) -> Locator:
    desk.button("Ajuda").click()
    return desk.heading("Filtrar").first


def words_looked_for(desk: Desk, _: Scene) -> Locator:
    desk.button("Ajuda").click()
    desk.field("Procurar no manual").fill("retorno programado")
    desk.button("Procurar").click()
    return desk.page.get_by_text("trechos com “retorno programado”")


def pointed_at(desk: Desk, _: Scene) -> Locator:
    desk.page.evaluate("sessionStorage.setItem('iperoig.indicacao', 'despacho/3')")
    desk.go("/caixa")
    return desk.page.get_by_role("complementary", name="Indicação do exercício")


def visited(desk: Desk, _: Scene) -> Locator:
    desk.button("Visita guiada: a caixa da unidade").click()
    return desk.heading("Iniciar processo")


SCREENS_OF_HELP = (
    Screen("ajuda", "/caixa", help_of_screen),
    Screen("ajuda-busca", "/processo/novo", words_looked_for),
    Screen("primeiros-passos", "/exercicios", heading("Usar um bloco de assinatura")),
    Screen("indicacao", "/exercicios", pointed_at, "renata.moraes"),
    Screen("visita", "/exercicios", visited, "renata.moraes"),
    Screen("progresso", "/exercicios/progresso", words("Escrever, assinar e enviar um despacho"), "gustavo.leal"),
    Screen("manual", "/manual?capitulo=permissoes", heading("Quem pode fazer o quê")),
)
