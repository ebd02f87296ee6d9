"""DOC-08 in the browser: a scan that says nothing is read by OCR, looked through and copied; others say why not."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.adapters.extraction.scans import letter, saved, scanned
from tests.adapters.inspection.files import archive
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation


@pytest.fixture
def clerk(browser: Browser, installation: Installation, computer):
    desk = Desk(computer(browser).new_page(), installation.site, "ana.lima")
    desk.arrive()
    yield desk
    desk.page.context.close()


def test_scan_is_read_looked_through_and_copied(installation: Installation, clerk: Desk, album):
    caller = installation.caller("ana.lima")
    process = caller.start("Pregão da merenda escolar")["id"]
    scan = saved(scanned(letter("a5")), "PDF")
    document = caller.file(process, "comunicacao.pdf", scan)["id"]
    clerk.open_process(process, document)
    section = clerk.page.get_by_role("region", name="Texto do arquivo")
    expect(section.get_by_text("Texto reconhecido (OCR)")).to_be_visible()
    section.get_by_role("button", name="Ler o texto").click()
    expect(section.get_by_text("Não há impugnações pendentes")).to_be_visible()
    section.get_by_label("Localizar no texto").fill("PREGAO ELETRONICO")
    expect(section.get_by_text("1 ocorrência em 1 página.")).to_be_visible()
    expect(section.locator("mark")).to_have_text(re.compile(r"pregão\s+eletrônico"))
    section.scroll_into_view_if_needed()
    album.keep(clerk.page, "texto-do-arquivo")
    section.get_by_role("button", name="Copiar texto").click()
    expect(clerk.notice("Texto copiado.")).to_be_visible()
    assert "manifestação jurídica" in clerk.page.evaluate("navigator.clipboard.readText()")


def test_file_without_text_says_so_and_offers_nothing_that_would_not_help(
    installation: Installation, clerk: Desk
):
    caller = installation.caller("ana.lima")
    process = caller.start("Fotos da vistoria")["id"]
    document = caller.file(process, "fotos.zip", archive({"a.txt": "x"}), "application/zip")["id"]
    clerk.open_process(process, document)
    section = clerk.page.get_by_role("region", name="Texto do arquivo")
    expect(section.get_by_text("Arquivos deste tipo não têm texto a extrair.")).to_be_visible()
    expect(section.get_by_role("button")).to_have_count(0)
