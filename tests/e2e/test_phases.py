"""Table and chart of the unit's checkpoints; what left the unit stays in them until taken off (TRA-12)."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.caller import Caller
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.pictures import Album
from tests.e2e.waiting import wait_until

UNIT = "semop-proj"


def phases(installation: Installation, clerk: Caller) -> dict[str, str]:
    """The unit's phases by name, defined by the administration the first time."""
    administrator = installation.caller("gustavo.leal")
    if not clerk.ask("GET", "/arrangement")["checkpoints"]:
        lines = [{"name": "Projeto", "active": True}, {"name": "Vistoria de obra", "active": True}]
        administrator.ask("PUT", f"/units/{UNIT}/checkpoints", {"checkpoints": lines})
    return {each["name"]: each["id"] for each in clerk.ask("GET", "/arrangement")["checkpoints"]}


def test_phases_are_counted_with_the_unit_and_gone_and_their_processes_listed(
    sit: Callable[..., Desk], installation: Installation, album: Album
) -> None:
    clerk = installation.caller("ricardo.freitas")
    project = phases(installation, clerk)["Projeto"]

    def left() -> int:
        tallies = {one["id"]: one["count"] for one in clerk.ask("GET", "/panel")["checkpoints_left"]}
        return tallies.get(project, 0)

    before = left()
    here, gone = clerk.start("Muro de arrimo"), clerk.start("Escadaria da Praia Grande")
    for process in (here, gone):
        clerk.ask("PUT", f"/processes/{process['id']}/checkpoint", {"checkpoint": project})
    clerk.ask("POST", f"/processes/{gone['id']}/conclusion", {})
    wait_until(lambda: left() == before + 1, "the figures heard of both")
    desk = sit("ricardo.freitas")
    desk.go("/painel")
    desk.link("Ver tabela e gráfico").click()
    chart = desk.page.get_by_role("table", name="Processos em cada ponto de controle")
    expect(chart.get_by_role("row", name=re.compile(rf"^Projeto \d+ {before + 1} "))).to_be_visible()
    listed = desk.page.get_by_role("table", name="Processos em Projeto")
    expect(listed).to_contain_text(here["nup"])
    expect(listed).not_to_contain_text(gone["nup"])
    album.keep(desk.page, "fases")
    desk.page.get_by_role("checkbox", name=f"Selecionar {here['nup']}").check()
    desk.page.get_by_role("button", name=re.compile("^Ponto de controle")).click()
    desk.page.get_by_role("menuitem", name="Vistoria de obra").click()
    expect(desk.row(here["nup"])).to_have_count(0)
