"""Presses every control of every screen that a person can reach, and says what does nothing or answers with an error.

A screen is known by its address without numbers and ids, a control by its place, kind and name: what is repeated in
every row of a list is pressed in the first. ``crawler.js`` is the part inside the page.
"""

import json
import re
import zlib
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Error, Page, Route

from infra.local import pages
from infra.local.stack import PASSWORD
from tests.e2e.crawl_findings import DEAD, UNTOLD, Findings, problems_of
from tests.e2e.desk import Desk
from tests.e2e.kept_data import KeptData

SCRIPT = Path(__file__).with_name("crawler.js")
#: Every part of the application in the browser's own store: a window that comes late is taken for one that never does.
FETCH = "files => Promise.all(files.map(file => fetch('/' + file)))"
BROKEN = "Esta tela não abriu"
#: Pages that are no part of the application: each loads by itself.
ALONE = re.compile("^/(publico|autenticidade|documentacao|registro|api)|[.]")
#: What differs from run to run in an address.
NUMBERED = re.compile(r"[^/?=&]*\d[^/?=&]*")
#: Where links to all that a person may see stand.
MENU = "nav > a "
#: What a closed confidential process asks, and only then shows itself, for as long as it stays open (SIG-01).
GATE = "dialog Processo sigiloso > button Abrir processo"
#: How deep windows open windows.
DEPTH = 4
#: What every act is answered where nothing is really done.
REFUSAL = {"code": "refused_in_this_test", "status": 409, "detail": "Recusado nesta prova.", "errors": []}
Trail = tuple[str, ...]
Json = dict[str, Any]


@dataclass(slots=True)
class Crawler:
    """One person who presses everything. ``known``: what need not be pressed again, by this person or any other.

    ``share``: of every so many screens one, and of every so many of its controls one. Without ``kept``, nothing is
    really done: each act is refused, which the screen must say, and nothing has to be put back; and of what a press
    brings only windows are entered.
    """

    desk: Desk
    kept: KeptData | None
    known: set[str]
    findings: Findings
    depth: int = DEPTH
    share: int = 1
    _spent: bool = False
    _last: Json | None = None
    _unfolding: set[str] = field(default_factory=set)
    _own: set[str] = field(default_factory=set)
    _ahead: deque[tuple[str, str]] = field(default_factory=deque)

    def crawl(self, addresses: list[str]) -> None:
        """Everything at the addresses, and at those that links lead to."""
        for address in addresses:
            self._queue(address, address, own=True)
        self._start_again(addresses[0])
        self._page.evaluate(FETCH, parts())
        if self.kept is None:
            self._page.route("**/api/**", refuse_acts)
        while self._ahead:
            address, pattern = self._ahead.popleft()
            self._explore(address, pattern)

    def _queue(self, address: str, pattern: str, own: bool = False) -> None:
        """``own``: it may hold what only this person has, although somebody else was there."""
        place = urlsplit(address)
        path = place.path + (f"?{place.query}" if place.query else "")
        seen = self._own if own else self._own | self.findings.visited
        if pattern not in seen and self._shared(pattern) and path.startswith("/") and "." not in place.path:
            self.findings.visited.add(pattern)
            self._own.add(pattern)
            self._ahead.append((path, pattern))

    def _explore(self, address: str, pattern: str) -> None:
        """Every control that a fresh page shows there and that was not pressed yet; then what they bring."""
        seen = self._start_again(address) if self.kept else self._return_to(address, fresh=False)
        if self._page.get_by_text(BROKEN).count():
            self._tell(pattern, (), "a tela não abriu")
            return
        pattern = seen["pattern"]
        self._own.add(pattern)
        for control in seen["controls"]:
            if control["signature"].startswith(MENU):
                self._queue(control["href"] or "", control["pattern"] or "", own=True)
        self._press_new(address, pattern, (), seen)

    def _press_new(self, address: str, pattern: str, trail: Trail, seen: Json) -> None:
        for control in self._new(seen):
            self._press(address, pattern, trail, control)

    def _new(self, seen: Json) -> list[Json]:
        """Those to press, all of them known from now on: what is there already is brought by no press."""
        new: dict[str, Json] = {}
        for control in seen["controls"]:
            if control["signature"] not in self.known:
                new.setdefault(control["signature"], control)
        self.known.update(new)
        for control in new.values():
            if control["href"]:
                self._queue(control["href"], control["pattern"])
        return [control for signature, control in new.items() if self._shared(signature)]

    def _shared(self, name: str) -> bool:
        """The same in every run: what fails once fails again."""
        return zlib.crc32(NUMBERED.sub("", name).encode()) % self.share == 0

    def _press(self, address: str, pattern: str, trail: Trail, control: Json) -> None:
        signature = control["signature"]
        before = self._arrive(address, trail, signature)
        told = before and (
            self._pressed(signature) or self._pressed_again(address, trail, signature, insist=True)
        )
        if before is None or told is None:
            self._miss(signature)
            return
        if any(problem.startswith((DEAD, UNTOLD)) for problem in problems_of(told)):
            told = self._pressed_again(address, trail, signature) or told
        self.findings.vanished.discard(signature)
        self.findings.pressed.add(signature)
        for problem in problems_of(told):
            self._tell(pattern, (*trail, signature), problem)
        self._last = told
        if signature == GATE:
            self._ahead.append((address, pattern))
        if len(trail) < self.depth:
            self._follow(address, pattern, (*trail, signature), before, told)

    def _follow(self, address: str, pattern: str, trail: Trail, before: Json, told: Json) -> None:
        """Into what the last press of the trail brought: a window; another address; or more of the same screen, but
        nothing that this unfolds in turn, for lists and calendars have no end.
        """
        if told["overlay"] is None:
            if "write" in told["effects"] or self.kept is None:
                return
            if told["pattern"] != pattern:
                self._queue(told["address"], told["pattern"])
                return
            if not self._unfolding.isdisjoint(trail):
                return
            self._unfolding.add(trail[-1])
            there = {control["signature"] for control in before["controls"]}
            told = told | {"controls": [one for one in told["controls"] if one["signature"] not in there]}
        self._press_new(address, pattern, trail, told)

    def _pressed_again(self, address: str, trail: Trail, signature: str, insist: bool = False) -> Json | None:
        """On a fresh page, as it was once more: what followed from an earlier press may have come after that was put
        back. None where it is no longer there.
        """
        self._spent = True
        self._start_again(address)
        return None if self._arrive(address, trail) is None else self._pressed(signature, insist)

    def _miss(self, signature: str) -> None:
        self.findings.vanished.add(signature)
        self.known.discard(signature)

    # Getting there

    @property
    def _page(self) -> Page:
        return self.desk.page

    def _arrive(self, address: str, trail: Trail, sought: str = "") -> Json | None:
        """At the address, what the trail brings there: windows open, more unfolded, or at least what is sought.

        -> what is seen, None if the way is no longer there.
        """
        for fresh in (False, True):
            seen = self._return_to(address, fresh)
            if any(control["signature"] == sought for control in seen["controls"]):
                return seen
            for step in trail:
                seen = self._pressed(step)
                if seen is None:
                    break
            if seen is not None:
                return seen
        return None

    def _return_to(self, address: str, fresh: bool) -> Json:
        if self._spent or fresh or self._outside(address):
            return self._start_again(address)
        seen = self._last or self._look()
        for _ in range(DEPTH):
            if seen["overlay"] is None:
                break
            self._page.keyboard.press("Escape")
            seen = self._look()
        self._last = None
        if seen["overlay"] is None and seen["address"] != address:
            seen = self._page.evaluate("address => crawler.visit(address)", address)
        return self._start_again(address) if seen["overlay"] or self._outside(address) else seen

    def _outside(self, address: str) -> bool:
        """Whether what was pressed left the application, or ended the session."""
        path = urlsplit(self._page.url).path
        return bool(ALONE.match(path)) or (bool(self.desk.login) and path == "/entrar" != address)

    def _start_again(self, address: str) -> Json:
        self._last = None
        if self._spent and self.kept:
            self.kept.put_back()
            self._forget_jobs()
        self._spent = False
        self._page.goto(self.desk.site + address)
        seen = self._look()
        if self.desk.login and urlsplit(self._page.url).path == "/entrar" != address:
            self.desk.arrive()
            self._page.goto(self.desk.site + address)
            seen = self._look()
        if GATE in self.findings.pressed and any(
            control["signature"] == GATE for control in seen["controls"]
        ):
            seen = self._pressed(GATE) or seen
        return seen

    def _forget_jobs(self) -> None:
        """The page follows the jobs it started, and they went with what was put back."""
        try:
            self._page.evaluate("sessionStorage.removeItem('iperoig.jobs')")
        except Error as error:
            if not left_the_page(error):
                raise

    def _look(self) -> Json:
        while True:
            try:
                seen: Json = self._page.evaluate("crawler.look()")
            except Error as error:
                if not left_the_page(error):
                    raise
                self._page.wait_for_load_state()
            else:
                return seen

    def _pressed(self, signature: str, insist: bool = False) -> Json | None:
        """What was seen after the press; None if there is no such control now."""
        self._last = None
        try:
            told: Json | None = self._page.evaluate(
                "asked => crawler.press(...asked)", [signature, PASSWORD, insist]
            )
        except Error as error:
            if not left_the_page(error):
                raise
            self._page.wait_for_load_state()
            told = self._look() | {"effects": ["document"], "refusals": [], "errors": [], "covered": False}
        if told and "write" in told["effects"]:
            self._spent = True
        return told

    def _tell(self, pattern: str, trail: Trail, problem: str) -> None:
        way = " → ".join(step.partition(" > ")[2] for step in trail)
        self.findings.problems.append(f"{self.desk.login or 'ninguém'} em {pattern}: {way}: {problem}")
        print(self.findings.problems[-1], flush=True)


def refuse_acts(route: Route) -> None:
    if route.request.method == "GET":
        route.continue_()
    else:
        route.fulfill(status=409, content_type="application/problem+json", json=REFUSAL)


def parts() -> list[str]:
    """The files of the application."""
    manifest = json.loads((pages.BUILT / ".vite" / "manifest.json").read_text())
    return sorted({part["file"] for part in manifest.values()})


def left_the_page(error: Error) -> bool:
    """Whether the browser was on its way to another page."""
    return "navigation" in str(error) or "context was destroyed" in str(error)
