"""A ready-made list is written, used in a process, ticked off, and the inbox says how far it is (issue 4 §3)."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.pictures import Album


def test_ready_made_list_is_used_in_a_process_and_ticked_off(
    sit: Callable[..., Desk], installation: Installation, album: Album
) -> None:
    clerk = installation.caller("ricardo.freitas")
    kept = clerk.ask("GET", "/checklist-templates")
    if kept["templates"]:
        clerk.ask("PUT", "/checklist-templates", {"templates": [], "revision": kept["revision"]})
    made = clerk.start("Reforma da ponte do Itamambuca")
    desk = sit("ricardo.freitas")
    desk.go("/listas")
    desk.button("Nova lista").click()
    desk.page.get_by_label(re.compile("^Nome da lista 1")).fill("Projeto de obra")
    desk.page.get_by_label(re.compile("^Itens da lista 1")).fill("Conferir a planta\nConferir a ART")
    desk.button("Salvar").click()
    expect(desk.notice("Listas salvas.")).to_be_visible()
    album.keep(desk.page, "listas")
    desk.go(f"/processo/{made['id']}?painel=unidade")
    desk.page.get_by_role("button", name="Usar lista pronta").click()
    desk.page.get_by_role("menuitem", name="Projeto de obra").click()
    listed = desk.page.get_by_role("list", name="Lista de verificação")
    listed.get_by_role("checkbox", name="Conferir a planta").check()
    expect(listed).to_contain_text("Feito por Ricardo")
    desk.page.get_by_label("Novo item").fill("Pedir o laudo")
    desk.button("Incluir item").click()
    expect(desk.page.get_by_text("1 de 3 feitos")).to_be_visible()
    desk.page.get_by_role("button", name="Retirar da lista: Conferir a ART").click()
    expect(desk.page.get_by_text("1 de 2 feitos")).to_be_visible()
    album.keep(desk.page, "lista-de-verificacao")
    desk.go("/caixa?aba=gerados")
    expect(desk.row(made["nup"])).to_contain_text("Lista: 1 de 2")
    view = clerk.ask("GET", f"/processes/{made['id']}/desk")
    assert [item["text"] for item in view["checklist"]] == ["Conferir a planta", "Pedir o laudo"]
    assert [line["act"] for line in view["log"]] == [
        "checklist_dropped",
        "checklist_extended",
        "checklist_done",
        "checklist_extended",
    ]
