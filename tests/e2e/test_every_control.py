"""No dead control anywhere: every button, link and menu entry of every screen is pressed, for each role, and none does
nothing or answers with an error (issue 6).

On an installation of its own, for it destroys what it finds; what it destroyed is put back before the next press.
In the long suite, for it takes long; ``IPEROIG_DEPTH=0`` leaves out what stands in the windows and menus that open,
``IPEROIG_CRAWLED=gustavo.leal,ninguém`` crawls as these alone, and ``-s`` tells each finding as it is found.
``make test`` proves that the crawler is not blind, and presses some of the controls of some of the screens while the
system refuses every act: none is dead, and each refusal is read on the screen.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from infra.local.stack import start_stack
from tests.e2e.crawl_findings import Findings, problems_of
from tests.e2e.crawler import DEPTH, SCRIPT, Crawler
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.kept_data import KeptData
from tests.e2e.scene import Scene, set_scene
from tests.e2e.screens import SCREENS
from tests.e2e.services_steps import register_a_system

AS_DEEP = int(os.environ.get("IPEROIG_DEPTH", str(DEPTH)))
#: The clerk of the protocol, a director, the administrator, the auditor, who keeps a unit's confidential processes,
#: who only works, and nobody.
ROLES = ("ana.lima", "juliana.rocha", "gustavo.leal", "patricia.ramos", "marina.costa", "camila.duarte", "")
NOBODY = "ninguém"
CRAWLED = [who for who in ROLES if (who or NOBODY) in os.environ.get("IPEROIG_CRAWLED", who or NOBODY).split(",")]
#: Fewer would mean that the crawler went blind.
LEAST_PRESSED = 250
#: In ``make test``: by these, one screen and one control in so many; fewer pressed would be blindness too.
FEW = ("ana.lima", "gustavo.leal", "")
SHARE = 4
LEAST_IN_SHARE = 20
#: Notices that pass, and the like: seen, and gone when their turn came.
MOST_VANISHED = 10
DEAD_AND_WRONG = """() => {
  for (const [name, act] of [['Morto', () => {}], ['Errado', () => fetch('/api/nada')]]) {
    const button = document.createElement('button')
    button.textContent = name
    button.addEventListener('click', act)
    document.querySelector('main').append(button)
  }
}"""

pytestmark = pytest.mark.timeout(7200)


@pytest.fixture(scope="module")
def own_installation() -> Iterator[Installation]:
    running = os.environ.get("IPEROIG_SITE")
    if running:
        yield Installation.running_at(running)
        return
    with (
        tempfile.TemporaryDirectory(prefix="iperoig-controls-") as directory,
        start_stack(Path(directory) / "state", kept=False) as stack,
    ):
        yield Installation.of(stack)


def places_of(login: str, scene: Scene) -> list[str]:
    """Where the crawl of this person begins; links lead on."""
    own = {screen.path.format(**scene.places) for screen in SCREENS if (screen.login or "") == login}
    return sorted(own, key=lambda path: (path != "/caixa", path)) or ["/caixa"]


def told(findings: Findings) -> str:
    return "\n".join(["", *findings.problems, f"{len(findings.pressed)} apertados"])


@pytest.fixture
def seat(browser: Browser, computer: Callable[..., BrowserContext]) -> Iterator[Callable[[str, str], Desk]]:
    """A computer whose pages the crawler sees, for whoever sits there."""
    made: list[BrowserContext] = []

    def sit(site: str, login: str) -> Desk:
        made.append(computer(browser))
        made[-1].add_init_script(path=str(SCRIPT))
        desk = Desk(made[-1].new_page(), site, login)
        desk.page.on("dialog", lambda asked: asked.accept())
        if login:
            desk.arrive()
        return desk

    yield sit
    for context in made:
        context.close()


def test_the_crawler_tells_what_is_dead_and_what_answers_with_an_error(
    seat: Callable[[str, str], Desk], installation: Installation
) -> None:
    desk = seat(installation.site, "")
    desk.go("/entrar")
    desk.page.evaluate("crawler.look()")
    desk.page.evaluate(DEAD_AND_WRONG)

    def problems(button: str) -> list[str]:
        return list(problems_of(desk.page.evaluate(f"crawler.press('/entrar > button {button}')")))

    assert [problem.split(":")[0] for problem in problems("Errado")] == ["403 GET /api/nada"]
    # What the page does by itself may hide a dead button once, not always.
    assert ["não faz nada"] in [problems("Morto") for _ in range(3)]


def test_one_control_in_so_many_is_alive_and_tells_what_is_refused(
    seat: Callable[[str, str], Desk], installation: Installation
) -> None:
    scene = set_scene(installation)
    findings, known = Findings(), set[str]()
    for login in FEW:
        desk = seat(installation.site, login)
        Crawler(desk, None, known, findings, 1, SHARE).crawl(places_of(login, scene))
    assert not findings.problems, told(findings)
    assert len(findings.pressed) >= LEAST_IN_SHARE, told(findings)


@pytest.mark.long
def test_every_control_of_every_screen_does_something_and_answers_without_error(
    seat: Callable[[str, str], Desk], own_installation: Installation
) -> None:
    scene = set_scene(own_installation)
    register_a_system(own_installation)
    kept, findings, known = KeptData(own_installation.services), Findings(), set[str]()
    for login in CRAWLED:
        desk = seat(own_installation.site, login)
        before = len(findings.pressed)
        Crawler(desk, kept, known, findings, AS_DEEP).crawl(places_of(login, scene))
        print(f"{login or NOBODY}: {len(findings.pressed) - before} apertados", flush=True)
    assert not findings.problems, told(findings)
    assert len(findings.vanished) <= MOST_VANISHED, "\n".join(sorted(findings.vanished))
    assert len(findings.pressed) >= LEAST_PRESSED * len(CRAWLED) // len(ROLES), told(findings)
