"""DOC-22 in the browser: an e-mail is written, leaves through the queue and the carrier, and is forwarded."""

import re

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


def test_email_is_sent_with_a_file_becomes_a_document_and_is_forwarded(
    installation: Installation, clerk: Desk, album
):
    caller = installation.caller("ana.lima")
    process = caller.start("Correspondência eletrônica")["id"]
    caller.file(process, "planta.pdf", received_pdf(["Planta"]))
    clerk.open_process(process)
    clerk.page.get_by_role("button", name=re.compile("^Mais ações")).click()
    clerk.page.get_by_role("menuitem", name=re.compile("^Enviar e-mail")).click()
    clerk.dialog.get_by_label("Para", exact=True).fill("eva@example.com; caio@example.com")
    clerk.dialog.get_by_text("Grupos de e-mail da unidade").click()
    clerk.dialog.get_by_label("Guardar os endereços de Para como grupo").fill("Vizinhos da obra")
    clerk.dialog.get_by_role("button", name="Guardar grupo").click()
    clerk.dialog.get_by_label("Grupo", exact=True).select_option(label="Vizinhos da obra (2)")
    clerk.dialog.get_by_role("button", name="Incluir em Para").click()
    expect(clerk.dialog.get_by_label("Para", exact=True)).to_have_value("eva@example.com, caio@example.com")
    clerk.dialog.get_by_label("Assunto").fill("Planta de situação")
    clerk.dialog.get_by_label("Mensagem").fill("Segue a planta para conferência.")
    clerk.dialog.get_by_role("group", name=re.compile("vão como anexo")).get_by_role("checkbox").check()
    own = {"name": "orcamento.pdf", "mimeType": "application/pdf", "buffer": received_pdf(["Orçamento"])}
    clerk.dialog.locator("input[type=file]").set_input_files(own)
    expect(clerk.dialog.get_by_text("orcamento.pdf: aceito.")).to_be_attached()
    album.keep(clerk.page, "enviar-email")
    clerk.dialog.get_by_role("button", name="Enviar e-mail").click()
    expect(clerk.dialog).to_be_hidden()
    clerk.page.get_by_role("treeitem").filter(has_text="E-mail").click()
    expect(clerk.page.get_by_text(re.compile("^Enviado em"))).to_be_visible()
    expect(clerk.page.get_by_text(re.compile("^Envio de correspondência eletrônica")).first).to_be_visible()
    expect(clerk.button("orcamento.pdf")).to_be_visible()
    album.keep(clerk.page, "email-enviado")
    clerk.button("Encaminhar").click()
    expect(clerk.dialog.get_by_label("Assunto")).to_have_value("Enc: Planta de situação")
    expect(clerk.dialog.get_by_label("Para", exact=True)).to_have_value("")
