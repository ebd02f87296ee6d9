"""What a screen costs to load, as in the browser: bytes of script, calls to the API, what moves meanwhile (web.md §5).

Only what is the same on any machine; how long it takes is measured by ``make bench`` (benchmarks/browsing.py).
"""

import gzip
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Response, expect

from tests.e2e.desk import Desk

KILOBYTE = 1024
#: CLS: how much of what is seen moved, and how far, other than by what the person had just done.
MOST_MOVED = 0.05
WATCH_MOVES = """
window.moves = []
new PerformanceObserver((list) => {
  for (const { hadRecentInput, value, sources } of list.getEntries())
    if (!hadRecentInput) moves.push([value, sources.map(({ node }) => node?.className ?? node?.nodeName)])
}).observe({ type: 'layout-shift', buffered: true })
"""
# What moved is told with the frame that shows it.
MOVES = "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() => moves)"
PUSH_DOWN = "document.querySelector('main').style.paddingTop = '20rem'"
PHONE = {"viewport": {"width": 390, "height": 844}}


class Loading:
    """What a page asks for while it opens."""

    def __init__(self, desk: Desk) -> None:
        self.answers: list[Response] = []
        desk.page.on("response", lambda answer: self.answers.append(answer))

    def script_kilobytes(self) -> float:
        scripts = [one for one in self.answers if urlsplit(one.url).path.endswith((".js", ".mjs"))]
        return sum(len(gzip.compress(one.body(), 9)) for one in scripts) / KILOBYTE

    def paths(self) -> list[str]:
        """What the API was asked, in order."""
        paths = [urlsplit(one.url).path for one in self.answers]
        return [path.removeprefix("/api") for path in paths if path.startswith("/api/")]

    def calls(self) -> list[str]:
        return sorted(self.paths())


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


def test_what_waits_for_a_signature_is_counted_once_and_after_the_list_has_come(sit):
    """The menu's number is dearer than the list (web.md §6): the first screen neither asks nor waits for it."""
    desk = sit("camila.duarte")
    loading = Loading(desk)
    desk.go("/caixa")
    expect(desk.page.get_by_role("link", name=re.compile(r"^Para assinar \d+ documentos?"))).to_be_visible()
    assert loading.paths()[-1] == "/signing-queue"
    assert loading.calls() == ["/inbox", "/me", "/signing-queue"]


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


@pytest.mark.parametrize("screen", [{}, PHONE], ids=["desk", "phone"])
def test_hardly_anything_moves_while_door_inbox_process_and_editor_come(sit, installation, screen):
    """web.md §5, CLS: nobody loses the line they read, or presses what was not there a moment before."""
    clerk = installation.caller("ana.lima")
    process = clerk.start("Guia rebaixada na Rua Guarani")["id"]
    # Whoever holds one has more above the list, which comes later (SIG-09).
    ground = {"access_level": "confidential", "legal_basis": "segredo-de-justica"}
    clerk.start("Assunto em segredo de justiça, com mais palavras do que cabem", type="acao-judicial", **ground)
    letter = clerk.write(process, "oficio")["id"]
    desk = sit("ana.lima", **screen)
    desk.page.add_init_script(WATCH_MOVES)
    screens = {
        "/entrar": desk.button("Entrar"),
        "/caixa?aba=todos": desk.page.get_by_role("row").nth(1),
        f"/processo/{process}": desk.tree,
        f"/processo/{process}/documento/{letter}": desk.paper,
        f"/processo/{process}/documento/{letter}/editar": desk.text,
    }
    for path, shown in screens.items():
        desk.go(path)
        expect(shown).to_be_visible()
        desk.page.wait_for_load_state("networkidle")
        moves = desk.page.evaluate(MOVES)
        assert sum(value for value, _ in moves) <= MOST_MOVED, (path, moves)
    desk.page.evaluate(PUSH_DOWN)
    assert sum(value for value, _ in desk.page.evaluate(MOVES)) > MOST_MOVED, "what moves would not be seen"
