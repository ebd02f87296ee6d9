"""What a screen costs to load: bytes of script and calls to the API, as the browser really asks them (web.md §5)."""

import gzip
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Response, expect

from tests.e2e.desk import Desk

KILOBYTE = 1024


class Loading:
    """What a page asks for while it opens."""

    def __init__(self, desk: Desk) -> None:
        self.answers: list[Response] = []
        desk.page.on("response", lambda answer: self.answers.append(answer))

    def script_kilobytes(self) -> float:
        scripts = [one for one in self.answers if urlsplit(one.url).path.endswith((".js", ".mjs"))]
        return sum(len(gzip.compress(one.body(), 9)) for one in scripts) / KILOBYTE

    def calls(self) -> list[str]:
        paths = [urlsplit(one.url).path for one in self.answers]
        return sorted(path.removeprefix("/api") for path in paths if path.startswith("/api/"))


@pytest.fixture
def desk(sit) -> Desk:
    return sit("ana.lima")


def test_inbox_loads_190_kb_of_script_and_asks_the_api_twice(sit):
    """Of whoever holds no confidential process: who does also asks for those, and for what draws them (SIG-02)."""
    desk = sit("camila.duarte")
    loading = Loading(desk)
    desk.go("/caixa")
    expect(desk.heading("Caixa da unidade")).to_be_visible()
    desk.page.wait_for_load_state("networkidle")
    assert loading.script_kilobytes() <= 190
    assert loading.calls() == ["/inbox", "/me"]


def test_process_page_asks_the_api_three_times_at_most(desk: Desk, installation):
    process = installation.caller("ana.lima").start("Recapeamento da Avenida Iperoig")["id"]
    loading = Loading(desk)
    desk.open_process(process)
    desk.page.wait_for_load_state("networkidle")
    assert len(loading.calls()) <= 3, loading.calls()


def test_public_page_loads_30_kb_of_script(new_context, installation):
    desk = Desk(new_context().new_page(), installation.site, "")
    loading = Loading(desk)
    desk.go("/publico.html")
    expect(desk.button("Conferir")).to_be_visible()
    desk.page.wait_for_load_state("networkidle")
    assert loading.script_kilobytes() <= 30
