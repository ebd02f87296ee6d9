"""Chromium opens a document made of hostile HTML: no script runs and nothing is asked of the network (issue 3)."""

import pytest
from playwright.sync_api import Browser, Page, Route

from chalicelib.domain import content
from chalicelib.domain.content_page import page as document_page
from chalicelib.domain.rendition import RenderModel
from tests.adapters.rendering.letters import letter_model
from tests.hostile.corpus import FRAGMENTS
from tests.hostile.test_stored_html import stored

SITE = "http://document.invalid/"


@pytest.fixture
def watched(browser: Browser):
    """An empty page; -> (page, what ran, what was asked for)."""
    page = browser.new_context().new_page()
    ran: list[object] = []
    asked: list[str] = []
    page.expose_function("ran", lambda number: ran.append(number))
    page.on("dialog", lambda dialog: (ran.append("dialog"), dialog.dismiss()))
    yield page, ran, asked
    page.context.close()


def shown(page: Page, asked: list[str], html: str) -> None:
    """Open ``html`` as a page of a site, wake whatever waits for a hand, and keep what it asks for."""

    def answer(route: Route) -> None:
        if route.request.url == SITE:
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
        else:
            asked.append(route.request.url)
            route.abort()

    page.route("**/*", answer)
    page.goto(SITE, wait_until="domcontentloaded")
    page.evaluate(
        """() => { for (const one of document.querySelectorAll('*')) {
             one.focus?.(); one.dispatchEvent(new MouseEvent('mouseover', { bubbles: true })) } }"""
    )
    page.wait_for_function("document.readyState !== 'loading'")


def test_a_document_made_of_every_fragment_runs_and_asks_nothing(watched):
    page, ran, asked = watched
    model: RenderModel = letter_model(stored(*FRAGMENTS), title=FRAGMENTS[0])
    assert content.parse(stored(*FRAGMENTS))
    shown(page, asked, document_page(model))
    assert "onerror" in page.inner_text("body"), "the fragments are there, as words"
    assert (ran, asked) == ([], [])


def test_the_same_fragments_as_html_would_have_run_and_asked(watched):
    page, ran, asked = watched
    shown(
        page, asked, "".join(one for one in FRAGMENTS if "plaintext" not in one and "http-equiv" not in one)
    )
    assert ran
    assert asked
