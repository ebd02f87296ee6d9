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
