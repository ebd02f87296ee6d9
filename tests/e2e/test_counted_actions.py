"""How much work the commonest acts are, counted by the browser itself (issue 6, web.md §6, demands 5).

The others are where their subject is: ten processes received, assigned and labelled in ``test_organising``, twenty
files with one drop in ``test_many_files``, ten signatures with one dialog in ``test_signing``.
"""

import re
import uuid
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.e2e.counting import Counted
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.test_commands import FIELD
from tests.e2e.waiting import wait_until

MOST_TO_WRITE = 4
MOST_TO_FIND = 2
PARTY = "adelaide-fontes-barbosa"


def test_from_entering_to_writing_a_dispatch_in_a_known_process_takes_four_actions(
    new_context: Callable, installation: Installation
) -> None:
    """ACC-01, PRO-01, DOC-01, DOC-03."""
    nup = installation.caller("ana.lima").start("Conserto do deque da Praia do Cruzeiro")["nup"]
    desk = Desk(new_context().new_page(), installation.site, "ana.lima")
    desk.go("/entrar?voltar=/caixa?aba=gerados")
    desk.enter()
    expect(desk.row(nup)).to_be_visible()
    counted = Counted(desk.page)
    desk.row(nup).get_by_role("link").click()
    expect(desk.button("Incluir documento")).to_be_visible()
    desk.page.keyboard.press("d")
    expect(desk.field("Procurar tipo")).to_be_focused()
    desk.page.keyboard.type("despacho\n")
    desk.button("Criar e escrever").click()
    expect(desk.text).to_be_visible()
    assert counted.actions <= MOST_TO_WRITE
    assert counted.loads == 0


@pytest.fixture
def palette(sit: Callable[..., Desk]) -> Desk:
    desk = sit("ana.lima")
    desk.go("/caixa")
    expect(desk.heading("Caixa da unidade")).to_be_visible()
    return desk


def searched(desk: Desk, words: str, found: re.Pattern[str] | str) -> Counted:
    """The palette, the words, and Enter when what is wanted is there."""
    counted = Counted(desk.page)
    desk.page.keyboard.press("Control+k")
    expect(desk.page.get_by_label(FIELD)).to_be_focused()
    desk.page.keyboard.type(words)
    expect(desk.page.get_by_role("menuitem", name=found).first).to_be_visible()
    desk.page.keyboard.press("Enter")
    return counted


def test_process_and_document_are_found_by_number_in_two_actions(palette: Desk, installation: Installation) -> None:
    """PES-01: with and without the punctuation of the number."""
    clerk = installation.caller("ana.lima")
    process = clerk.start("Troca de lâmpadas do coreto")
    number = clerk.write(process["id"])["number"]
    nup = process["nup"]
    for words, seen in ((nup, nup), (re.sub(r"\D", "", nup), nup), (number, number)):
        counted = searched(palette, words, re.compile("."))
        expect(palette.page).to_have_url(re.compile(process["id"]))
        expect(palette.page.get_by_text(seen).first).to_be_visible()
        assert counted.actions <= MOST_TO_FIND, words
        palette.go("/caixa")
        expect(palette.heading("Caixa da unidade")).to_be_visible()


@pytest.mark.parametrize("word", ["bromélias", "requerimento", "adelaide"], ids=["specification", "type", "party"])
def test_process_is_found_by_its_words_in_two_actions(word: str, palette: Desk, installation: Installation) -> None:
    """PES-01: of its specification, of its type and of who is interested in it, with a word that no other has."""
    clerk = installation.caller("ana.lima")
    own = f"canteiro{uuid.uuid4().hex[:6]}"
    process = clerk.start(f"Bromélias e helicônias do {own}", interested_parties=[PARTY])
    words = f"{word} {own}"
    wait_until(lambda: clerk.ask("GET", f"/find/words?words={quote(words)}")["items"], "o processo no índice")
    counted = searched(palette, words, process["nup"])
    expect(palette.page).to_have_url(re.compile(process["id"]))
    assert counted.actions <= MOST_TO_FIND
