"""Several processes in tabs (issue 6 §1): kept, gone through by keys, reordered, closed; whose they are."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.narrow import sticking_out

COUNT = 3


@pytest.fixture
def processes(installation: Installation) -> list[str]:
    clerk = installation.caller("ana.lima")
    return [clerk.start(f"Aba número {number}", type="poda-arvore")["id"] for number in range(COUNT)]


def tabs(page: Page) -> Locator:
    return page.get_by_role("navigation", name="Processos em abas").get_by_role("link")


def order(page: Page) -> list[str]:
    return [str(link.get_attribute("data-tab")) for link in tabs(page).all()]


def test_processes_are_kept_in_tabs_and_gone_through_by_keys_alone(
    sit: Callable[..., Desk], processes: list[str]
) -> None:
    """PRO-01: each has an address, back and forward work, a reload forgets nothing, closing can be undone."""
    first, second, third = processes
    desk = sit("ana.lima")
    page = desk.page
    for process in processes:
        desk.open_process(process)
        page.keyboard.press("t")
        expect(desk.button("Manter em aba")).to_have_attribute("aria-pressed", "true")
    expect(tabs(page)).to_have_count(COUNT)
    assert sticking_out(page) == []
    page.keyboard.press(".")
    expect(page).to_have_url(f"{desk.site}/processo/{first}")
    expect(page.locator(f"[data-tab='{first}']")).to_have_attribute("aria-current", "page")
    page.keyboard.press(",")
    expect(page).to_have_url(f"{desk.site}/processo/{third}")
    page.go_back()
    expect(page).to_have_url(f"{desk.site}/processo/{first}")
    page.locator(f"[data-tab='{third}']").focus()
    page.keyboard.press("Shift+ArrowLeft")
    assert order(page) == [first, third, second]
    expect(page.locator(f"[data-tab='{third}']")).to_be_focused()
    page.reload()
    expect(tabs(page)).to_have_count(COUNT)
    assert order(page) == [first, third, second]
    page.locator(f"[data-tab='{third}']").focus()
    page.keyboard.press("Delete")
    expect(tabs(page)).to_have_count(COUNT - 1)
    expect(page.locator(f"[data-tab='{second}']")).to_be_focused()
    desk.button("Desfazer").click()
    expect(tabs(page)).to_have_count(COUNT)


def test_tab_of_a_process_that_is_gone_goes_too(
    sit: Callable[..., Desk], installation: Installation, processes: list[str]
) -> None:
    """Nothing is left of what one may no longer see: the tab, the name in it, nor the page."""
    desk = sit("ana.lima")
    for process in processes[:2]:
        desk.open_process(process)
        desk.button("Manter em aba").click()
    expect(tabs(desk.page)).to_have_count(2)
    installation.caller("ana.lima").ask("DELETE", f"/processes/{processes[0]}")
    desk.page.locator(f"[data-tab='{processes[0]}']").click()
    expect(desk.heading("Processo não encontrado")).to_be_visible()
    expect(tabs(desk.page)).to_have_count(1)
    assert "número 0" not in desk.page.content()
