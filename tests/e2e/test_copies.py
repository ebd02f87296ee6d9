"""PRO-23 in the browser: a process becomes a PDF and a ZIP by a job that survives leaving its page."""

import re
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.letters import received_pdf


@pytest.fixture
def clerk(browser: Browser, installation: Installation, computer):
    desk = Desk(computer(browser).new_page(), installation.site, "ana.lima")
    desk.arrive()
    yield desk
    desk.page.context.close()


def ask(clerk: Desk, process: str) -> None:
    clerk.open_process(process)
    clerk.page.get_by_role("button", name=re.compile("^Mais ações")).click()
    clerk.page.get_by_role("menuitem", name=re.compile("^Gerar PDF ou ZIP")).click()


def fetched(clerk: Desk, folder: Path) -> Path:
    with clerk.page.expect_download() as download:
        clerk.page.get_by_role("button", name=re.compile("^Baixar o arquivo")).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_chosen_documents_become_a_pdf_and_the_whole_process_a_zip(
    installation: Installation, clerk: Desk, album, tmp_path: Path
):
    caller = installation.caller("ana.lima")
    process = caller.start("Cópia para o tribunal")["id"]
    letter = caller.write(process, "oficio")
    caller.sign(process, letter["id"])
    caller.file(process, "planta.pdf", received_pdf(["Planta de situação"]))
    ask(clerk, process)
    clerk.dialog.get_by_role("radio", name="Só os que eu escolher").check()
    clerk.dialog.get_by_role("button", name="Gerar", exact=True).click()
    expect(clerk.dialog.get_by_text("Escolha ao menos um documento.")).to_be_visible()
    clerk.dialog.get_by_role("checkbox", name=re.compile(letter["number"])).check()
    album.keep(clerk.page, "copia-pedir")
    clerk.dialog.get_by_role("button", name="Gerar", exact=True).click()
    expect(clerk.heading(re.compile("^Processo .* em PDF$"))).to_be_visible()
    clerk.go("/caixa")
    clerk.page.get_by_role("link", name="Meus trabalhos").click()
    clerk.page.get_by_role("link", name=re.compile("em PDF$")).first.click()
    expect(clerk.page.get_by_text("1 item feito.")).to_be_visible(timeout=60_000)
    album.keep(clerk.page, "copia-pronta")
    with pypdfium2.PdfDocument(fetched(clerk, tmp_path)) as pdf:
        assert "Documentos" in pdf[0].get_textpage().get_text_range()
        assert letter["number"] in pdf[1].get_textpage().get_text_range()
    ask(clerk, process)
    clerk.dialog.get_by_role("radio", name=re.compile("^ZIP")).check()
    clerk.dialog.get_by_role("button", name="Gerar", exact=True).click()
    expect(clerk.page.get_by_text("2 itens feitos.")).to_be_visible(timeout=60_000)
    with zipfile.ZipFile(fetched(clerk, tmp_path)) as archive:
        assert len([name for name in archive.namelist() if name.startswith("documentos/")]) == 2
