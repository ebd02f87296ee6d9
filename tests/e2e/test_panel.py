"""The control panel on the screen: each number leads to a list of as many (TRA-13)."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.pictures import Album
from tests.e2e.waiting import wait_until


def test_each_number_of_the_panel_leads_to_a_list_of_as_many(
    sit: Callable[..., Desk], installation: Installation, album: Album
) -> None:
    head = installation.caller("marina.costa")
    label = head.ask("POST", "/labels", {"name": "Perícia", "colour": "purple"})["id"]
    kind = {"type": "licenca-premio", "subjects": ["02.01.02"]}
    made = [head.start(f"Licença-prêmio {number}", **kind)["id"] for number in range(3)]
    for process in made[:2]:
        head.ask("PUT", f"/processes/{process}/labels/{label}", {"text": ""})
        head.ask("PUT", f"/processes/{process}/deadline", {"days": 1})
    head.ask("PUT", f"/processes/{made[0]}/assignment", {"user": "diego.alves"})
    wait_until(lambda: counted(head.ask("GET", "/panel")["labels"], label) == 2, "o painel contar")
    desk = sit("marina.costa")
    desk.go("/painel")
    cards = desk.page.get_by_role("region", name="Marcadores")
    expect(cards).to_contain_text("Perícia")
    album.keep(desk.page, "painel")
    cards.get_by_role("link", name=re.compile("^Perícia 2")).click()
    expect(desk.page.get_by_role("row")).to_have_count(2 + 1)
    desk.go("/painel")
    desk.page.get_by_role("region", name="Responsáveis").get_by_role(
        "link", name=re.compile("^Diego")
    ).click()
    expect(desk.page.get_by_role("row")).to_have_count(1 + 1)


def test_panel_shows_blocks_and_follow_ups_and_only_the_cards_that_one_chose(
    sit: Callable[..., Desk], installation: Installation
) -> None:
    """TRA-13, BLO-02, BLO-04, TRA-10"""
    head = installation.caller("helena.prado")
    process = head.start("Painel: acompanhado")["id"]
    head.ask("POST", f"/processes/{process}/follow-ups", {"group": "Painel", "observation": ""})
    head.ask("POST", "/blocks", {"kind": "signing", "description": "Painel", "units": [], "group": ""})
    desk = sit("helena.prado")
    desk.go("/painel")
    followed = desk.page.get_by_role("region", name="Acompanhamento especial")
    expect(followed.get_by_role("link", name="Painel 1")).to_be_visible()
    blocks = desk.page.get_by_role("region", name="Blocos de assinatura")
    blocks.get_by_role("link", name=re.compile("^Gerados, com")).click()
    expect(desk.heading("Blocos")).to_be_visible()
    desk.go("/painel")
    desk.page.get_by_text("Escolher o que o painel mostra").click()
    desk.page.get_by_role("checkbox", name="Blocos de assinatura", exact=True).uncheck()
    desk.page.reload()
    expect(followed).to_be_visible()
    expect(blocks).to_have_count(0)


def counted(tallies: list[dict[str, object]], wanted: str) -> object:
    return next((each["count"] for each in tallies if each["id"] == wanted), 0)


def test_whoever_asks_begins_the_day_on_the_panel(sit: Callable[..., Desk]) -> None:
    desk = sit("diego.alves")
    desk.go("/painel")
    desk.page.get_by_label("Abrir o sistema nesta página, neste computador").check()
    desk.go("/")
    expect(desk.heading("Painel da unidade")).to_be_visible()
    desk.page.get_by_label("Abrir o sistema nesta página, neste computador").uncheck()
    desk.go("/")
    expect(desk.heading("Caixa da unidade")).to_be_visible()
