"""Issue 6 §4: an official letter is written as in a word processor, by keys alone."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.test_bad_input import BODY, expect_saved, saved_text


@pytest.fixture
def clerk(installation):
    return installation.caller("ana.lima")


@pytest.fixture
def process(clerk) -> str:
    return clerk.start("Reforma do coreto da praça")["id"]


@pytest.fixture
def draft(clerk, process) -> str:
    return clerk.write(process, "despacho")["id"]


def test_name_of_a_person_or_unit_is_written_by_an_at_sign_and_part_of_it(sit, clerk, process, draft):
    """Only the directory that assigning and sending show; what stays in the text are words."""
    unit = clerk.ask("GET", "/units?query=fazenda")["items"][0]
    desk = sit("ana.lima")
    desk.edit(process, draft)
    desk.write("Encaminhe-se a ", after=BODY)
    desk.page.keyboard.type("@")
    find = desk.dialog.get_by_label("Nome ou sigla")
    find.fill("carlos mou")
    expect(desk.dialog.get_by_role("radio", name=re.compile("^Carlos Eduardo Moura"))).to_be_checked()
    desk.page.keyboard.press("Enter")
    expect(desk.text).to_contain_text(re.compile(r"Encaminhe-se a Carlos Eduardo Moura \(\S+\)"))
    # A person's fingers are slower than the frame in which the text takes the keyboard back.
    expect(desk.text).to_be_focused()
    desk.page.keyboard.type(", e à @")
    find.fill(unit["acronym"])
    named = f"{unit['name']} ({unit['acronym']})"
    expect(desk.dialog.get_by_role("radio", name=named, exact=True)).to_be_checked()
    find.press("ArrowDown")
    expect(desk.dialog.get_by_role("radio", name=named, exact=True)).to_be_focused()
    desk.page.keyboard.press("Enter")
    expect(desk.text).to_contain_text(f", e à {named}")
    expect(desk.text).to_be_focused()
    desk.page.keyboard.type(", ou a @")
    find.fill("zzz")
    expect(desk.dialog.get_by_role("status")).to_contain_text("Ninguém e nenhuma unidade")
    desk.page.keyboard.press("Escape")
    expect(desk.text).to_contain_text(f", e à {named}, ou a @")
    desk.page.keyboard.press("Control+s")
    expect_saved(desk)
    assert f", e à {named}, ou a @" in saved_text(clerk, process, draft)


def test_sheet_or_width_of_the_screen_is_chosen_once_in_a_browser(sit, clerk, process, draft):
    """web.md W3: the text on a telephone has all its width, and a sheet when somebody asks for one."""
    desk = sit("ana.lima", viewport={"width": 1366, "height": 768})
    desk.edit(process, draft)
    page, web = (desk.page.get_by_role("button", name=re.compile(f"^{name}:")) for name in ("Página", "Web"))
    expect(page).to_have_attribute("aria-pressed", "true")
    sheet = desk.text.bounding_box()["width"]
    web.click()
    expect(web).to_have_attribute("aria-pressed", "true")
    assert desk.text.bounding_box()["width"] > sheet
    desk.edit(process, draft)
    expect(web).to_have_attribute("aria-pressed", "true")
    phone = sit("ana.lima", viewport={"width": 320, "height": 640})
    phone.edit(process, clerk.write(process, "despacho")["id"])
    assert phone.text.bounding_box()["width"] <= 320
    assert phone.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.page.get_by_role("button", name=re.compile("^Página:")).click()
    assert phone.text.bounding_box()["width"] > 700
    assert phone.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


PASTE = """(text, words) => {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', words)
  text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
}"""


def test_cells_of_a_spreadsheet_become_a_table_and_an_address_a_link(sit, clerk, process, draft):
    desk = sit("ana.lima")
    desk.edit(process, draft)
    desk.write("Conforme ", after=BODY)
    desk.page.keyboard.type("www.ubatuba.sp.gov.br/edital, e a Lei nº 14.133/2021, ")
    link = desk.text.get_by_role("link", name="www.ubatuba.sp.gov.br/edital", exact=True)
    expect(link).to_have_attribute("href", "https://www.ubatuba.sp.gov.br/edital")
    expect(desk.text.get_by_role("link")).to_have_count(1)
    desk.text.evaluate(PASTE, "Item\tValor\nMesa\t1.200,00\n")
    expect(desk.text.get_by_role("cell", name="1.200,00")).to_be_visible()
    desk.page.keyboard.press("Control+s")
    expect_saved(desk)
    desk.open_process(process, draft)
    expect(desk.paper.get_by_role("cell", name="1.200,00")).to_be_visible()
    expect(desk.paper.get_by_role("link", name="www.ubatuba.sp.gov.br/edital")).to_be_visible()
