"""Issue 6 §6: what the browser prints of a screen is what one reads of it, dark on white whatever the theme."""

import re

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation

FOUND_HEIGHT = re.compile(r"--written-height: [1-9]\d\d+px")
DARKNESS = "element => getComputedStyle(element).color.match(/[0-9]+/g).slice(0, 3).every(part => Number(part) < 90)"


def test_paper_shows_the_process_and_none_of_the_buttons(sit, installation: Installation, album):
    clerk = sit("ana.lima")
    process = installation.caller("ana.lima").start("Reforma do mercado de peixe")
    clerk.go(f"/processo/{process['id']}")
    heading = clerk.page.get_by_role("heading", level=1)
    expect(clerk.button("Enviar")).to_be_visible()
    clerk.page.evaluate("document.documentElement.dataset.theme = 'dark'")
    clerk.page.emulate_media(media="print")
    expect(heading).to_be_visible()
    expect(clerk.page.get_by_text("Processo público gerado")).to_be_visible()
    assert heading.evaluate(DARKNESS)
    for pressed in ("Enviar", "Incluir documento", "Buscar", "Ajuda", "Menu", "Dados"):
        expect(clerk.button(pressed)).to_have_count(0)
    expect(clerk.page.get_by_role("navigation")).to_have_count(0)
    album.loose(clerk.page, "papel-processo")


@pytest.fixture(scope="module")
def signed(installation: Installation) -> tuple[str, str, str, str]:
    """A process with a signed letter: its id, the letter's, and the two codes printed on it."""
    caller = installation.caller("ana.lima")
    process = caller.start("Reforma do mercado de peixe")["id"]
    caller.write(process, "despacho")
    letter = caller.write(process, "oficio")
    return process, letter["id"], letter["number"], caller.sign(process, letter["id"])["crc"]


def on_paper(page: Page) -> list[str]:
    """What is read on each sheet, at the width that a sheet has."""
    margin = dict.fromkeys(("top", "bottom", "left", "right"), "1cm")
    with pypdfium2.PdfDocument(page.pdf(format="A4", margin=margin)) as printed:
        return [sheet.get_textpage().get_text_range() for sheet in printed]


def test_sheets_of_a_process_hold_its_list_and_its_history_and_none_is_blank(sit, signed):
    clerk = sit("ana.lima")
    clerk.open_process(signed[0])
    expect(clerk.page.get_by_text("Processo público gerado")).to_be_visible()
    sheets = on_paper(clerk.page)
    assert all(words in " ".join(sheets) for words in ("Documentos", "Despacho", "Processo público gerado"))
    assert all(sheet.strip() for sheet in sheets)


def test_reading_of_a_process_puts_each_document_whole_on_its_sheet(sit, signed):
    """No sheet is blank, and none begins in the middle of a letter."""
    clerk = sit("ana.lima")
    clerk.go(f"/processo/{signed[0]}/leitura")
    for text in clerk.page.frame_locator("iframe").locator("body").all():
        expect(text).to_contain_text("Protocolo Geral")
    expect(clerk.page.locator("iframe")).to_have_count(2)
    letter = clerk.page.locator("iframe").nth(1)
    expect(letter).to_have_attribute("style", FOUND_HEIGHT)
    sheets = on_paper(clerk.page)
    assert all(sheet.strip() for sheet in sheets)
    begun = next(sheet for sheet in sheets if "OFÍCIO" in sheet)
    assert "Documento nº" in begun


def test_inbox_on_paper_is_as_wide_as_the_paper(sit):
    clerk = sit("ana.lima")
    clerk.go("/caixa?aba=todos")
    expect(clerk.page.get_by_text("Gerado aqui").first).to_be_visible()
    clerk.page.set_viewport_size({"width": 718, "height": 1000})
    clerk.page.emulate_media(media="print")
    assert clerk.page.evaluate("document.documentElement.scrollWidth") <= 718


def test_citizen_keeps_on_one_sheet_what_was_checked(new_context, installation, signed):
    """DOC-15: whose, which document, who signed; not the boxes to check another, nor the text written over them."""
    desk = Desk(new_context().new_page(), installation.site, "")
    desk.go(f"/publico.html?verificador={signed[2]}&crc={signed[3]}")
    expect(desk.heading("Documento autêntico")).to_be_visible()
    (sheet,) = on_paper(desk.page)
    assert all(words in sheet for words in ("Prefeitura Municipal", "Ofício", "Ana Carolina Lima", "autêntico"))
    assert not any(words in sheet for words in ("Conferir outro", "Escolher arquivo", "Abrir o PDF", "Atenciosamente"))
