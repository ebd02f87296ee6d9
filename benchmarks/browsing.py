"""What a person waits for in the browser, beside its budget (web.md §5).

    python -m benchmarks.browsing [--rounds 5] [--only inbox process weights lighthouse] [--write]

The inbox of a unit with fifty thousand processes and the page of a process with five thousand documents, in the
Chromium of the browser tests, on the deployed embedded AWS; what the pages weigh; what Lighthouse says of them. Each
round is a browser that kept nothing. ``longest task``: how long the page could not answer, while it scrolled.
``--write`` puts the whole table into RESULTS.md. Ends with an error that says which budgets are missed, and by how
much; ``make bench`` measures the same beside all the rest.
"""

import argparse
import logging
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks import audits, loading, weights
from benchmarks.budgets import HEADS, Line, lines
from benchmarks.deployed import bound
from benchmarks.measuring import settle, table
from infra.local.stack import start_stack
from tests.e2e.chromium import any_chromium
from tests.e2e.conftest import DESK_COMPUTER
from tests.world.builders import drafted
from tests.world.installed import PASSWORD
from tests.world.world import World

RESULTS = Path(__file__).resolve().parent / "RESULTS.md"
BEGINS, ENDS = "<!-- in the browser -->", "<!-- end of the browser -->"
PROCESSES, DOCUMENTS = 50_000, 5_000
UNIT, CLERK = "semma-lic", "camila.duarte"
KEYS = 40
ROUNDS = 5
PARTS = ("inbox", "process", "weights", "lighthouse")
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
    "In the browser: Chromium on this machine, beside the embedded AWS, with a computer that kept nothing. Usable: "
    "from the press of Entrar, or from the address of the process, to a row that the keys reach. Keys and scrolling "
    f"of the process page: with all its folders open. The worst of {KEYS + 2} key presses. Weights are gzip; the "
    "score, LCP, TBT and CLS of a device are Lighthouse's, mobile as it works out a cheap phone on a slow network. "
    "What has the same answer each time is proven by `make test` instead: axe, keyboard only, reflow, calls of the "
    "API for a screen."
)


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
    return _keyed(page, usable, opened, ".tree-scroll", opening="*")


def _keyed(page: Page, usable: float, opened: dict[str, Any], scrolled: str, opening: str = "") -> Measured:
    """Keys, then scrolling. ``opening``: the key pressed before all others, which opens what is folded."""
    page.evaluate("() => { seen.tasks.length = 0; seen.keys.length = 0 }")
    if opening:
        page.keyboard.press(opening)
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
        usable,
        opened["largest"],
        opened["moved"],
        _blocked(opened["tasks"]),
        max(keys, default=0),
        longest,
        frame,
    )


EVERY: list[tuple[str, float, Callable[[Measured], float]]] = [
    ("LCP, ms", 1000, lambda it: it.largest),
    ("TBT, ms", 100, lambda it: it.blocked),
    ("CLS", 0.05, lambda it: it.moved),
    ("worst key press, ms", 100, lambda it: it.worst_key),
    ("longest task while scrolling, ms", 50, lambda it: it.longest_while_scrolling),
    ("frame while scrolling, ms", 17, lambda it: it.frame),
]


def measured(
    world: World, site: str, emulator: int, rounds: int, parts: tuple[str, ...] = PARTS
) -> Iterator[Line]:
    """The lines of the table, each as soon as it is known."""
    loading.fill_inbox(world, PROCESSES, UNIT)
    process = loading.large_process(world, DOCUMENTS)
    text = "/processo/{}/documento/{}/editar".format(*drafted(world))
    ana = world.ana.login
    settle(emulator, 60)
    with sync_playwright() as playwright:
        browser = any_chromium().launch(playwright)
        if "inbox" in parts:
            inbox = [of_inbox(browser, site, CLERK) for _ in range(rounds)]
            yield from lines(f"inbox, {PROCESSES} processes", inbox, [_usable(1000), *EVERY])
        if "process" in parts:
            page = [of_process(browser, site, ana, process) for _ in range(rounds)]
            yield from lines(f"process page, {DOCUMENTS} documents", page, [_usable(1500), *EVERY])
        browser.close()
        if "weights" in parts:
            yield from weights.weighed()
        if "lighthouse" in parts:
            audits.install()
            doors = {"log-in": "/entrar", "citizens' page": "/publico.html"}
            yield from audits.audited(playwright, site, None, doors)
            yield from audits.audited(playwright, site, CLERK, {"inbox": "/caixa?aba=todos"})
            of_ana = {"process page": f"/processo/{process}", "editor": text}
            yield from audits.audited(playwright, site, ana, of_ana)


def _usable(budget: float) -> tuple[str, float, Callable[[Measured], float]]:
    return "usable, ms", budget, lambda it: it.usable


def section(found: list[Line]) -> str:
    """This part of RESULTS.md."""
    when = f"{date.today().isoformat()}, load average {os.getloadavg()[0]:.1f} when it ended."
    rows: list[list[object]] = [[*line.row()] for line in found]
    return "\n".join([BEGINS, table(HEADS, rows), "", f"{NOTE} {when}", ENDS])


def write(part: str) -> None:
    """Put this part in its place, and leave the others."""
    before, _, rest = RESULTS.read_text(encoding="utf-8").partition(BEGINS)
    assert rest, f"{RESULTS} has no place for this part"
    RESULTS.write_text(before + part + rest.partition(ENDS)[2], encoding="utf-8")


def missed(found: list[Line]) -> list[str]:
    """What is over its budget: found, and allowed."""
    return [f"{line.title} {line.median} ({line.allowed})" for line in found if not line.holds]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Measure what a person waits for in the browser.")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="these parts of it")
    parser.add_argument("--write", action="store_true", help="put it into RESULTS.md")
    arguments = parser.parse_args()
    if arguments.write and set(arguments.only) != set(PARTS):
        parser.error("--write puts the whole table into RESULTS.md: leave --only out")
    logging.disable(logging.WARNING)
    began, found = time.monotonic(), []
    with tempfile.TemporaryDirectory() as folder, start_stack(Path(folder), say=print, kept=False) as stack:
        world = World(bound(stack), "ubatuba")
        for line in measured(world, stack.site, stack.endpoint.pid, arguments.rounds, tuple(arguments.only)):
            found.append(line)
            print("|", " | ".join(line.row()), "|", flush=True)
    if arguments.write:
        write(section(found))
    print(f"{len(found)} figures in {(time.monotonic() - began) / 60:.1f} minutes")
    if missed(found):
        sys.exit("Missed: " + "; ".join(missed(found)))


if __name__ == "__main__":
    main()
