"""LGPD-01 in the browser: passages are marked, and the copy that comes out has none of them (LAI, art. 7º, § 2º)."""

import re
from collections.abc import Callable

import pypdfium2
import pytest
from playwright.sync_api import Browser, expect

from tests.adapters.redaction.test_hostile_pdfs import everything
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.letters import received_pdf


@pytest.fixture
def clerk(browser: Browser, installation: Installation, computer):
    desk = Desk(computer(browser).new_page(), installation.site, "ana.lima")
    desk.arrive()
    yield desk
    desk.page.context.close()


@pytest.fixture
def saved(clerk: Desk, tmp_path) -> Callable[[], bytes]:
    """The copy that is open, as it is downloaded."""

    def download() -> bytes:
        with clerk.page.expect_download() as coming:
            clerk.button("Baixar").click()
        path = tmp_path / "copy.pdf"
        coming.value.save_as(path)
        return path.read_bytes()

    return download


def begin(clerk: Desk, process: str, document: str) -> None:
    clerk.open_process(process, document)
    clerk.page.get_by_role("button", name="Outras ações do documento").click()
    clerk.page.get_by_role("menuitem", name="Ocultar trechos").click()
    expect(clerk.heading(re.compile("^Ocultar trechos de"))).to_be_visible()


def find(clerk: Desk, words: str) -> None:
    clerk.page.get_by_label("Ocultar todas as ocorrências de").fill(words)
    clerk.button("Ocultar todas").click()


def ask(clerk: Desk) -> None:
    clerk.page.get_by_label(re.compile("^Hipótese legal da ocultação")).select_option("informacao-pessoal")
    clerk.page.get_by_label(re.compile("^Motivo")).fill("Pedido de acesso à informação nº 12")
    clerk.button("Gerar a cópia").click()
    expect(clerk.heading(re.compile("^Cópia com trechos ocultados"))).to_be_visible()
    clerk.page.get_by_role("link", name="Abrir o documento").click(timeout=60_000)
    expect(clerk.page.get_by_role("heading", name="Cópia com trechos ocultados")).to_be_visible()


def text_of(pdf: bytes) -> str:
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    return " ".join(" ".join(pages).split())


def test_passages_of_a_letter_are_concealed_and_the_certificate_is_signed(
    installation: Installation, clerk: Desk, album, saved
):
    caller = installation.caller("ana.lima")
    process = caller.start("Poda de árvore na Rua Cunhambebe")["id"]
    letter = caller.write(process, "oficio")["id"]
    caller.sign(process, letter)
    begin(clerk, process, letter)
    clerk.button("Gerar a cópia").click()
    expect(clerk.page.get_by_text("Marque ao menos um trecho a ocultar.").last).to_be_visible()
    clerk.page.locator(".redact-paper").get_by_text("Atenciosamente").dblclick()
    clerk.button("Ocultar o que está selecionado").click()
    find(clerk, "rua CUNHAMBEBE")
    expect(clerk.page.get_by_role("heading", name="2 trechos a ocultar")).to_be_visible()
    album.keep(clerk.page, "ocultar-texto")
    clerk.button("Ver como ficará").click()
    shown = clerk.dialog.frame_locator("iframe").locator("body")
    expect(shown).to_contain_text("[trecho ocultado]")
    expect(shown).not_to_contain_text("Cunhambebe")
    clerk.dialog.get_by_role("button", name="Fechar").click()
    ask(clerk)
    copy = saved()
    assert b"Cunhambebe" not in everything(copy)
    assert "Cunhambebe" not in text_of(copy)
    assert "Atenciosamente" not in text_of(copy)
    album.loose(clerk.page, "ocultar-copia")
    clerk.page.get_by_role("link", name="Abrir a certidão de ocultação").click()
    expect(clerk.paper).to_contain_text("art. 7º, § 2º")
    clerk.button("Assinar").click()
    clerk.dialog.get_by_label("Cargo ou função").select_option("Agente de Protocolo")
    clerk.sign()
    expect(clerk.paper).to_contain_text("Documento assinado eletronicamente")
    clerk.open_process(process, letter)
    expect(clerk.page.get_by_role("heading", name="Cópias com trechos ocultados")).to_be_visible()


def test_areas_of_a_pdf_are_found_and_drawn_and_concealed(
    installation: Installation, clerk: Desk, album, saved
):
    caller = installation.caller("ana.lima")
    process = caller.start("Atestado do servidor")["id"]
    lines = ["Atestado de saúde", "Paciente: João Cunhambebe", "Doença: malária", "Ubatuba, 27 de novembro"]
    filed = caller.file(process, "atestado.pdf", received_pdf(lines, pages=1))["id"]
    begin(clerk, process, filed)
    expect(clerk.page.locator(".textLayer span").first).to_be_attached()
    find(clerk, "joao cunhambebe")
    expect(clerk.page.get_by_role("heading", name="1 trecho a ocultar")).to_be_visible()
    clerk.page.get_by_role("radio", name="Desenhar retângulo").check()
    line = clerk.page.locator(".textLayer span", has_text="malária").bounding_box()
    assert line
    clerk.page.mouse.move(line["x"] - 3, line["y"] - 3)
    clerk.page.mouse.down()
    clerk.page.mouse.move(line["x"] + line["width"] + 3, line["y"] + line["height"] + 3, steps=4)
    clerk.page.mouse.up()
    expect(clerk.page.get_by_role("heading", name="2 trechos a ocultar")).to_be_visible()
    album.keep(clerk.page, "ocultar-paginas")
    ask(clerk)
    copy = saved()
    said = text_of(copy)
    assert "Atestado de saúde" in said
    assert "Paciente:" in said
    for secret in ("João", "Cunhambebe", "Doença", "malária"):
        assert secret not in said
        assert secret.encode() not in everything(copy)
