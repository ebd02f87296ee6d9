"""A group of blocks made on its page, given to a block, found by the list's filter, and put to rest (BLO-04)."""

import re
import uuid
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.pictures import Album


def test_block_is_put_in_a_group_found_by_it_and_the_group_is_deactivated(
    sit: Callable[..., Desk], installation: Installation, album: Album
) -> None:
    name, about = f"Contratos {uuid.uuid4().hex[:6]}", f"Aditivos {uuid.uuid4().hex[:6]}"
    caller = installation.caller("ana.lima")
    made = caller.ask("POST", "/blocks", {"kind": "internal", "description": about})["id"]
    desk = sit("ana.lima")
    desk.go("/grupos-de-blocos")
    desk.button("Novo grupo").click()
    desk.dialog.get_by_label("Nome do grupo").fill(name)
    desk.dialog.get_by_role("button", name="Criar grupo").click()
    line = desk.page.get_by_role("listitem").filter(has_text=name)
    expect(line).to_contain_text("vazio")
    desk.go(f"/bloco/{made}")
    desk.page.get_by_role("button", name=re.compile("^Mais ações")).click()
    desk.page.get_by_role("menuitem", name="Alterar").click()
    desk.dialog.get_by_label("Grupo").select_option(label=name)
    desk.dialog.get_by_role("button", name="Salvar").click()
    expect(desk.notice("Bloco alterado.")).to_be_visible()
    other = caller.ask("POST", "/blocks", {"kind": "internal", "description": f"Fora do grupo {about}"})
    desk.go("/blocos?tipo=internos")
    expect(desk.row(f"Fora do grupo {about}")).to_be_visible()
    desk.page.get_by_label("Grupo", exact=True).select_option(label=name)
    expect(desk.page.get_by_role("link", name=other["number"], exact=True)).to_have_count(0)
    expect(desk.row(about)).to_contain_text(name)
    desk.go("/grupos-de-blocos")
    expect(line).to_contain_text("1 bloco")
    line.get_by_role("button", name=f"Desativar {name}").click()
    expect(line).to_contain_text("1 bloco, desativado")
    album.keep(desk.page, "grupos-de-blocos")
    (kept,) = [one for one in caller.ask("GET", "/block-groups")["items"] if one["name"] == name]
    assert (kept["active"], kept["blocks"]) == (False, 1)
