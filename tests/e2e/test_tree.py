"""PRO-18 and TRA-01 in the browser: the tree in another order; what nobody signed, told before sending."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.waiting import wait_until


@pytest.fixture
def clerk(browser: Browser, installation: Installation, computer):
    desk = Desk(computer(browser).new_page(), installation.site, "ana.lima")
    desk.arrive()
    yield desk
    desk.page.context.close()


def test_documents_are_ordered_by_keys_and_by_dragging_and_the_tree_follows(
    installation: Installation, clerk: Desk, album
):
    caller = installation.caller("ana.lima")
    process = caller.start("Ordem da árvore")["id"]
    numbers = [caller.write(process, "despacho")["number"] for _ in range(3)]
    clerk.open_process(process)
    clerk.page.get_by_role("button", name=re.compile("^Mais ações")).click()
    clerk.page.get_by_role("menuitem", name=re.compile("^Ordenar árvore")).click()
    lines = clerk.dialog.get_by_role("option")
    expect(lines).to_have_count(3)
    clerk.dialog.get_by_role("listbox").focus()
    for key in ("End", "Alt+ArrowUp", "Alt+ArrowUp"):
        clerk.page.keyboard.press(key)
    expect(lines.first).to_contain_text(numbers[2])
    expect(clerk.dialog.get_by_text(f"({numbers[2]}): 1º de 3.")).to_be_visible()
    lines.nth(1).drag_to(lines.nth(2))
    expect(lines.nth(2)).to_contain_text(numbers[0])
    album.keep(clerk.page, "ordenar-arvore")
    clerk.dialog.get_by_role("button", name="Salvar ordem").click()
    expect(clerk.dialog).to_be_hidden()
    tree = clerk.page.get_by_role("treeitem")
    for place, number in enumerate((numbers[2], numbers[1], numbers[0])):
        expect(tree.nth(place)).to_contain_text(number)
    expect(clerk.page.get_by_text("Alterada ordem dos protocolos").first).to_be_visible()


def test_sending_lists_what_nobody_signed(installation: Installation, clerk: Desk, album):
    caller = installation.caller("ana.lima")
    process = caller.start("Minutas antes de enviar")["id"]
    number = caller.write(process, "despacho")["number"]
    caller.sign(process, caller.write(process, "oficio")["id"])
    clerk.open_process(process)
    clerk.button("Enviar").click()
    warning = clerk.dialog.get_by_text(re.compile("^Há 1 documento sem assinatura"))
    expect(warning).to_be_visible()
    album.keep(clerk.page, "enviar-com-minutas")
    clerk.dialog.get_by_role("link", name=re.compile(number)).click()
    expect(clerk.dialog).to_be_hidden()
    expect(clerk.page.get_by_role("button", name=re.compile("^Assinar")).first).to_be_visible()


def test_process_is_duplicated_and_the_job_tells_what_became_of_each_document(
    installation: Installation, clerk: Desk, album
):
    """PRO-12, through the machine of jobs."""
    caller = installation.caller("ana.lima")
    process = caller.start("Duplicar")["id"]
    caller.sign(process, caller.write(process, "oficio")["id"])
    caller.write(process, "despacho")
    clerk.open_process(process)
    clerk.page.get_by_role("button", name=re.compile("^Mais ações")).click()
    clerk.page.get_by_role("menuitem", name=re.compile("^Duplicar processo")).click()
    expect(clerk.dialog.get_by_text("Manter os relacionamentos")).to_be_visible()
    album.keep(clerk.page, "duplicar-processo")
    clerk.dialog.get_by_role("button", name="Duplicar", exact=True).click()
    expect(clerk.page.get_by_text(re.compile("está pronto"))).to_be_visible()
    expect(clerk.page.get_by_text("Minuta não é copiada")).to_be_visible()
    clerk.link("Abrir o processo").click()
    expect(clerk.page.get_by_role("treeitem")).to_have_count(1)
    expect(clerk.page.get_by_role("treeitem").first).to_contain_text("minuta")
    expect(clerk.page.get_by_text(re.compile("^Processo gerado por duplicação")).first).to_be_visible()


def test_number_type_and_citation_are_copied_and_the_citation_is_pasted_in_the_editor(
    installation: Installation, clerk: Desk
):
    """PRO-21: number; number and type; direct link; link for the editor."""
    caller = installation.caller("ana.lima")
    started = caller.start("Copiar número e link")
    process, nup = started["id"], started["nup"]
    cited, draft = (caller.write(process, "despacho") for _ in range(2))
    clerk.open_process(process, cited["id"])

    def copied() -> str:
        return str(clerk.page.evaluate("navigator.clipboard.readText()"))

    def copy(menu: str, choice: str) -> str:
        # The notice of the copy before may still be there: what tells is that something was copied anew.
        clerk.page.evaluate("navigator.clipboard.writeText('')")
        clerk.page.get_by_role("button", name=menu).click()
        clerk.page.get_by_role("menuitem", name=choice, exact=True).click()
        expect(clerk.notice(re.compile("^Copiado")).first).to_be_visible()
        wait_until(lambda: bool(copied()), f"“{choice}” copiado")
        return str(copied())

    whole = f"Copiar número ou link de {nup}"
    assert copy(whole, "Copiar o número e o tipo").startswith(f"{nup} ")
    assert copy(whole, "Copiar o link").endswith(f"/processo/{process}")
    assert copy("Outras ações do documento", "Copiar para citar no editor") == cited["number"]
    clerk.edit(process, draft["id"])
    clerk.text.click()
    clerk.page.keyboard.press("Control+End")
    clerk.page.keyboard.press("Control+v")
    expect(clerk.text.locator(f"span[data-document-reference][data-number='{cited['number']}']")).to_be_visible()
