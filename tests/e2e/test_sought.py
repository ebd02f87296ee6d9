"""Looking for words inside a process: from the field to the marked word (PRO-20)."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation


@pytest.fixture
def process(installation: Installation) -> tuple[str, str, str]:
    """-> (process, the draft that speaks of the tariff, its number), with another draft beside it."""
    clerk = installation.caller("ana.lima")
    process = clerk.start("Transporte urbano")["id"]
    clerk.write(process, "oficio")
    draft = clerk.write(process, "despacho")
    body = next(part for part in draft["content"]["content"] if part["attrs"]["role"] == "body")
    body["content"][0]["content"] = [{"type": "text", "text": "Comunico que o Reajuste da tarifa não foi homologado."}]
    clerk.save(process, draft)
    return process, draft["id"], draft["number"]


def results(desk: Desk) -> Locator:
    return desk.page.get_by_role("region", name="Resultado da procura no processo")


def test_words_of_a_text_lead_to_the_document_and_are_marked_there(
    sit: Callable[..., Desk], process: tuple[str, str, str]
) -> None:
    """PRO-20: the key, the words, the document that has them, the words marked; the address keeps it all."""
    identifier, document, number = process
    desk = sit("ana.lima")
    desk.open_process(identifier)
    desk.page.keyboard.press("/")
    expect(desk.page.get_by_role("searchbox", name="Procurar neste processo")).to_be_focused()
    desk.page.keyboard.type("reajuste TARIFA")
    desk.page.keyboard.press("Enter")
    expect(results(desk).get_by_text("1 documento de 2 olhados.")).to_be_visible()
    expect(results(desk).get_by_text("No texto")).to_be_visible()
    results(desk).get_by_role("link").click()
    expect(desk.paper.locator("mark")).to_have_text(["Reajuste", "tarifa"])
    assert document in desk.page.url
    desk.page.reload()
    expect(desk.paper.locator("mark")).to_have_count(2)
    desk.page.get_by_role("searchbox", name="Procurar neste processo").fill(number)
    desk.button("Procurar").click()
    expect(results(desk).get_by_text("No título ou nos dados")).to_be_visible()
    desk.button("Limpar procura").click()
    expect(desk.page.get_by_role("tree")).to_be_visible()
    expect(desk.paper.locator("mark")).to_have_count(0)
    desk.page.go_back()
    expect(results(desk)).to_be_visible()
