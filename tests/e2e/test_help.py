"""Help from the manual beside every screen (issue 6, item 5)."""

from playwright.sync_api import expect


def test_help_explains_the_screen_follows_it_and_gives_the_focus_back(sit, album):
    desk = sit("ana.lima")
    desk.go("/caixa")
    expect(desk.heading("Caixa da unidade").first).to_be_visible()
    desk.button("Ajuda").click()
    panel = desk.page.get_by_role("complementary", name="Ajuda")
    expect(panel).to_be_focused()
    expect(panel.get_by_role("heading", name="A caixa da unidade")).to_be_visible()
    picture = panel.get_by_role("img").first
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") > 100
    panel.evaluate("panel => panel.scrollTo(0, 0)")
    album.keep(desk.page, "ajuda")
    desk.link("Marcadores").click()
    expect(panel.get_by_role("heading", name="Marcadores")).to_be_visible()
    panel.press("Escape")
    expect(panel).to_have_count(0)
    expect(desk.button("Ajuda")).to_be_focused()


def test_words_are_found_in_the_manual_and_lead_to_their_section(sit):
    desk = sit("ana.lima")
    desk.go("/manual")
    desk.field("Procurar no manual").fill("cedilha paralelepípedo")
    desk.button("Procurar").click()
    expect(desk.page.get_by_text("Nada no manual com")).to_be_visible()
    desk.field("Procurar no manual").fill("enviou engano")
    desk.page.keyboard.press("Enter")
    desk.link("Enviou por engano?").click()
    expect(desk.heading("Enviou por engano?")).to_be_focused()
