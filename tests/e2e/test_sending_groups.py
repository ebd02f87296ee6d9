"""A group of units made on its page and used in a sending that tells them by e-mail (CON-02, TRA-01)."""

import re
import uuid
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.pictures import Album


def test_group_is_made_and_all_its_units_receive(
    sit: Callable[..., Desk], installation: Installation, album: Album
) -> None:
    name = f"Gabinete e pessoal {uuid.uuid4().hex[:6]}"
    made = installation.caller("ana.lima").start("Calendário de feriados de 2027")
    desk = sit("ana.lima")
    desk.go("/grupos-de-envio")
    desk.button("Novo grupo da unidade").click()
    desk.dialog.get_by_label("Nome do grupo").fill(name)
    desk.choose("Unidades do grupo", "semad/rh", "SEMAD/RH")
    desk.choose("Unidades do grupo", "gabinete", re.compile("^GAB "))
    desk.dialog.get_by_role("button", name="Criar grupo").click()
    expect(desk.page.get_by_role("listitem").filter(has_text=name)).to_contain_text("SEMAD/RH, GAB")
    album.keep(desk.page, "grupos-de-envio")
    desk.open_process(made["id"])
    desk.button("Enviar").click()
    desk.dialog.get_by_role("button", name="Incluir grupo de envio").click()
    desk.page.get_by_role("menuitem", name=name).click()
    desk.dialog.get_by_label("Avisar as unidades por e-mail").check()
    album.keep(desk.page, "enviar-a-grupo")
    desk.dialog.get_by_role("button", name="Enviar a 2 unidades").click()
    expect(desk.notice("Processo enviado.")).to_be_visible()
    page = installation.caller("helena.prado").ask("GET", f"/processes/{made['id']}")
    assert sorted(unit["unit"]["acronym"] for unit in page["units"]) == ["GAB", "SEMAD/RH"]
