"""A step decided on the process page takes the process to the next unit, and the flow is published on a screen of the
administration (issue 4 §7)."""

import re
import uuid
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.pictures import Album

PERMIT = {"type": "alvara-construcao", "subjects": ["05.01.01"]}


def test_process_begins_under_a_flow_and_goes_by_its_steps(
    sit: Callable[..., Desk], installation: Installation, album: Album
) -> None:
    analyst = installation.caller("thiago.pires")
    process = installation.caller("ana.lima").start("Edícula", **PERMIT, flow="alvara-construcao")["id"]
    desk = sit("thiago.pires")
    desk.open_process(process)
    desk.page.get_by_role("link", name="Fluxo: Alvará de construção").click()
    step = desk.page.get_by_role("listitem").filter(has_text="Conferir o pedido e o projeto")
    expect(step).to_have_attribute("aria-current", "step")
    desk.button("Decidir: Conferir o pedido e o projeto").click()
    desk.dialog.get_by_role("button", name="Concluir etapa").click()
    expect(desk.dialog.get_by_text("Escolha uma resposta.")).to_be_visible()
    desk.dialog.get_by_role("radio", name="Pedido completo").check()
    album.keep(desk.page, "fluxo-decidir")
    desk.dialog.get_by_role("button", name="Concluir etapa").click()
    expect(desk.notice("Etapa concluída.")).to_be_visible()
    expect(step).to_contain_text("Concluída")
    expect(desk.page.get_by_text("1 de até 7 etapas passadas")).to_be_visible()
    album.keep(desk.page, "fluxo")
    units = analyst.ask("GET", f"/processes/{process}")["units"]
    assert sorted(unit["unit"]["acronym"] for unit in units) == ["SEMMA/LIC", "SEMURB/ALV"]


def test_administrator_publishes_a_version_after_correcting_what_is_told(
    sit: Callable[..., Desk], installation: Installation, album: Album
) -> None:
    mark = uuid.uuid4().hex[:6]
    desk = sit("gustavo.leal")
    desk.go("/fluxos")
    desk.button("Escrever fluxo novo").click()
    good = (
        f"fluxo: licenca-{mark}\nnome: Licença {mark}\ntipo_de_processo: licenca-premio\netapas:\n"
        "  - {etapa: conferir, nome: Conferir, unidade: semad-rh, prazo: 5}\n"
    )
    desk.field("Texto do fluxo").fill(good.replace("semad-rh", "semad-xx"))
    desk.button("Publicar").click()
    expect(desk.page.get_by_text("a unidade “semad-xx” não existe")).to_be_visible()
    album.keep(desk.page, "fluxos-recusado")
    desk.field("Texto do fluxo").fill(good)
    desk.button("Publicar").click()
    expect(desk.notice(re.compile(f"licenca-{mark} publicado: versão 1"))).to_be_visible()
    expect(desk.button(f"Alterar Licença {mark}")).to_be_visible()
    album.keep(desk.page, "fluxos")
