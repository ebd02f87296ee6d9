"""Issue 6 §6: what the browser prints of a screen is what one reads of it, dark on white whatever the theme."""

from playwright.sync_api import expect

from tests.e2e.installation import Installation

DARKNESS = "element => getComputedStyle(element).color.match(/[0-9]+/g).slice(0, 3).every(part => Number(part) < 90)"


def test_paper_shows_the_process_and_none_of_the_buttons(sit, installation: Installation, album):
    clerk = sit("ana.lima")
    process = installation.caller("ana.lima").start("Reforma do mercado de peixe")
    clerk.go(f"/processo/{process['id']}")
    heading = clerk.page.get_by_role("heading", level=1)
    expect(clerk.button("Enviar")).to_be_visible()
    clerk.page.evaluate("document.documentElement.dataset.theme = 'dark'")
    clerk.page.emulate_media(media="print")
    expect(heading).to_be_visible()
    expect(clerk.page.get_by_text("Processo público gerado")).to_be_visible()
    assert heading.evaluate(DARKNESS)
    for pressed in ("Enviar", "Incluir documento", "Buscar", "Ajuda", "Menu", "Dados"):
        expect(clerk.button(pressed)).to_have_count(0)
    expect(clerk.page.get_by_role("navigation")).to_have_count(0)
    album.loose(clerk.page, "papel-processo")
