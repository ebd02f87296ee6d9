"""DOC-03, issue 3: a whole minute without network, written through, loses no character."""

import re

from playwright.sync_api import expect

from tests.e2e.test_bad_input import BODY, expect_saved, saved_text

STEP_SECONDS = 6
ASKED = re.compile(r"/documents/[^/]+/content$")


def test_every_character_typed_in_a_minute_without_network_is_saved(sit, installation):
    """The minute is the page's own: its clock is driven, so that every timer of a minute goes off while one types."""
    clerk = installation.caller("ana.lima")
    process = clerk.start("Balsa da Praia do Ubatumirim")["id"]
    draft = clerk.write(process, "despacho")["id"]
    desk = sit("ana.lima")
    desk.page.clock.install()
    desk.edit(process, draft)
    tries: list[str] = []
    desk.page.on("requestfailed", lambda request: tries.append(request.url) if ASKED.search(request.url) else None)
    desk.page.context.set_offline(True)
    began = desk.page.evaluate("Date.now()")
    desk.write("Escrito sem rede.", after=BODY)
    typed = "Escrito sem rede."
    for second in range(0, 60, STEP_SECONDS):
        words = f" Aos {second} s, “é” e 100%."
        desk.page.keyboard.type(words)
        typed += words
        desk.page.clock.run_for(STEP_SECONDS * 1000)
        expect(desk.text).to_contain_text(typed)
    assert desk.page.evaluate("Date.now()") - began >= 60_000
    assert len(tries) >= 2, "the page went on trying by itself"
    expect(desk.page.get_by_text("Você pode continuar escrevendo")).to_be_visible()
    expect(desk.text).to_have_attribute("contenteditable", "true")
    assert "Escrito sem rede" not in saved_text(clerk, process, draft)
    desk.page.context.set_offline(False)
    desk.page.clock.run_for(STEP_SECONDS * 1000)
    expect_saved(desk)
    assert typed in saved_text(clerk, process, draft)
