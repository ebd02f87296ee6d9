"""The unit's board: cards move by the mouse and by the keyboard, and back (issue 4; demands 1)."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.pictures import Album


def test_card_moves_by_mouse_and_by_keyboard_and_the_move_is_undone(
    sit: Callable[..., Desk], installation: Installation, album: Album
) -> None:
    engineer = installation.caller("camila.duarte")
    kept = {label["name"]: label["id"] for label in engineer.ask("GET", "/arrangement")["labels"]}
    for name, colour in (("Fila", "sky"), ("Vistoria", "teal"), ("Parecer", "gold")):
        if name not in kept:
            kept[name] = engineer.ask("POST", "/labels", {"name": name, "colour": colour})["id"]
    made = [engineer.start(f"Supressão de árvore {number}") for number in range(3)]
    for each in made:
        engineer.ask("PUT", f"/processes/{each['id']}/labels/{kept['Fila']}", {"text": "Lote 7"})
    engineer.ask("PUT", f"/processes/{made[0]['id']}/deadline", {"days": 1})
    desk = sit("camila.duarte")
    desk.go("/quadro")
    choose_columns(desk, "Fila", "Vistoria", "Parecer")
    first, second = made[0]["nup"], made[1]["nup"]
    card(desk, first).drag_to(column(desk, "Vistoria"))
    expect(column(desk, "Vistoria")).to_contain_text(first)
    album.keep(desk.page, "quadro")
    card(desk, second).get_by_role("button", name=f"Mover {second}").focus()
    desk.page.keyboard.press("Enter")
    desk.page.get_by_role("menuitem", name="Para Parecer").focus()
    desk.page.keyboard.press("Enter")
    expect(column(desk, "Parecer")).to_contain_text(second)
    desk.button("Desfazer").last.click()
    expect(column(desk, "Fila")).to_contain_text(second)
    rows = {row["process"]: row for row in engineer.ask("GET", "/inbox?tab=all")["items"]}
    labels = [[(one["name"], one["text"]) for one in rows[each["id"]]["desk"]["labels"]] for each in made]
    assert labels == [[("Vistoria", "Lote 7")], [("Fila", "Lote 7")], [("Fila", "Lote 7")]]


def choose_columns(desk: Desk, *names: str) -> None:
    desk.button("Escolher colunas").click()
    for name in names:
        desk.dialog.get_by_label(name, exact=True).check()
    desk.dialog.get_by_role("button", name="Salvar colunas").click()
    expect(column(desk, names[0])).to_be_visible()


def column(desk: Desk, name: str) -> Locator:
    return desk.page.get_by_role("region", name=re.compile(f"^{name} "))


def card(desk: Desk, nup: str) -> Locator:
    return desk.page.get_by_role("listitem").filter(has_text=nup)
