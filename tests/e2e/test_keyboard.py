"""The eight main tasks with the keyboard alone: receive, assign, label, include a document, write, sign, send and find
(WCAG 2.1.1, 2.4.3; web.md §5). The browser itself says that it heard no mouse, finger or pen."""

import re

import pytest
from playwright.sync_api import Page, expect

from infra.local.stack import PASSWORD
from tests.e2e.counting import Counted
from tests.e2e.desk import Desk
from tests.e2e.test_commands import FIELD

#: A person who holds confidential processes has as many stops more before the list as there are of these.
TABS_AT_MOST = 150
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
    desk.go("/entrar")
    counted = Counted(desk.page)
    enters(desk)
    receives(desk, sent["nup"])
    includes_a_dispatch(desk)
    writes_and_signs(desk)
    sends_back(desk)
    desk.page.wait_for_function("document.activeElement !== document.body")
    assert counted.actions > 0
    assert counted.presses == 0


def test_assignment_label_and_finding_need_no_mouse(sit, installation):
    """TRA-07, TRA-09 and PES-01 by keys alone."""
    clerk = installation.caller("ana.lima")
    if all(label["name"] != "Calçada" for label in clerk.ask("GET", "/arrangement")["labels"]):
        clerk.ask("POST", "/labels", {"name": "Calçada", "colour": "sky"})
    made = clerk.start("Rampa de acesso na Rua Liberdade")
    desk = sit("ana.lima")
    desk.go("/quadro")
    expect(desk.heading("Quadro").first).to_be_visible()
    counted = Counted(desk.page)
    finds(desk, made["nup"])
    desk.go("/caixa?aba=gerados")
    reaches_row(desk, made["nup"])
    assigns(desk, made["nup"], "Carlos")
    labels(desk, made["nup"], "Calçada")
    assert counted.actions > 0
    assert counted.presses == 0


def test_single_keys_lead_to_screens_files_history_and_back_to_unread(sit, installation):
    """Issue 6 §1, web.md §6: G and the letter of a screen, U, H, L and the filters of the inbox."""
    made = installation.caller("ana.lima").start("Bicicletário da Praça Treze de Maio")
    desk = sit("ana.lima")
    desk.open_process(made["id"])
    press(desk.page, "g", "q")
    expect(desk.heading(re.compile("^Quadro"))).to_be_visible()
    press(desk.page, "g", "p")
    expect(desk.page).to_have_url(re.compile("prazo=todos"))
    press(desk.page, "/")
    expect(desk.field("Tipo de processo")).to_be_focused()
    desk.open_process(made["id"])
    press(desk.page, "h")
    assert desk.page.evaluate(FOCUSED) == "Andamento"
    # After G the letter is of the screen: nothing is concluded.
    press(desk.page, "g", "c")
    expect(desk.heading("Caixa da unidade")).to_be_visible()
    desk.open_process(made["id"])
    expect(desk.page.get_by_text("Aberto em SEMAD/PROT")).to_be_visible()
    press(desk.page, "u")
    expect(desk.page).to_have_url(re.compile("modo=arquivo"))
    desk.open_process(made["id"])
    press(desk.page, "l")
    expect(desk.notice("Processo marcado como não visualizado.")).to_be_visible()


def finds(desk: Desk, nup: str) -> None:
    press(desk.page, "Control+k")
    expect(desk.page.get_by_label(FIELD)).to_be_focused()
    desk.page.keyboard.type(nup)
    expect(desk.page.get_by_role("menuitem").first).to_be_visible()
    press(desk.page, "Enter")
    expect(desk.heading(nup)).to_be_visible()


def reaches_row(desk: Desk, nup: str) -> None:
    expect(desk.row(nup)).to_be_visible()
    tab_to(desk.page, r"Selecionar todos")
    press(desk.page, "Tab")
    for _ in range(TABS_AT_MOST):
        if nup in desk.page.evaluate("document.activeElement.innerText"):
            break
        press(desk.page, "ArrowDown")
    expect(desk.row(nup)).to_be_focused()


def assigns(desk: Desk, nup: str, who: str) -> None:
    press(desk.page, "x", "a")
    expect(desk.dialog.get_by_role("combobox")).to_be_focused()
    desk.page.keyboard.type(who)
    expect(desk.page.get_by_role("listbox").get_by_role("option").first).to_contain_text(who)
    press(desk.page, "ArrowDown", "Enter", "Control+Enter")
    expect(desk.row(nup)).to_contain_text(who)


def labels(desk: Desk, nup: str, label: str) -> None:
    # The filter of the same name comes first on the way back.
    tab_to(desk.page, "^Limpar seleção", "Shift+Tab")
    tab_to(desk.page, "^Marcador", "Shift+Tab")
    press(desk.page, "Enter")
    expect(desk.page.get_by_role("menu")).to_be_visible()
    desk.page.keyboard.type(f"Incluir {label}")
    expect(desk.page.get_by_role("menuitem", name=f"Incluir {label}")).to_be_focused()
    press(desk.page, "Enter")
    expect(desk.row(nup)).to_contain_text(label)


def enters(desk: Desk) -> None:
    expect(desk.field("Usuário")).to_be_focused()
    desk.page.keyboard.type(desk.login)
    press(desk.page, "Tab")
    desk.page.keyboard.type(PASSWORD)
    press(desk.page, "Enter")
    expect(desk.heading("Caixa da unidade")).to_be_visible()


def receives(desk: Desk, nup: str) -> None:
    reaches_row(desk, nup)
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
