"""A system of another body is registered, its key is shown once, opens the API, and then is revoked (ACC-09)."""

import re
import uuid
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.caller import Caller
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.pictures import Album
from tests.e2e.services_steps import ADMINISTRATOR, SERVICES


def test_key_of_a_system_is_shown_once_and_opens_nothing_once_revoked(
    sit: Callable[..., Desk], installation: Installation, album: Album
) -> None:
    code = f"portal-{uuid.uuid4().hex[:6]}"
    desk = sit("gustavo.leal")
    desk.go("/administracao/sistemas")
    desk.button("Novo sistema").click()
    desk.dialog.get_by_label("Código").fill(code)
    desk.dialog.get_by_label("Nome do sistema").fill("Portal do Cidadão")
    desk.dialog.get_by_label("Quem responde pelo sistema").fill("Equipe do portal, ramal 4021")
    desk.dialog.get_by_label("Finalidade").fill("Mostrar ao cidadão o andamento do que pediu")
    desk.dialog.get_by_role("button", name="Cadastrar").click()
    expect(desk.dialog.get_by_text("Escolha ao menos uma operação.")).to_be_visible()
    desk.dialog.get_by_label("Controle de Processos").check()
    desk.choose("Unidades", "semad/prot", "SEMAD/PROT")
    desk.dialog.get_by_role("button", name="Cadastrar").click()
    expect(desk.heading("Portal do Cidadão")).to_be_visible()

    desk.button("Nova chave").click()
    desk.dialog.get_by_role("button", name="Criar chave").click()
    expect(desk.dialog.get_by_text("Esta chave não será mostrada de novo.")).to_be_visible()
    desk.dialog.get_by_role("button", name="Copiar chave").click()
    expect(desk.notice("Chave copiada.")).to_be_visible()
    copied = desk.page.evaluate("navigator.clipboard.readText()")
    assert desk.dialog.get_by_role("code").inner_text() == copied
    system = Caller(installation.site, code, copied)
    assert "items" in system.ask("GET", "/inbox")
    desk.dialog.get_by_role("button", name="Já guardei a chave").click()

    desk.page.reload()
    key = desk.page.get_by_role("row").filter(has_text=re.compile("final [0-9a-z]{6}"))
    expect(key).not_to_contain_text("Ainda não usada")
    assert copied.partition(".")[2] not in desk.page.content()
    album.keep(desk.page, "administracao-sistema")
    key.get_by_role("button", name="Revogar").click()
    desk.dialog.get_by_role("button", name="Revogar chave").click()
    expect(desk.notice("Chave revogada.")).to_be_visible()
    expect(key).to_have_count(0)
    with pytest.raises(RuntimeError, match=r"401.*key_refused"):
        system.ask("GET", "/inbox")


def test_system_changes_its_key_without_a_stop_loses_an_act_and_is_put_out_of_work(
    sit: Callable[..., Desk], installation: Installation
) -> None:
    """ACC-09: two keys live at once, the scope of the very next request, and out of work at once."""
    code = f"troca-{uuid.uuid4().hex[:6]}"
    form = {
        "code": code, "name": "Troca de chaves", "contact": "Ramal 12", "purpose": "Convênio 7/2026",
        "operations": ["inbox.read", "process.start"], "units": ["semad-prot"],
    }  # fmt: skip
    installation.caller(ADMINISTRATOR).ask("POST", SERVICES, form)
    desk = sit("gustavo.leal")
    desk.go(f"/administracao/sistemas/{code}")

    def new_key() -> Caller:
        desk.button("Nova chave").click()
        desk.dialog.get_by_role("button", name="Criar chave").click()
        shown = desk.dialog.get_by_role("code").inner_text()
        desk.dialog.get_by_role("button", name="Já guardei a chave").click()
        return Caller(installation.site, code, shown)

    old, new = new_key(), new_key()
    for caller in (old, new):
        assert "items" in caller.ask("GET", "/inbox")

    desk.button("Alterar dados").click()
    desk.dialog.get_by_label("Controle de Processos").uncheck()
    desk.dialog.get_by_role("button", name="Salvar").click()
    expect(desk.dialog).to_have_count(0)
    with pytest.raises(RuntimeError, match=r"403.*operation_not_in_scope"):
        new.ask("GET", "/inbox")

    for button, seen in (("Desativar", r"401.*service_access_inactive"), ("Reativar", r"403.*operation_not_in_scope")):
        desk.button(button).click()
        desk.dialog.get_by_label("Motivo").fill("Fim do convênio")
        desk.dialog.get_by_role("button", name=button).click()
        expect(desk.dialog).to_have_count(0)
        with pytest.raises(RuntimeError, match=seen):
            new.ask("GET", "/inbox")
