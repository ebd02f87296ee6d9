"""DOC-10 in the browser: ten documents of ten processes, one dialog, one password."""

import re

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
