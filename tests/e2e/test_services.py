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
