"""DOC-03, issue 6 §4: beside a text that is being written, what it still lacks, each one press from its place, and its
titles, to move about by.
"""

import re

from playwright.sync_api import expect

from tests.e2e.test_bad_input import BODY, expect_saved

SMALL_SCREEN = {"width": 1366, "height": 768}


def test_what_a_text_lacks_is_one_press_from_its_place_and_gone_once_mended(sit, installation, album):
    clerk = installation.caller("ana.lima")
    process = clerk.start("Contratação de serviço de poda")["id"]
    draft = clerk.write(process, "despacho")["id"]
    desk = sit("ana.lima", viewport=SMALL_SCREEN)
    desk.edit(process, draft)
    desk.write("Do objeto", after=BODY)
    desk.page.keyboard.press("Control+Shift+2")
    desk.page.keyboard.press("End")
    desk.page.keyboard.type("\nEncaminhe-se a [nome do servidor], no CPF 529.982.247-25.")
    desk.button("Conferir").click()
    side = desk.page.get_by_role("complementary", name="Conferência do texto")
    expect(side.get_by_text("Falta preencher [nome do servidor].")).to_be_visible()
    expect(side.get_by_text(re.compile("um dado pessoal: 529.982.247-25"))).to_be_visible()
    album.keep(desk.page, "conferir-o-texto")
    side.get_by_role("button", name="Ir ao trecho: Falta preencher [nome do servidor].").press("Enter")
    expect(desk.text).to_be_focused()
    desk.page.keyboard.type("Carlos Moura")
    desk.page.keyboard.press("Control+s")
    expect_saved(desk)
    expect(side.get_by_text("Falta preencher [nome do servidor].")).to_have_count(0)
    expect(desk.text).to_contain_text("Encaminhe-se a Carlos Moura, no CPF")
    side.get_by_role("button", name="Do objeto").press("Enter")
    desk.page.keyboard.type("Título: ")
    expect(desk.text.get_by_role("heading", name="Título: Do objeto")).to_be_visible()


def test_a_button_of_the_editor_stays_where_it_is_while_the_text_is_being_saved(sit, installation):
    """A click right after writing lands, on a small screen too: the words of saving take no line of their own."""
    clerk = installation.caller("ana.lima")
    process = clerk.start("Memorial da praça")["id"]
    desk = sit("ana.lima", viewport=SMALL_SCREEN)
    desk.edit(process, clerk.write(process, "despacho")["id"])
    desk.write("Segue a planilha.", after=BODY)
    expect(desk.page.get_by_text("Ainda não salvo")).to_be_visible()
    before = desk.button("Inserir").bounding_box()
    desk.button("Inserir").click()
    expect(desk.page.get_by_role("menu", name="Inserir")).to_be_visible()
    desk.page.keyboard.press("Escape")
    expect_saved(desk)
    assert desk.button("Inserir").bounding_box() == before
