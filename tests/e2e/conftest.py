"""Browser proofs on the system that ``make run`` starts, fresh data, nothing left behind.

``IPEROIG_SITE=http://localhost:8420`` drives a system that already runs instead: quicker while writing a test.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, expect, sync_playwright

from infra.local.stack import start_stack
from tests.e2e.chromium import any_chromium
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.pictures import Album
from tests.pki.authority import Authorities, authorities
from tests.pki.govbr import SECRET, Govbr, govbr

PATIENCE_MS = 30_000
DESK_COMPUTER: dict[str, Any] = {
    "viewport": {"width": 1440, "height": 900},
    "locale": "pt-BR",
    "timezone_id": "America/Sao_Paulo",
    "reduced_motion": "reduce",
    "permissions": ["clipboard-read", "clipboard-write"],
    # Each would fetch the whole application to keep it (docs/decisions/network.md).
    "service_workers": "block",
}


@pytest.fixture(scope="session")
def installation() -> Iterator[Installation]:
    running = os.environ.get("IPEROIG_SITE")
    if running:
        yield Installation.running_at(running)
        return
    with (
        tempfile.TemporaryDirectory(prefix="iperoig-e2e-") as directory,
        start_stack(Path(directory) / "state", kept=False) as stack,
    ):
        yield Installation.of(stack)


@pytest.fixture(scope="session", autouse=True)
def pki(installation: Installation) -> Iterator[Authorities]:
    """The authorities that the city believes, from the first test on: what a container knows of it lasts a minute."""
    with authorities() as found:
        installation.believe(found.trusted, found.time)
        yield found


@pytest.fixture(scope="session")
def agreed(installation: Installation, pki: Authorities) -> Iterator[Govbr]:
    """The gov.br that the city has an agreement with, once a test asked for it."""
    with govbr() as found:
        found.redirects = (f"{installation.site}/assinatura-govbr",)
        installation.agree_with_govbr(found.agreement(), SECRET)
        yield found


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    started = any_chromium().launch(playwright)
    yield started
    started.close()


@pytest.fixture(scope="session")
def computer() -> Callable[..., BrowserContext]:
    """Makes a browser of somebody: own cookies, own storage, the screen of a desk computer."""

    def make(browser: Browser, **options: Any) -> BrowserContext:
        context = browser.new_context(**DESK_COMPUTER | options)
        context.set_default_timeout(PATIENCE_MS)
        return context

    return make


@pytest.fixture
def new_context(browser: Browser, computer) -> Iterator[Callable[..., BrowserContext]]:
    """A computer that is put away after the test."""
    made: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        made.append(computer(browser, **options))
        return made[-1]

    yield make
    for context in made:
        context.close()


@pytest.fixture
def sit(new_context, installation) -> Callable[..., Desk]:
    """``sit("ana.lima")``: that person, already inside, at a computer of their own."""

    def seat(login: str, **options: Any) -> Desk:
        desk = Desk(new_context(**options).new_page(), installation.site, login)
        desk.arrive()
        return desk

    return seat


@pytest.fixture(scope="session")
def album() -> Album:
    return Album()
