"""AUD-02 in the browser: who audits finds who read a restricted process, and keeps the sheet."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation


def test_auditor_finds_who_read_a_restricted_process(
    installation: Installation, browser: Browser, computer, album, tmp_path: Path
):
    caller = installation.caller("ana.lima")
    process = caller.start("Consulta registrada", access_level="restricted", legal_basis="informacao-pessoal")
    caller.ask("GET", f"/processes/{process['id']}")
    desk = Desk(computer(browser).new_page(), installation.site, "patricia.ramos")
    desk.arrive()
    desk.page.goto(f"{installation.site}/auditoria")
    desk.field("Número do processo").fill(process["nup"])
    desk.button("Consultar").click()
    row = desk.page.get_by_role("row").filter(has_text=process["nup"])
    expect(row.filter(has_text="Ana Carolina Lima").first).to_be_visible()
    album.keep(desk.page, "97-auditoria")
    with desk.page.expect_download() as download:
        desk.button("Baixar em planilha").click()
    sheet = tmp_path / "auditoria.csv"
    download.value.save_as(sheet)
    assert process["nup"] in sheet.read_text(encoding="utf-8-sig")
    desk.page.goto(f"{installation.site}/titular")
    desk.page.get_by_role("combobox", name="Pessoa").press_sequentially("Ana Carol")
    desk.page.get_by_role("option", name="Ana Carolina Lima").click()
    expect(desk.heading("O que consultou")).to_be_visible()
    album.keep(desk.page, "98-titular")
    desk.page.context.close()
