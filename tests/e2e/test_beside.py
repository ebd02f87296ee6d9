"""Issue 6 §1: one document is read while another is written; the address, the keys and the width hold."""

import re

from playwright.sync_api import expect

from tests.e2e.test_bad_input import BODY, expect_saved


def beside(desk):
    return desk.page.get_by_role("region", name="Ler ao lado")


def test_document_is_read_beside_the_text_that_answers_it(sit, installation, album):
    clerk = installation.caller("ana.lima")
    process = clerk.start("Resposta ao ofício da câmara")["id"]
    asked, draft = clerk.write(process, "oficio"), clerk.write(process, "despacho")["id"]
    other = clerk.start("Outro assunto")
    elsewhere = clerk.write(other["id"], "despacho")
    desk = sit("ana.lima")
    desk.edit(process, draft)
    desk.write("Em resposta ao que foi pedido,", after=BODY)
    desk.page.keyboard.press("Control+Alt+l")
    side = beside(desk)
    side.get_by_label("Documento deste processo").select_option(asked["id"])
    read = side.get_by_role("article", name=re.compile(re.escape(asked["number"])))
    expect(read.locator("iframe")).to_be_visible()
    expect(desk.text).to_contain_text("Em resposta ao que foi pedido,")
    album.keep(desk.page, "ler-ao-lado")
    side.get_by_label("Documento deste processo").focus()
    desk.page.keyboard.press("F6")
    expect(desk.text).to_be_focused()
    desk.page.keyboard.press("F6")
    expect(side.get_by_role("heading", name="Ler ao lado")).to_be_focused()
    handle = desk.page.get_by_role("separator", name="Largura do documento ao lado")
    width = int(handle.get_attribute("aria-valuenow") or 0)
    handle.press("ArrowLeft")
    expect(handle).to_have_attribute("aria-valuenow", str(width + 24))
    desk.page.keyboard.press("Control+s")
    expect_saved(desk)
    desk.page.reload()
    expect(read.locator("iframe")).to_be_visible()
    expect(desk.text).to_contain_text("Em resposta ao que foi pedido,")
    expect(handle).to_have_attribute("aria-valuenow", str(width + 24))
    side.get_by_label("Ou o número de um documento ou processo").fill(elsewhere["number"])
    desk.page.keyboard.press("Enter")
    expect(side.get_by_role("article", name=re.compile(re.escape(elsewhere["number"])))).to_be_visible()
    expect(side.get_by_label(f"Documento do processo {other['nup']}")).to_be_visible()
    desk.page.go_back()
    expect(read).to_be_visible()
    one_at_a_time(desk, read)


def one_at_a_time(desk, read) -> None:
    """On a narrow screen."""
    desk.page.set_viewport_size({"width": 800, "height": 900})
    desk.button("Texto que escrevo").click()
    expect(read).to_be_hidden()
    desk.button("Documento que leio").click()
    expect(desk.text).to_be_hidden()
    desk.button("Fechar o documento ao lado").click()
    expect(desk.text).to_contain_text("Em resposta ao que foi pedido,")
