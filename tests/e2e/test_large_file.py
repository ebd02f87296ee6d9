"""DOC-08: a large file whose sending is cut, and whose page is closed, goes on from where it stopped."""

import re

import pytest
from playwright.sync_api import Route, expect

from tests.e2e.caller import Caller
from tests.e2e.desk import Desk

pytestmark = pytest.mark.timeout(300)

PARTS = 3
FILM = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(40 * 1024 * 1024)


def number_of(address: str) -> int:
    return int(re.search(r"partNumber=(\d+)", address)[1])


def test_large_file_cut_and_left_goes_on_where_it_stopped(new_context, installation, tmp_path):
    film = tmp_path / "audiencia.mp4"
    film.write_bytes(FILM)
    process = installation.caller("ana.lima").start("Audiência pública gravada")["id"]
    desk = Desk(new_context().new_page(), installation.site, "ana.lima")
    desk.arrive()
    files = desk.page.get_by_role("list", name="Arquivos", exact=True)
    arrived: list[int] = []

    def choose() -> None:
        desk.go(f"/processo/{process}/incluir?modo=arquivo")
        desk.page.locator("input[type=file]").set_input_files(film)

    def cut_the_second(route: Route) -> None:
        number = number_of(route.request.url)
        if number == 2:
            route.abort()
        else:
            arrived.append(number)
            route.continue_()

    place = re.compile("partNumber=")
    desk.page.route(place, cut_the_second)
    choose()
    expect(files).to_contain_text("Não enviado", timeout=60_000)
    expect(files).to_contain_text("A conexão caiu durante o envio. Tente de novo.")
    assert sorted(arrived) == [1, 3]

    # The page is closed and opened again; the same file is chosen.
    desk.page.on("dialog", lambda dialog: dialog.accept())
    desk.page.unroute(place)
    again: list[int] = []
    desk.page.on("request", lambda asked: place.search(asked.url) and again.append(number_of(asked.url)))
    choose()
    expect(files).to_contain_text("Aceito", timeout=120_000)
    assert again == [2]

    film_is_included_whole(desk, installation.caller("ana.lima"), process)


def film_is_included_whole(desk: Desk, clerk: Caller, process: str) -> None:
    desk.page.get_by_label(re.compile("^Tipo do documento")).select_option(label="Anexo")
    desk.button("Incluir documento").click()
    expect(desk.page.get_by_role("treeitem")).to_have_count(1)
    (line,) = clerk.ask("GET", f"/processes/{process}/documents")["items"]
    assert (line["size"], line["media_type"]) == (len(FILM), "video/mp4")
