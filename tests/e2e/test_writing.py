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
    desk.page.keyboard.type(", e à @")
    find.fill(unit["acronym"])
    named = f"{unit['name']} ({unit['acronym']})"
    expect(desk.dialog.get_by_role("radio", name=named, exact=True)).to_be_checked()
    find.press("ArrowDown")
    expect(desk.dialog.get_by_role("radio", name=named, exact=True)).to_be_focused()
    desk.page.keyboard.press("Enter")
    expect(desk.text).to_contain_text(f", e à {named}")
    desk.page.keyboard.type(", ou a @")
    find.fill("zzz")
    expect(desk.dialog.get_by_role("status")).to_contain_text("Ninguém e nenhuma unidade")
    desk.page.keyboard.press("Escape")
    expect(desk.text).to_contain_text(f", e à {named}, ou a @")
    desk.page.keyboard.press("Control+s")
    expect_saved(desk)
    assert f", e à {named}, ou a @" in saved_text(clerk, process, draft)
