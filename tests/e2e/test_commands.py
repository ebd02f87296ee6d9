"""The command palette: acts of the screen, screens and processes in two actions (web.md §6, demands.md 5)."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.waiting import wait_until

FIELD = "Procure um ato, uma tela, um processo ou um documento"


def ask(page: Page, words: str) -> None:
    """One action opens it; writing and Enter is the other."""
    page.keyboard.press("Control+k")
    expect(page.get_by_label(FIELD)).to_be_focused()
    page.keyboard.type(words)
    expect(page.get_by_role("menuitem").first).to_be_visible()
    page.keyboard.press("Enter")


def test_a_screen_is_reached_by_the_name_it_has_in_sei(sit):
    desk = sit("ana.lima")
    desk.go("/caixa")
    expect(desk.heading("Caixa da unidade")).to_be_visible()
    ask(desk.page, "acompanhamento especial")
    expect(desk.heading("Acompanhamento")).to_be_visible()


def test_an_act_of_the_open_process_is_done_by_its_name(sit, installation):
    desk = sit("ana.lima")
    process = installation.caller("ana.lima").start("Reforma do coreto")
    desk.open_process(process["id"])
    ask(desk.page, "sobrestar")
    expect(desk.dialog.get_by_role("heading")).to_have_text(re.compile("^Sobrestar"))


def test_a_process_is_found_by_its_number_and_again_among_the_last_ones(sit, installation):
    desk = sit("ana.lima")
    process = installation.caller("ana.lima").start("Poda de árvore na avenida")
    desk.go("/quadro")
    expect(desk.heading("Quadro").first).to_be_visible()
    ask(desk.page, process["nup"])
    expect(desk.heading(process["nup"])).to_be_visible()
    desk.go("/quadro")
    expect(desk.heading("Quadro").first).to_be_visible()
    desk.page.keyboard.press("Control+k")
    expect(
        desk.page.get_by_role("menuitem", name=re.compile("^" + process["nup"].replace("/", "[/]")))
    ).to_be_visible()


def test_a_number_that_nothing_has_is_said(sit):
    desk = sit("ana.lima")
    desk.go("/caixa")
    expect(desk.heading("Caixa da unidade")).to_be_visible()
    ask(desk.page, "9999999")
    expect(desk.page.get_by_text("Nenhum processo ou documento com o número 9999999.")).to_be_visible()


def test_a_process_is_found_by_words_of_its_specification_type_or_interested_party(sit, installation):
    """Issue 6: at most two actions."""
    caller = installation.caller("ana.lima")
    process = caller.start("Iluminação do mirante da Ponta Grossa")
    desk = sit("ana.lima")
    desk.go("/caixa")
    expect(desk.heading("Caixa da unidade")).to_be_visible()
    wait_until(lambda: caller.ask("GET", "/find/words?words=mirante")["items"], "o processo no índice")
    desk.page.keyboard.press("Control+k")
    expect(desk.page.get_by_label(FIELD)).to_be_focused()
    desk.page.keyboard.type("miran ilumin requer")
    desk.page.get_by_role("menuitem", name=process["nup"]).wait_for()
    desk.page.keyboard.press("Enter")
    expect(desk.heading(process["nup"])).to_be_visible()


def test_the_palette_is_as_it_is_in_the_manual(sit, album):
    desk = sit("ana.lima")
    desk.go("/caixa")
    expect(desk.heading("Caixa da unidade")).to_be_visible()
    desk.button("Comandos").click()
    expect(desk.page.get_by_label(FIELD)).to_be_focused()
    desk.page.keyboard.type("bloco")
    expect(desk.page.get_by_role("menuitem", name=re.compile("^Blocos"))).to_be_visible()
    album.keep(desk.page, "comandos")


def test_a_single_key_is_changed_and_answers_from_then_on(sit):
    """WCAG 2.1.4, issue 6: the keyboard map can be changed by each person."""
    desk = sit("ana.lima")
    desk.go("/caixa")
    expect(desk.heading("Caixa da unidade")).to_be_visible()
    desk.page.keyboard.press("?")
    desk.button("Atalhos do teclado").click()
    desk.button("Trocar a tecla: Mostrar a ajuda desta tela").click()
    desk.page.keyboard.press("a")
    expect(desk.page.get_by_text("A tecla A já faz outra coisa: Atribuir.")).to_be_visible()
    desk.button("Trocar a tecla: Mostrar a ajuda desta tela").click()
    desk.page.keyboard.press("z")
    expect(desk.page.get_by_text("Agora a tecla é Z: Mostrar a ajuda desta tela.")).to_be_visible()
    desk.dialog.get_by_role("button", name="Fechar", exact=True).click()
    expect(desk.dialog).to_have_count(0)
    desk.button("Fechar a ajuda").click()
    desk.page.keyboard.press("?")
    expect(desk.button("Fechar a ajuda")).to_have_count(0)
    desk.page.keyboard.press("z")
    desk.button("Atalhos do teclado").click()
    desk.button("Voltar às teclas originais").click()
    expect(desk.page.get_by_text("As teclas voltaram às originais.")).to_be_visible()
