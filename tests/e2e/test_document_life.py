"""DOC-12, DOC-13, DOC-17, DOC-18, DOC-20, DOC-21 and PRO-25 in the browser: after a document was written."""

import re

import pytest
from playwright.sync_api import Browser, expect

from infra.local.stack import PASSWORD
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.letters import received_pdf
from tests.e2e.scene import DIGITIZED
from tests.e2e.test_bad_input import BODY, expect_saved


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


def test_paper_is_authenticated_known_of_and_moved_to_its_process(installation: Installation, clerk: Desk):
    """DOC-13, DOC-20, DOC-18: one after the other, on one received document."""
    caller = installation.caller("ana.lima")
    wrong, right = caller.start("Juntada por engano"), caller.start("Usucapião")
    paper = caller.file(wrong["id"], "escritura.pdf", received_pdf(["Escritura de 1958"]), **DIGITIZED)["id"]
    clerk.open_process(wrong["id"], paper)
    clerk.button("Autenticar").click()
    clerk.dialog.get_by_label(re.compile("^Cargo")).select_option(index=1)
    clerk.dialog.get_by_label(re.compile("^Sua senha")).fill(PASSWORD)
    clerk.dialog.get_by_role("button", name="Autenticar").click()
    expect(clerk.notice("Documento autenticado.")).to_be_visible()
    clerk.button("Dar ciência").click()
    clerk.dialog.get_by_role("button", name="Dar ciência").click()
    expect(clerk.notice("Ciência registrada.")).to_be_visible()
    expect(clerk.button("Dar ciência")).to_have_count(0)
    more(clerk, "Mover para outro processo")
    clerk.dialog.get_by_label("Número do processo de destino").fill(right["nup"])
    clerk.dialog.get_by_label("Motivo").fill("Juntado no processo errado")
    clerk.dialog.get_by_role("button", name="Mover").click()
    expect(clerk.notice("Documento movido.")).to_be_visible()
    (moved,) = caller.ask("GET", f"/processes/{right['id']}/documents")["items"]
    found = caller.read(right["id"], moved["id"])
    assert (len(found["signatures"]), len(found["acknowledgements"])) == (1, 1)
    assert caller.ask("GET", f"/processes/{wrong['id']}/documents")["items"] == []


def test_letter_edited_after_it_was_signed_is_a_draft_again_and_the_signed_text_comes_back(
    installation: Installation, clerk: Desk
):
    """DOC-12, DOC-05: whoever edits is told before; the signatures fall; two versions are compared and one restored."""
    caller = installation.caller("ana.lima")
    process = caller.start("Resposta ao requerente")["id"]
    letter = caller.write(process)["id"]
    caller.sign(process, letter)
    clerk.edit(process, letter)
    expect(clerk.notice(re.compile("Ao alterar o texto, as assinaturas são canceladas"))).to_be_visible()
    clerk.write("Em tempo, segue o mapa.", after=BODY)
    clerk.page.keyboard.press("Control+s")
    expect_saved(clerk)
    found = caller.read(process, letter)
    assert (found["state"], found["signatures"]) == ("draft", [])
    clerk.button("Versões").click()
    clerk.button("Comparar").click()
    expect(clerk.dialog.locator(".difference-changed ins")).to_contain_text("Em tempo, segue o mapa.")
    clerk.dialog.get_by_role("button", name="Fechar").click()
    clerk.page.get_by_role("button", name=re.compile("^Restaurar: Versão 1 ")).click()
    clerk.dialog.get_by_role("button", name="Restaurar").click()
    expect(clerk.notice("A versão 1 foi restaurada.")).to_be_visible()
    expect(clerk.text).not_to_contain_text("Em tempo")
    assert caller.read(process, letter)["version"] == found["version"] + 1
