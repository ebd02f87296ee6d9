"""DOC-17, DOC-18, DOC-20, DOC-21 and PRO-25 in the browser: after a document was written."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation


@pytest.fixture
def clerk(browser: Browser, installation: Installation, computer):
    desk = Desk(computer(browser).new_page(), installation.site, "ana.lima")
    desk.arrive()
    yield desk
    desk.page.context.close()


def more(desk: Desk, choice: str) -> None:
    desk.page.get_by_role("button", name="Outras ações do documento").click()
    desk.page.get_by_role("menuitem", name=choice).click()


def test_document_is_locked_unlocked_deleted_and_brought_back(installation: Installation, clerk: Desk, album):
    caller = installation.caller("ana.lima")
    started = caller.start("Poda de árvore")
    process = started["id"]
    letter = caller.write(process, "oficio")["id"]
    clerk.open_process(process, letter)
    more(clerk, "Bloquear alterações")
    expect(clerk.page.get_by_text("Bloqueado", exact=True)).to_be_visible()
    expect(clerk.button("Editar")).to_have_count(0)
    more(clerk, "Desbloquear alterações")
    expect(clerk.button("Editar")).to_be_visible()
    clerk.button("Excluir").click()
    clerk.dialog.get_by_role("button", name=re.compile("^Excluir")).click()
    expect(clerk.dialog).to_be_hidden()
    clerk.go("/lixeira")
    thrown = clerk.page.get_by_role("row").filter(has_text=started["nup"])
    expect(thrown).to_have_count(1)
    album.keep(clerk.page, "lixeira")
    thrown.get_by_role("button", name=re.compile("^Abrir ")).click()
    expect(clerk.dialog.locator("iframe")).to_be_visible()
    clerk.dialog.get_by_role("button", name="Fechar").click()
    thrown.get_by_role("button", name=re.compile("^Recuperar ")).click()
    expect(clerk.notice(re.compile("^Documento recuperado"))).to_be_visible()
    expect(thrown).to_have_count(0)
    clerk.open_process(process, letter)
    expect(clerk.button("Editar")).to_be_visible()


def test_comment_is_written_changed_and_removed(installation: Installation, clerk: Desk, album):
    process = installation.caller("ana.lima").start("Alvará")["id"]
    clerk.go(f"/processo/{process}?painel=comentarios")
    clerk.page.get_by_label("Novo comentário").fill("Conferir a metragem")
    clerk.button("Comentar").click()
    line = clerk.page.get_by_role("listitem").filter(has_text="Conferir a metragem")
    expect(line).to_be_visible()
    album.keep(clerk.page, "comentarios")
    line.get_by_role("button", name="Alterar").click()
    clerk.dialog.get_by_label("Novo comentário").fill("Metragem conferida")
    clerk.dialog.get_by_role("button", name="Salvar").click()
    expect(clerk.page.get_by_text("Metragem conferida", exact=True)).to_be_visible()
    clerk.page.get_by_role("listitem").filter(has_text="Metragem conferida").get_by_role(
        "button", name="Excluir"
    ).click()
    clerk.dialog.get_by_role("button", name="Excluir").click()
    expect(clerk.page.get_by_text(re.compile("^Excluído por Ana"))).to_be_visible()
