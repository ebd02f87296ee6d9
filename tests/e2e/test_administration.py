"""Somebody is registered and given a permission, and a table is kept (ACC-08, ACC-09, PRO-09)."""

import re
import uuid
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e import narrow
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.narrow import NARROW
from tests.e2e.pictures import Album


def test_user_is_registered_given_a_permission_and_the_history_tells_it(
    sit: Callable[..., Desk], installation: Installation, album: Album
) -> None:
    login = f"nilo.{uuid.uuid4().hex[:6]}"
    desk = sit("gustavo.leal")
    desk.go("/administracao/usuarios")
    desk.button("Novo usuário").click()
    desk.dialog.get_by_label("Usuário").fill(login)
    desk.dialog.get_by_label("Nome civil").fill("Nilo Novais")
    desk.dialog.get_by_role("button", name="Cadastrar").click()
    expect(desk.dialog.get_by_text("Este campo é obrigatório.")).to_be_visible()
    desk.dialog.get_by_label("Órgão").select_option("pmu")
    album.keep(desk.page, "administracao-novo-usuario")
    desk.dialog.get_by_role("button", name="Cadastrar").click()
    expect(desk.page.get_by_role("heading", name="Nilo Novais", level=1)).to_be_visible()
    desk.button("Dar permissão").click()
    desk.choose("Unidade", "semad/rh", "SEMAD/RH")
    desk.dialog.get_by_label("Estender às subunidades").check()
    album.keep(desk.page, "administracao-permissao")
    desk.dialog.get_by_role("button", name="Dar permissão").click()
    expect(desk.page.get_by_role("listitem").filter(has_text="Básico em SEMAD/RH").first).to_contain_text(
        "Em vigor"
    )
    expect(
        desk.page.get_by_role("row").filter(has_text=re.compile("Permissão.*com as subunidades"))
    ).to_be_visible()
    album.keep(desk.page, "administracao-usuario")
    found = installation.caller("gustavo.leal").ask("GET", f"/administration/users/{login}")
    assert [(one["unit"], one["subunits"]) for one in found["grants"]] == [("semad-rh", True)]


def test_entry_is_made_changed_and_put_out_of_use_on_one_screen(
    sit: Callable[..., Desk], album: Album
) -> None:
    code = f"norma-{uuid.uuid4().hex[:6]}"
    name = f"Sigilo fiscal {code[-6:]}"
    desk = sit("gustavo.leal")
    desk.go("/administracao/tabelas/legal-bases")
    desk.button("Nova hipótese legal").click()
    desk.dialog.get_by_label("Código").fill(code)
    desk.dialog.get_by_label("Nome").fill(name)
    desk.dialog.get_by_label("Base legal").fill("Art. 198 da Lei nº 5.172/1966")
    desk.dialog.get_by_label("Nível de acesso").select_option("restricted")
    desk.dialog.get_by_role("button", name="Criar").click()
    line = desk.page.get_by_role("listitem").filter(has_text=name)
    expect(line).to_be_visible()
    line.get_by_role("button", name="Desativar").click()
    desk.dialog.get_by_role("button", name="Desativar").click()
    expect(line).to_have_count(0)
    desk.page.get_by_label("Mostrar também os desativados").check()
    expect(line).to_contain_text("Desativado")
    album.keep(desk.page, "administracao-tabela")
    line.get_by_role("button", name="Histórico").click()
    expect(desk.dialog.get_by_role("listitem")).to_have_count(2)


def test_profile_of_the_city_begins_with_the_acts_of_another_and_is_offered_with_permissions(
    sit: Callable[..., Desk], installation: Installation, album: Album
):
    """ACC-10: what no profile of the city carries does not come along; the history tells what was taken."""
    code = f"perfil-{uuid.uuid4().hex[:6]}"
    name = f"Só tramitação {code[-6:]}"
    desk = sit("gustavo.leal")
    desk.go("/administracao/tabelas/profiles")
    desk.button("Novo perfil").click()
    desk.dialog.get_by_label("Código").fill(code)
    desk.dialog.get_by_label("Nome").fill(name)
    desk.dialog.get_by_label("Começar dos atos de outro perfil").select_option("administrator")
    expect(desk.dialog.get_by_label("Publicar e retirar fluxo")).to_be_checked()
    expect(desk.dialog.get_by_label("Dar e retirar permissões")).to_have_count(0)
    desk.dialog.get_by_label("Começar dos atos de outro perfil").select_option("archive")
    expect(desk.dialog.get_by_label("Publicar e retirar fluxo")).not_to_be_checked()
    expect(desk.dialog.get_by_label("Sobrestar o processo")).to_be_checked()
    album.keep(desk.page, "administracao-perfil")
    desk.dialog.get_by_role("button", name="Criar").click()
    line = desk.page.get_by_role("listitem").filter(has_text=name)
    line.get_by_role("button", name="Alterar").click()
    desk.dialog.get_by_label("Procurar ato").fill("sobrestar o")
    desk.dialog.get_by_label("Sobrestar o processo").uncheck()
    desk.dialog.get_by_role("button", name="Salvar").click()
    line.get_by_role("button", name="Histórico").click()
    told = desk.dialog.get_by_role("row").filter(has_text="Atos retirados")
    expect(told).to_contain_text("Sobrestar o processo")
    kept = installation.caller("gustavo.leal").ask("GET", "/administration/tables/profiles/entries")["items"]
    (made,) = [one for one in kept if one["code"] == code]
    assert "process.send" in made["values"]["acts"]
    assert "process.suspend" not in made["values"]["acts"]
    desk.go("/administracao/usuario?login=helena.prado")
    desk.button("Dar permissão").click()
    desk.dialog.get_by_label("Perfil").select_option(label=name)


def test_menu_is_folded_where_there_is_no_room_beside_and_never_hides_the_page(sit) -> None:
    """Issue 6 §7: on a telephone the page comes first, and each page of the menu is two presses away."""
    desk = sit("gustavo.leal", viewport=NARROW)
    desk.go("/administracao/tabelas/holidays")
    menu = desk.page.get_by_role("navigation", name="Cadastros e permissões")
    expect(desk.page.get_by_role("heading", name="Dias sem expediente", level=1)).to_be_in_viewport()
    expect(menu.get_by_role("link")).to_have_count(0)
    menu.get_by_role("button").click()
    menu.get_by_role("link", name="Hipóteses legais").click()
    expect(desk.page.get_by_role("heading", name="Hipóteses legais", level=1)).to_be_in_viewport()
    expect(menu.get_by_role("button")).to_have_attribute("aria-expanded", "false")


SCROLLED_SIDEWAYS = """() => [...document.querySelectorAll('main *')]
  .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'auto').length"""


def test_who_may_do_what_is_read_without_scrolling_sideways(sit) -> None:
    """ACC-10, issue 6 §7: however many profiles there are, on a small computer and on a telephone."""
    desk = sit("gustavo.leal")
    desk.go("/administracao/perfis")
    line = desk.page.get_by_role("listitem").filter(has_text="Consultar contatos")
    expect(line).to_contain_text("Consulta (do município)")
    for size in ({"width": 1024, "height": 768}, NARROW):
        desk.page.set_viewport_size(size)
        assert narrow.sticking_out(desk.page) == []
        assert desk.page.evaluate(SCROLLED_SIDEWAYS) == 0
    desk.field("Somente do perfil").select_option(label="Ouvidoria")
    expect(line).to_contain_text("Ouvidoria")
    expect(desk.page.get_by_role("listitem").filter(has_text="Pausar a verificação")).to_have_count(0)


def test_lines_of_tables_say_in_words_what_tells_one_from_another(sit) -> None:
    """Issue 6 §5: the day of a holiday, when an e-mail is sent, how a type is numbered; not their codes."""
    desk = sit("gustavo.leal")
    for table, words in (
        ("holidays", "21/04/2026"),
        ("mail-templates", "Vai à unidade de destino quando quem envia um processo pede o aviso."),
        ("document-types", "Numeração: Anual na unidade"),
    ):
        desk.go(f"/administracao/tabelas/{table}")
        expect(desk.page.get_by_role("listitem").filter(has_text=words).first).to_be_visible()
    desk.go("/administracao/tabelas/tenant")
    expect(desk.button("Alterar Prefeitura de Ubatuba")).to_be_visible()
    expect(desk.page.get_by_role("searchbox", name="Procurar", exact=True)).to_have_count(0)
