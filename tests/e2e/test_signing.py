"""DOC-10 and DOC-15 in the browser: ten documents signed with one password; a PDF checked where it is."""

import re
import urllib.request

from playwright.sync_api import Browser, expect

from infra.local.stack import PASSWORD
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation


def waiting_letters(installation: Installation, count: int) -> list[tuple[str, str]]:
    """(process, document), each of a process of its own, all in one signing block of the unit."""
    caller = installation.caller("camila.duarte")
    block = caller.ask("POST", "/blocks", {"kind": "signing", "description": "Licenças da semana"})["id"]
    letters = []
    for number in range(count):
        process = caller.start(f"Licença ambiental {number + 1}")["id"]
        letters.append((process, caller.write(process, "oficio")["id"]))
        caller.ask("POST", f"/blocks/{block}/items", {"process": process, "document": letters[-1][1]})
    return letters


def test_ten_documents_of_ten_processes_are_signed_with_one_dialog_and_one_password(
    browser: Browser, installation: Installation, computer, album
):
    letters = waiting_letters(installation, 10)
    desk = Desk(computer(browser).new_page(), installation.site, "camila.duarte")
    desk.arrive()
    requests: list[str] = []
    desk.page.on("request", lambda sent: requests.append(sent.url) if sent.method == "POST" else None)
    desk.go("/para-assinar")
    desk.button("Assinar 10 documentos").click()
    desk.dialog.get_by_label(re.compile("^Cargo")).select_option(index=1)
    desk.dialog.get_by_label(re.compile("^Sua senha")).fill(PASSWORD)
    album.keep(desk.page, "assinar-dez-documentos")
    desk.dialog.get_by_role("button", name="Assinar 10 documentos").click()
    expect(desk.notice("10 documentos assinados.")).to_be_visible()
    assert [url for url in requests if url.endswith("/signatures")] == [f"{installation.site}/api/signatures"]
    caller = installation.caller("camila.duarte")
    signatures = [caller.read(*letter)["signatures"] for letter in letters]
    assert [len(made) for made in signatures] == [1] * 10
    desk.page.context.close()


def test_some_of_the_queue_are_read_one_after_another_and_signed_and_their_number_follows(
    browser: Browser, installation: Installation, computer
):
    """BLO-01, BLO-05: Shift takes a run; what is signed while reading gives its place to the next."""
    clerk = installation.caller("camila.duarte")
    block = clerk.ask("POST", "/blocks", {"kind": "signing", "description": "Vistorias da quinzena"})["id"]
    for number in range(4):
        process = clerk.start(f"Vistoria ambiental {number + 1}")["id"]
        letter = clerk.write(process, "oficio")["id"]
        clerk.ask("POST", f"/blocks/{block}/items", {"process": process, "document": letter})
    desk = Desk(computer(browser).new_page(), installation.site, "camila.duarte")
    desk.arrive()
    desk.go("/para-assinar")
    rows = desk.page.get_by_role("row").filter(has_text="Vistorias da quinzena")
    expect(rows).to_have_count(4)
    waiting = desk.page.get_by_role("row").count() - 1
    rows.nth(2).get_by_role("checkbox").click()
    rows.nth(0).get_by_role("checkbox").click(modifiers=["Shift"])
    expect(desk.notice("3 selecionados")).to_be_visible()
    expect(desk.button("Devolver o bloco")).to_have_attribute("aria-disabled", "true")
    desk.button("Ver em sequência").click()
    expect(desk.page.get_by_text("1 de 3")).to_be_visible()
    desk.page.keyboard.press("]")
    expect(desk.page.get_by_text("2 de 3")).to_be_visible()
    desk.page.get_by_label("Selecionado para assinar").uncheck()
    signs(desk, "Assinar", "Assinar")
    expect(desk.page.get_by_text("2 de 2")).to_be_visible()
    signs(desk, "Assinar 2 documentos", "Assinar 2 documentos")
    expect(rows).to_have_count(1)
    left = re.compile(rf"^Para assinar {waiting - 3} documentos?$")
    expect(desk.page.get_by_role("link", name=left)).to_be_visible()
    desk.page.context.close()


def test_block_of_another_unit_is_given_back_from_the_queue_with_a_reason(
    browser: Browser, installation: Installation, computer
):
    """BLO-02: the whole of it, and the screen stays where it was."""
    clerk = installation.caller("ana.lima")
    asked = {"kind": "signing", "description": "Pareceres a rever", "units": ["semma-lic"]}
    block = clerk.ask("POST", "/blocks", asked)["id"]
    process = clerk.start("Parecer de poda")["id"]
    clerk.ask("POST", f"/blocks/{block}/items", {"process": process, "document": clerk.write(process, "oficio")["id"]})
    clerk.ask("POST", f"/blocks/{block}/sharing", {})
    desk = Desk(computer(browser).new_page(), installation.site, "camila.duarte")
    desk.arrive()
    desk.go("/para-assinar")
    rows = desk.page.get_by_role("row").filter(has_text="Pareceres a rever")
    rows.get_by_role("checkbox").check()
    desk.button("Devolver o bloco").click()
    desk.dialog.get_by_label("Motivo").fill("Falta a assinatura do engenheiro")
    desk.dialog.get_by_role("button", name="Devolver").click()
    expect(rows).to_have_count(0)
    expect(desk.heading("Para assinar")).to_be_visible()
    assert clerk.ask("GET", f"/blocks/{block}")["units"][0]["reason"] == "Falta a assinatura do engenheiro"
    desk.page.context.close()


def signs(desk: Desk, button: str, confirm: str) -> None:
    desk.button(button).click()
    desk.dialog.get_by_label(re.compile("^Cargo")).select_option(index=1)
    desk.dialog.get_by_label(re.compile("^Sua senha")).fill(PASSWORD)
    desk.dialog.get_by_role("button", name=confirm).click()
    expect(desk.dialog).to_have_count(0)


def signed_pdf(installation: Installation) -> bytes:
    """The PDF of a letter just signed, as anybody gets it."""
    caller = installation.caller("camila.duarte")
    process = caller.start("Alvará de funcionamento")["id"]
    letter = caller.write(process, "oficio")["id"]
    caller.sign(process, letter)
    link = caller.ask("GET", f"/processes/{process}/documents/{letter}/pdf")
    with urllib.request.urlopen(link["url"]) as answer:
        data: bytes = answer.read()
    return data


def test_citizen_checks_a_pdf_on_the_phone_and_the_file_stays_there(
    browser: Browser, installation: Installation, album
):
    pdf = signed_pdf(installation)
    page = browser.new_context(viewport={"width": 360, "height": 740}, locale="pt-BR").new_page()
    sent: list[tuple[str, bool]] = []
    page.on("request", lambda one: sent.append((one.method, bool(one.post_data_buffer))))
    page.goto(f"{installation.site}/publico.html")
    held = page.get_by_role("region", name="Ou confira pelo arquivo")
    held.get_by_label("Escolher arquivo PDF").set_input_files(
        {"name": "alvara.pdf", "mimeType": "application/pdf", "buffer": pdf}
    )
    expect(page.get_by_role("heading", name="Documento autêntico")).to_be_visible()
    expect(page.get_by_text("O seu arquivo é idêntico ao documento registrado.")).to_be_visible()
    expect(page.get_by_text("Selo conferido neste aparelho")).to_be_visible()
    expect(page.get_by_text("Assinatura simples, com usuário e senha.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "it scrolls sideways"
    page.get_by_text("Prova técnica").click()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "it scrolls sideways"
    album.keep(page, "conferir-arquivo-no-celular")
    forged = pdf[:-20] + bytes([pdf[-20] ^ 1]) + pdf[-19:]
    held.get_by_label("Escolher arquivo PDF").set_input_files(
        {"name": "alvara.pdf", "mimeType": "application/pdf", "buffer": forged}
    )
    expect(page.get_by_role("alert")).to_contain_text("não é, byte por byte, um documento assinado aqui")
    assert {method for method, _ in sent} == {"GET"}
    assert not any(body for _, body in sent), "only the digest is sent"
    page.context.close()
