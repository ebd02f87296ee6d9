"""The pane beside the inbox: a process looked at without opening or receiving it (PRO-01, TRA-02)."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation

KIND = "acesso-informacao"
ROWS = 2


@pytest.fixture(scope="module")
def sent(installation: Installation) -> list[str]:
    """Two processes of a type no other proof uses, on their way to the unit; -> their ids, the first sent first."""
    clerk = installation.caller("ana.lima")
    made = [clerk.start(f"Esgoto na praia, ponto {number}", type=KIND)["id"] for number in range(ROWS)]
    for process in made:
        clerk.sign(process, clerk.write(process, "oficio")["id"])
        clerk.send(process, "semurb-alv")
    return made


def pane(page: Page) -> Locator:
    return page.get_by_role("complementary", name="Pré-visualização")


def test_a_process_is_previewed_by_one_call_and_stays_unreceived(
    sit: Callable[..., Desk], installation: Installation, sent: list[str]
) -> None:
    """PRO-01, TRA-02: V opens it, the keys change what it shows, the address keeps it, the computer remembers it."""
    desk = sit("juliana.rocha")
    calls: list[str] = []
    desk.page.on("request", lambda asked: calls.append(f"{asked.method} {asked.url.split('/api', 1)[-1]}"))
    desk.go(f"/caixa?tipo={KIND}")
    expect(desk.page.locator(f"[data-process='{sent[1]}']")).to_be_visible()
    desk.page.keyboard.press("v")
    expect(pane(desk.page)).to_contain_text("Escolha um processo na lista")
    desk.page.keyboard.press("j")
    expect(pane(desk.page)).to_contain_text("Esgoto na praia, ponto 1")
    expect(pane(desk.page)).to_contain_text("Processo remetido pela unidade SEMAD/PROT")
    expect(pane(desk.page)).to_contain_text("1 documento")
    expect(pane(desk.page)).to_contain_text("Ainda não recebido.")
    asked = [call for call in calls if call.split()[1].startswith("/processes")]
    assert asked == [f"GET /processes/{sent[1]}"], "one call, and none that receives"
    desk.page.keyboard.press("j")
    expect(pane(desk.page)).to_contain_text("Esgoto na praia, ponto 0")
    expect(desk.page.locator(f"[data-process='{sent[0]}']")).to_be_focused()
    desk.page.reload()
    expect(pane(desk.page)).to_contain_text("Esgoto na praia, ponto 0")
    desk.go("/caixa?aba=todos")
    expect(pane(desk.page)).to_be_visible()
    desk.button("Fechar pré-visualização").click()
    expect(pane(desk.page)).to_have_count(0)
    expect(desk.button("Pré-visualizar")).to_be_focused()
    seen = installation.caller("juliana.rocha").ask("GET", f"/processes/{sent[0]}")
    assert seen["presence"]["unread"] is True, "what was only previewed was received"


def test_the_pane_gives_way_to_the_list_on_a_narrow_screen(sit: Callable[..., Desk], sent: list[str]) -> None:
    """PRO-01: under 900 pixels the list keeps all the room; wide again, the pane is back."""
    desk = sit("juliana.rocha")
    desk.go(f"/caixa?tipo={KIND}&ver={sent[0]}")
    expect(pane(desk.page)).to_be_visible()
    desk.page.set_viewport_size({"width": 880, "height": 800})
    expect(pane(desk.page)).to_have_count(0)
    expect(desk.button("Pré-visualizar")).to_be_hidden()
    desk.page.set_viewport_size({"width": 1200, "height": 800})
    expect(pane(desk.page)).to_be_visible()
