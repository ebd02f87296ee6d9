"""The whole process read in one scroll (PRO-20, issue 6 §3)."""

import re

from playwright.sync_api import expect


def test_documents_are_read_one_below_the_other_as_the_reader_comes_near(sit, installation):
    caller = installation.caller("ana.lima")
    process = caller.start("Obras do calçadão")["id"]
    written = [caller.write(process) for _ in range(4)]
    desk = sit("ana.lima")
    desk.open_process(process)
    desk.button("Mais ações").click()
    desk.page.get_by_role("menuitem", name="Ler em sequência").click()
    expect(desk.heading(re.compile("^Leitura do processo"))).to_be_visible()
    items = desk.page.get_by_role("main").get_by_role("listitem").filter(has=desk.page.get_by_role("heading", level=2))
    expect(items).to_have_count(4)
    expect(items.first.frame_locator("iframe").locator("body")).to_contain_text("Ciente do que consta dos autos")
    items.last.scroll_into_view_if_needed()
    expect(items.last.frame_locator("iframe").locator("body")).to_contain_text("Ciente do que consta dos autos")
    desk.link(f"{written[-1]['title']} ({written[-1]['number']})").click()
    expect(desk.tree).to_be_visible()
