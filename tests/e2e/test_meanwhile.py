"""Issue 6, points 1 and 3: the way back to one's list, and a process that somebody else changes while it is open."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.desk import Desk


@pytest.fixture
def desk(sit) -> Desk:
    return sit("ana.lima")


def test_the_way_back_leads_to_the_list_as_it_was_left(desk: Desk, installation):
    nup = installation.caller("ana.lima").start("Corte de guia na Rua Liberdade")["nup"]
    desk.go("/caixa?aba=gerados&responsavel=ninguem&agrupar=tipo")
    desk.link(nup).click()
    expect(desk.tree).to_be_visible()
    desk.link("Caixa").click()
    expect(desk.page).to_have_url(re.compile("/caixa[?]aba=gerados&responsavel=ninguem&agrupar=tipo$"))
    expect(desk.row(nup)).to_be_visible()


def test_an_act_that_came_too_late_is_refused_and_the_screen_is_as_it_is_now(desk: Desk, installation):
    clerk = installation.caller("ana.lima")
    process = clerk.start("Limpeza de galeria na Rua Salvador Corrêa")["id"]
    desk.open_process(process)
    clerk.ask("POST", f"/processes/{process}/conclusion", {})
    desk.button("Concluir").click()
    expect(desk.notice(re.compile("^Não foi possível concluir"))).to_be_visible()
    expect(desk.button("Reabrir")).to_be_visible()


def test_a_document_that_is_gone_says_what_became_of_it(desk: Desk, installation):
    clerk = installation.caller("ana.lima")
    process = clerk.start("Conserto de alambrado no Itaguá")["id"]
    draft = clerk.write(process)["id"]
    clerk.ask("DELETE", f"/processes/{process}/documents/{draft}")
    desk.open_process(process, draft)
    expect(desk.page.get_by_role("status").filter(has_text="foi excluído")).to_be_visible()


def test_documents_are_gone_through_signed_and_processes_labelled_by_single_keys(desk: Desk, installation):
    """web.md §6, shortcuts: [ and ], S and M."""
    clerk = installation.caller("ana.lima")
    started = clerk.start("Pintura de faixa na Rua Hans Staden")
    first, second = (clerk.write(started["id"])["number"] for _ in range(2))
    desk.open_process(started["id"])
    for key, number in (("]", first), ("]", second), ("[", first)):
        desk.page.keyboard.press(key)
        expect(desk.heading(re.compile(f"[(]{number}[)]$"))).to_be_visible()
    desk.page.keyboard.press("[")
    expect(desk.notice("Não há documento antes deste.")).to_be_visible()
    desk.page.keyboard.press("s")
    expect(desk.dialog.get_by_role("heading", name="Assinar documento")).to_be_visible()
    desk.go("/caixa?aba=gerados")
    desk.row(started["nup"]).focus()
    desk.page.keyboard.press("m")
    expect(desk.dialog.get_by_role("heading", name=f"Marcador em {started['nup']}")).to_be_visible()
