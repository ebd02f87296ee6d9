"""DOC-03: two people talk about a passage of a draft beside its text, and their talk follows the passage."""

import re

from playwright.sync_api import expect

from tests.e2e.test_bad_input import BODY, expect_saved

PANEL = "Comentários no texto"


def panel(desk):
    return desk.page.get_by_role("complementary", name=PANEL)


def test_passage_is_commented_answered_followed_and_its_removal_told(sit, installation, album):
    clerk = installation.caller("ana.lima")
    process = clerk.start("Poda de árvores da praça")["id"]
    draft = clerk.write(process, "despacho")["id"]
    desk = sit("ana.lima")
    desk.edit(process, draft)
    desk.write("Responda em vinte dias ao requerente.", after=BODY)
    desk.select("vinte dias")
    desk.page.keyboard.press("Control+Alt+m")
    side = panel(desk)
    expect(side.get_by_role("textbox", name="Comentário")).to_be_focused()
    desk.page.keyboard.type("Não são trinta?")
    side.get_by_role("button", name="Publicar comentário").click()
    expect(desk.text.locator(".passage")).to_have_text("vinte dias")
    album.keep(desk.page, "comentarios-no-texto")
    answered_by(sit("carlos.moura"), process, draft)
    desk.rewrite("vinte dias", "trinta dias")
    desk.page.keyboard.press("Control+s")
    expect_saved(desk)
    desk.edit(process, draft)
    desk.button("Comentários (1)").click()
    expect(side.get_by_text("São trinta, sim.")).to_be_visible()
    expect(desk.text.locator(".passage")).to_have_text("trinta dias")
    side.get_by_role("button", name="Ir ao trecho: trinta dias").press("Enter")
    expect(desk.text.locator(".passage--current")).to_be_in_viewport()
    desk.select("trinta dias")
    desk.page.keyboard.press("Delete")
    expect(side.get_by_text("Trecho removido")).to_be_visible()
    side.get_by_role("button", name=re.compile("^Resolver o comentário")).click()
    side.get_by_text("Resolvidos (1)").click()
    expect(side.get_by_text(re.compile("^Resolvido por Ana"))).to_be_visible()
    desk.page.keyboard.press("Control+s")
    expect_saved(desk)
    assert "trinta?" not in str(clerk.read(process, draft))


def answered_by(chief, process: str, draft: str) -> None:
    """The chief opens the same draft, and answers by keyboard."""
    chief.edit(process, draft)
    chief.button("Comentários (1)").click()
    other = panel(chief)
    other.get_by_role("button", name="Responder ao comentário sobre: vinte dias").click()
    chief.page.keyboard.type("São trinta, sim.")
    chief.page.keyboard.press("Tab")
    chief.page.keyboard.press("Tab")
    chief.page.keyboard.press("Enter")
    expect(other.get_by_text("São trinta, sim.")).to_be_visible()
