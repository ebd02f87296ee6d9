"""What a person waits for in the browser (web.md §5): ``python -m benchmarks.browsing [--rounds 3]``.

The inbox of a unit with fifty thousand processes and the page of a process with five thousand documents, in the
Chromium of the browser tests, on the deployed embedded AWS. Medians of the rounds; each round is a browser that kept
nothing. ``longest task``: how long the page could not answer, while it opened, scrolled or heard the keys.
"""

import argparse
import logging
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks import loading
from benchmarks.deployed import bound
from benchmarks.measuring import settle, table
from infra.local.stack import start_stack
from tests.e2e.chromium import any_chromium
from tests.e2e.conftest import DESK_COMPUTER
from tests.world.installed import PASSWORD
from tests.world.world import World

PROCESSES, DOCUMENTS = 50_000, 5_000
UNIT, CLERK = "semma-lic", "camila.duarte"
KEYS = 40
ROUNDS = 3
#: What the browser says of itself: the largest thing drawn, what moved, how long it could not answer, how late it did.
WATCH = """() => {
  const seen = window.seen = { largest: 0, moved: 0, tasks: [], keys: [] }
  const watch = (type, take, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more })
  watch('largest-contentful-paint', (entry) => { seen.largest = entry.startTime })
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.moved += entry.value })
  watch('longtask', (entry) => seen.tasks.push(entry.duration))
  watch('event', (entry) => { if (entry.interactionId) seen.keys.push(entry.duration) }, { durationThreshold: 16 })
}"""
SCROLL = """async (selector) => {
  const list = [...document.querySelectorAll(selector)].find((one) => one.scrollHeight > one.clientHeight)
  const frames = []
  let last = performance.now()
  for (let place = 0; place < list.scrollHeight; place += Math.max(list.scrollHeight / 120, 40)) {
    list.scrollTop = place
    const now = await new Promise((drawn) => requestAnimationFrame(drawn))
    frames.push(now - last)
    last = now
  }
  return frames.sort((one, other) => one - other)[Math.floor(frames.length / 2)]
}"""
NOTE = (
    "In the browser: Chromium on this machine, beside the embedded AWS, with a computer that kept nothing; medians of "
    f"{ROUNDS} rounds. Usable: from the press of Entrar, or from the address of the process, to a row that the keys "
    f"reach. The worst of {KEYS + 2} key presses. Each beside its budget (web.md §5)."
)
HEADS = ["in the browser", "median", "budget"]


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds, but ``moved``, which has no unit (CLS)."""

    usable: float
    largest: float
    moved: float
    blocked: float
    worst_key: float
    longest_while_scrolling: float
    frame: float


def _fresh(browser: Browser, site: str, login: str) -> Page:
    """A computer of that person, at the door, nothing kept."""
    page = browser.new_context(**DESK_COMPUTER).new_page()
    page.set_default_timeout(60_000)
    page.add_init_script(f"({WATCH})()")
    page.goto(f"{site}/entrar?voltar=/caixa%3Faba%3Dtodos")
    page.get_by_label("Usuário", exact=True).fill(login)
    page.get_by_label("Senha", exact=True).fill(PASSWORD)
    return page


def _seen(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("seen")
    return found


def _blocked(tasks: list[float]) -> float:
    return sum(task - 50 for task in tasks)


def _now(page: Page) -> float:
    return float(page.evaluate("performance.timeOrigin + performance.now()"))


def of_inbox(browser: Browser, site: str, login: str) -> Measured:
    """From the press of ``Entrar`` to a row that the keyboard reaches; then a load of the page, and the keys."""
    page = _fresh(browser, site, login)
    began = _now(page)
    page.get_by_role("button", name="Entrar", exact=True).click()
    page.get_by_role("row").nth(1).wait_for()
    usable = _now(page) - began
    page.reload()
    page.get_by_role("row").nth(1).wait_for()
    page.wait_for_load_state("networkidle")
    opened = _seen(page)
    page.get_by_role("row").nth(1).focus()
    return _keyed(page, usable, opened, "main, html, body")


def of_process(browser: Browser, site: str, login: str, process: str) -> Measured:
    """The page of a process with thousands of documents, opened by its address."""
    page = _fresh(browser, site, login)
    page.get_by_role("button", name="Entrar", exact=True).click()
    page.get_by_role("heading", name="Caixa da unidade").wait_for()
    page.goto(f"{site}/processo/{process}", wait_until="commit")
    page.get_by_role("treeitem").first.wait_for()
    usable = float(page.evaluate("performance.now()"))
    page.wait_for_load_state("networkidle")
    opened = _seen(page)
    page.get_by_role("tree").focus()
    return _keyed(page, usable, opened, "[role=tree], [role=tree] *, .tree-scroll, main *")


def _keyed(page: Page, usable: float, opened: dict[str, Any], scrolled: str) -> Measured:
    page.evaluate("() => { seen.tasks.length = 0; seen.keys.length = 0 }")
    for _ in range(KEYS):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    page.keyboard.press("Home")
    keys = _seen(page)["keys"]
    page.evaluate("() => { seen.tasks.length = 0 }")
    frame = float(page.evaluate(SCROLL, scrolled))
    longest = max(_seen(page)["tasks"], default=0)
    page.context.close()
    return Measured(
        usable, opened["largest"], opened["moved"], _blocked(opened["tasks"]), max(keys, default=0), longest, frame
    )


def rows(name: str, budget_usable: int, take: Callable[[], Measured], rounds: int) -> Iterator[list[object]]:
    """The medians, each beside its budget."""
    found = [take() for _ in range(rounds)]
    for title, budget, figure in (
        ("usable, ms", budget_usable, lambda one: one.usable),
        ("LCP, ms", 1000, lambda one: one.largest),
        ("TBT, ms", 100, lambda one: one.blocked),
        ("worst key press, ms", 100, lambda one: one.worst_key),
        ("longest task while scrolling, ms", 50, lambda one: one.longest_while_scrolling),
        ("frame while scrolling, ms", 17, lambda one: one.frame),
    ):
        yield [f"{name}: {title}", median(map(figure, found)), budget]
    yield [f"{name}: CLS", f"{median(one.moved for one in found):.3f}", "0.05"]


def measured(world: World, site: str, emulator: int, rounds: int) -> list[list[object]]:
    """Every row of the table."""
    loading.fill_inbox(world, PROCESSES, UNIT)
    process = loading.large_process(world, DOCUMENTS)
    settle(emulator, 60)
    with sync_playwright() as playwright:
        browser = any_chromium().launch(playwright)

        def inbox() -> Measured:
            return of_inbox(browser, site, CLERK)

        def page() -> Measured:
            return of_process(browser, site, world.ana.login, process)

        found = list(rows(f"inbox, {PROCESSES} processes", 1000, inbox, rounds))
        found += rows(f"process page, {DOCUMENTS} documents", 1500, page, rounds)
        browser.close()
    return found


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Measure what a person waits for in the browser.")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    arguments = parser.parse_args()
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory() as folder, start_stack(Path(folder), say=print, kept=False) as stack:
        found = measured(World(bound(stack), "ubatuba"), stack.site, stack.endpoint.pid, arguments.rounds)
        print(f"load average: {os.getloadavg()[0]:.1f}\n")
        print(table(HEADS, found))


if __name__ == "__main__":
    main()
