"""The calendar of returns leads to the process; its map tells where it is and who was told of it (TRA-01, TRA-03)."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.pictures import Album
from tests.e2e.waiting import wait_until


def test_awaited_return_is_found_in_the_calendar_and_followed_on_the_map(
    sit: Callable[..., Desk], installation: Installation, album: Album
) -> None:
    clerk, analyst = installation.caller("ana.lima"), installation.caller("thiago.pires")
    today = datetime.now(ZoneInfo("America/Sao_Paulo")).date()
    made = clerk.start("Iluminação da orla do Itaguá")
    clerk.send(made["id"], "semurb-alv", notify_by_email=True, return_due={"date": today.isoformat()})
    analyst.ask("POST", f"/processes/{made['id']}/receipts")
    analyst.send(made["id"], "gab", "semad-rh", keep_open=True)
    desk = sit("ana.lima")
    desk.go("/retornos")
    line = desk.page.get_by_role("listitem").filter(has_text=made["nup"])
    expect(line).to_contain_text("Aguardado")
    expect(line).to_contain_text("de SEMURB/ALV")
    album.keep(desk.page, "retornos-programados")
    desk.field("A devolver").check()
    expect(line).to_have_count(0)
    desk.field("Aguardados").check()
    line.get_by_role("link").click()
    path = f"/processes/{made['id']}/path"
    wait_until(lambda: clerk.ask("GET", path)["steps"][0]["notice"]["state"] == "sent", "o aviso saiu")
    desk.button("Ver mapa").click()
    table = desk.dialog.get_by_role("table", name="Envios, do mais antigo ao mais novo")
    expect(table.get_by_role("row")).to_have_count(4)
    expect(table.get_by_role("row").nth(1)).to_contain_text("Aviso por e-mail enviado")
    expect(table.get_by_role("row").nth(2)).to_contain_text("Aguardando recebimento")
    expect(desk.dialog).to_contain_text("SEMURB/ALV, desde")
    album.keep(desk.page, "mapa-do-processo")
    desk.go("/retornos")
    desk.page.get_by_role("checkbox", name=f"Selecionar {made['nup']}").check()
    desk.page.get_by_role("button", name="Mais", exact=True).click()
    desk.page.get_by_role("menuitem", name="Prorrogar retorno…").click()
    desk.dialog.get_by_role("radio", name="Dias úteis").check()
    desk.dialog.get_by_role("button", name="Prorrogar", exact=True).click()
    expect(desk.notice("O processo foi feito.")).to_be_visible()


def test_tree_is_narrowed_to_the_direct_line(sit: Callable[..., Desk], installation: Installation) -> None:
    """PRO-19"""
    clerk, analyst = installation.caller("ana.lima"), installation.caller("thiago.pires")
    made = clerk.start("Drenagem da Rua Liberdade")["id"]
    first = clerk.write(made, "oficio")
    clerk.sign(made, first["id"])
    clerk.send(made, "semurb-alv")
    second = analyst.write(made, "oficio")
    analyst.sign(made, second["id"])
    analyst.send(made, "gab")
    desk = sit("helena.prado")
    desk.open_process(made)
    lines = desk.page.get_by_role("treeitem")
    expect(lines).to_have_count(2)
    desk.field("Linha direta").check()
    expect(lines).to_have_count(1)
    expect(lines).to_contain_text(second["number"])
    expect(desk.notice("1 de 2 documentos")).to_contain_text("Com SEMURB/ALV.")
