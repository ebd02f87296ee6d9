"""DOC-03: a note, a table of contents and a reference are put in a text by keyboard, and lead where they say."""

import re

from playwright.sync_api import expect

from tests.e2e.test_bad_input import BODY, expect_saved


def test_notes_contents_and_references_are_written_and_read(sit, installation):
    clerk = installation.caller("ana.lima")
    process = clerk.start("Estudo da orla")["id"]
    draft = clerk.write(process, "despacho")["id"]
    desk = sit("ana.lima")
    desk.edit(process, draft)
    desk.write("Do objeto", after=BODY)
    desk.page.get_by_label("Estilo").select_option(label="Título 1")
    desk.write("Conforme exposto em ", after="Do objeto")
    desk.page.get_by_label("Estilo").select_option(label="Texto com recuo")
    insert(desk, "Referência a outro trecho")
    desk.dialog.get_by_label("Procurar").fill("objeto")
    expect(desk.dialog.get_by_role("radio", name="“Do objeto”")).to_be_checked()
    desk.page.keyboard.press("Enter")
    expect(desk.text.locator("[data-cross-reference]")).to_have_attribute("data-label", "“Do objeto”")
    insert(desk, "Nota de rodapé")
    expect(desk.page.get_by_role("textbox", name="Texto da nota")).to_be_focused()
    desk.page.keyboard.type("Lei nº 12.527, de 2011.")
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.type("Art. 7º, § 2º.")
    desk.page.keyboard.press("Control+Enter")
    note = desk.text.get_by_role("button", name="[Nota de rodapé: Lei nº 12.527, de 2011. Art. 7º, § 2º.]")
    expect(note).to_be_visible()
    insert(desk, "Sumário")
    expect(desk.text.get_by_role("group", name="Sumário")).to_contain_text("Do objeto")
    desk.page.keyboard.press("Control+s")
    expect_saved(desk)
    desk.open_process(process, draft)
    called, told = desk.paper.locator("#chamada-1"), desk.paper.locator("#nota-1")
    expect(told).to_contain_text("Lei nº 12.527, de 2011.")
    expect(told.locator("br")).to_have_count(1)
    called.click()
    expect(told).to_be_in_viewport()
    told.get_by_role("link", name="voltar ao texto").or_(told.locator(".back")).click()
    expect(called).to_be_in_viewport()
    desk.paper.get_by_role("navigation", name="Sumário").get_by_text("Do objeto").click()
    expect(desk.paper.get_by_role("heading", name="Do objeto")).to_be_in_viewport()
    expect(desk.paper.get_by_text(re.compile("Conforme exposto em “Do objeto”1"))).to_be_visible()


def insert(desk, what: str) -> None:
    desk.button("Inserir").click()
    desk.page.get_by_role("menuitem", name=what, exact=True).click()
