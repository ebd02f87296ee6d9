"""A new city follows its checklist on the screen and goes live, and says on every screen which it is (issue 5 §7)."""

from typing import Any

from playwright.sync_api import expect

from tests.e2e.axe import violations_by_theme
from tests.e2e.caller import Caller
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.pictures import Album
from tests.e2e.test_environments import BEGIN, beside

__all__ = ["beside"]

ROLLOUT = "/administration/rollout"
PREPARING = "Em implantação — o que se inicia agora é teste"
LEFT, WAIVED = "Processo de teste aceito", "Pessoas treinadas"


def nearly_ready(caller: Caller) -> None:
    """Preparing, with everything said but what the screen is for."""
    found = caller.ask("GET", ROLLOUT)
    if found["stage"] == "live":
        act(caller, "/return", {"reason": "Outra vez"})
    for line in caller.ask("GET", ROLLOUT)["items"]:
        path = f"/items/{line['code']}"
        if line["title"] in (LEFT, WAIVED):
            if line["tick"] or line["waiver"]:
                act(caller, f"{path}/undoing", {"reason": "Outra vez"})
        elif line["mandatory"] and not line["done"] and not line["waiver"]:
            said = {"reason": "Cidade de exemplo"} if line["verified"] else {"day": "2026-11-02", "remark": "Feito"}
            act(caller, f"{path}/waiver" if line["verified"] else f"{path}/tick", said)


def act(caller: Caller, path: str, said: dict[str, str]) -> None:
    revision = caller.ask("GET", ROLLOUT)["revision"]
    caller.ask("POST", f"{ROLLOUT}{path}", said, revision=f'"{revision}"')


def test_city_follows_its_list_and_goes_live(
    new_context: Any, installation: Installation, beside: str, album: Album
) -> None:
    caller = Caller.enter(f"{installation.site}{BEGIN}", beside)
    nearly_ready(caller)
    desk = Desk(new_context().new_page(), installation.site, beside)
    desk.go(f"{BEGIN}/administracao/implantacao")
    desk.enter()
    expect(desk.page.get_by_text(PREPARING)).to_be_visible()
    expect(desk.page.get_by_text("Falta: 2 itens obrigatórios.")).to_be_visible()
    expect(desk.page.get_by_text("Ainda não há pessoas que concluíram um exercício")).to_be_visible()
    album.keep(desk.page, "implantacao")
    assert violations_by_theme(desk.page) == {}
    ticks_what_was_left(desk)
    decide(desk)
    expect(desk.dialog.get_by_text(f"Ainda falta: {WAIVED}.")).to_be_visible()
    assert violations_by_theme(desk.page) == {}
    desk.dialog.get_by_role("button", name="Cancelar").click()
    waives_the_rest(desk)
    decide(desk)
    expect(desk.page.get_by_text("Norma: Decreto nº 9.001/2026.")).to_be_visible()
    expect(desk.page.get_by_text(PREPARING)).to_have_count(0)
    act(caller, "/return", {"reason": "Fim do teste"})


def ticks_what_was_left(desk: Desk) -> None:
    desk.button(f"Marcar como feito: {LEFT}").click()
    desk.dialog.get_by_role("button", name="Marcar como feito").click()
    expect(desk.dialog.get_by_text("Escreva a observação.")).to_be_visible()
    assert violations_by_theme(desk.page) == {}
    desk.dialog.get_by_label("Observação").fill("Processo 01001.000001/2026-10, aceito por Rita")
    desk.dialog.get_by_role("button", name="Marcar como feito").click()
    expect(desk.page.get_by_text("Observação: Processo 01001.000001/2026-10")).to_be_visible()


def waives_the_rest(desk: Desk) -> None:
    desk.button(f"Dispensar: {WAIVED}").click()
    desk.dialog.get_by_label("Motivo").fill("Treinamento em dezembro, conforme ata")
    assert violations_by_theme(desk.page) == {}
    desk.dialog.get_by_role("button", name="Dispensar").click()
    expect(desk.page.get_by_text("Nada falta para entrar em produção.")).to_be_visible()


def decide(desk: Desk) -> None:
    desk.button("Entrar em produção").click()
    desk.dialog.get_by_label("Norma que ordena").fill("Decreto nº 9.001/2026")
    desk.dialog.get_by_role("button", name="Entrar em produção").click()
