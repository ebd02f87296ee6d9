"""The browser of these proofs starts on a machine that has one and on a machine that has none (issue 2, item 1)."""

import pytest
from playwright.sync_api import Playwright, expect

from tests.e2e import chromium


@pytest.mark.parametrize("find", [chromium.of_the_machine, chromium.of_the_package])
def test_chromium_opens_the_login_screen(find, playwright: Playwright, installation):
    found = find()
    if found is None:
        pytest.skip("esta máquina não tem Chromium: as outras provas usaram o do pacote")
    browser = found.launch(playwright)
    try:
        page = browser.new_page()
        page.goto(f"{installation.site}/entrar")
        expect(page.get_by_role("heading", name="Processo eletrônico")).to_be_visible()
    finally:
        browser.close()
