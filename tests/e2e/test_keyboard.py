"""The main acts with the keyboard alone (WCAG 2.1.1, 2.4.3; web.md §5)."""

import re

import pytest
from playwright.sync_api import Page, expect

from infra.local.stack import PASSWORD
from tests.e2e.desk import Desk

TABS_AT_MOST = 60
FOCUSED = """() => {
  const on = document.activeElement
  return on === document.body ? '' : (on.getAttribute('aria-label') || on.labels?.[0]?.innerText || on.innerText || '')
}"""
@pytest.fixture(autouse=True)
def no_mouse(monkeypatch) -> None:
    """A test of this module that uses the mouse is not a test of the keyboard."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("este teste é só de teclado")

    for name in ("click", "dblclick", "hover", "tap", "check", "fill", "select_option"):
        monkeypatch.setattr(f"playwright.sync_api.Locator.{name}", refuse)
    monkeypatch.setattr("playwright.sync_api.Mouse.click", refuse)


def tab_to(page: Page, wanted: str, key: str = "Tab") -> None:
    """Presses Tab until the focus is on what says ``wanted``."""
    seen = []
    for _ in range(TABS_AT_MOST):
        focused = page.evaluate(FOCUSED).strip()
        if re.match(wanted, focused):
            return
        seen.append(focused[:40])
        page.keyboard.press(key)
    raise AssertionError(f"{wanted!r} não é alcançado com Tab: {seen}")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_entry_receipt_writing_signature_and_sending_need_no_mouse(new_context, installation):
    """ACC-01, TRA-02, DOC-01, DOC-03, DOC-10 and TRA-01 by keys alone."""
    clerk = installation.caller("ana.lima")
    sent = clerk.start("Autorização de evento na Praça Exaltação")
    clerk.send(sent["id"], "semurb-alv")
    desk = Desk(new_context().new_page(), installation.site, "juliana.rocha")
    page = desk.page
    enters(desk)
    receives(desk, sent["nup"])
    includes_a_dispatch(desk)
    writes_and_signs(desk)
    sends_back(desk)
    page.wait_for_function("document.activeElement !== document.body")


def enters(desk: Desk) -> None:
    desk.go("/entrar")
    expect(desk.field("Usuário")).to_be_focused()
    desk.page.keyboard.type(desk.login)
    press(desk.page, "Tab")
    desk.page.keyboard.type(PASSWORD)
    press(desk.page, "Enter")
    expect(desk.heading("Caixa da unidade")).to_be_visible()


def receives(desk: Desk, nup: str) -> None:
    expect(desk.row(nup)).to_be_visible()
    rows = desk.page.get_by_role("row")
    place = next(at for at in range(rows.count()) if nup in rows.nth(at).inner_text())
    tab_to(desk.page, r"Selecionar todos")
    press(desk.page, "Tab", *["ArrowDown"] * (place - 1))
    expect(desk.row(nup)).to_be_focused()
    press(desk.page, "Enter")
    expect(desk.notice("Recebido agora por você nesta unidade.")).to_be_visible()


def includes_a_dispatch(desk: Desk) -> None:
    press(desk.page, "d")
    expect(desk.field("Procurar tipo")).to_be_focused()
    desk.page.keyboard.type("despacho")
    press(desk.page, "Enter")
    expect(desk.button("Criar e escrever")).to_be_visible()
    tab_to(desk.page, "Criar e escrever")
    press(desk.page, "Enter")
    expect(desk.text).to_be_visible()


def writes_and_signs(desk: Desk) -> None:
    tab_to(desk.page, "Texto do documento")
    press(desk.page, "Control+End", "Alt+F10")
    press(desk.page, "Escape")
    expect(desk.text).to_be_focused()
    body = "Ciente do que consta dos autos."
    press(desk.page, "Control+Home")
    for _ in range(40):
        if body in desk.page.evaluate("getSelection().anchorNode?.textContent ?? ''"):
            break
        press(desk.page, "ArrowDown")
    press(desk.page, "End", "Enter")
    desk.page.keyboard.type("De acordo com o evento.")
    press(desk.page, "Control+s")
    expect(desk.page.locator(".saving-state")).to_have_text(re.compile(r"^Salvo às"))
    tab_to(desk.page, "Assinar", "Shift+Tab")
    press(desk.page, "Enter")
    expect(desk.dialog.get_by_label("Cargo ou função")).to_be_focused()
    desk.page.keyboard.type("Diretora de Alvarás")
    press(desk.page, "Tab")
    desk.page.keyboard.type(PASSWORD)
    press(desk.page, "Enter")
    expect(desk.paper).to_contain_text("assinado eletronicamente por Juliana Rocha Andrade")
    expect(desk.paper).to_contain_text("De acordo com o evento.")


def sends_back(desk: Desk) -> None:
    press(desk.page, "e")
    expect(desk.dialog.get_by_role("combobox")).to_be_focused()
    desk.page.keyboard.type("semad/prot")
    expect(desk.page.get_by_role("listbox").get_by_role("option").first).to_contain_text("SEMAD/PROT")
    press(desk.page, "ArrowDown", "Enter")
    expect(desk.dialog.get_by_role("list", name=re.compile("Unidades de destino"))).to_contain_text(
        "SEMAD/PROT"
    )
    press(desk.page, "Control+Enter")
    expect(desk.page.get_by_text("Aberto em SEMAD/PROT")).to_be_visible()


def test_fast_typist_is_never_offered_a_unit_that_does_not_match(sit, installation):
    """TRA-01: a list that is still of the letters before would send the process to the wrong unit."""
    process = installation.caller("ana.lima").start("Vistoria de calçada")["id"]
    desk = sit("ana.lima")
    desk.page.route("**/api/units?query=alv*", lambda route: None)
    desk.open_process(process)
    press(desk.page, "e")
    expect(desk.dialog.get_by_role("combobox")).to_be_focused()
    press(desk.page, "ArrowDown")
    expect(desk.page.get_by_role("listbox").get_by_role("option").nth(3)).to_be_visible()
    desk.page.keyboard.type("alv")
    offered = desk.page.get_by_role("listbox").get_by_role("option")
    expect(offered.filter(has_not_text=re.compile("alv", re.IGNORECASE))).to_have_count(0)
