"""First steps ticked by what was done, and the hint that points at the real control (issue 5 §7, issue 6 §5)."""

import re

from playwright.sync_api import expect


def test_a_step_is_ticked_by_the_history_and_shown_where_it_is_done(sit, installation, album):
    process = installation.caller("camila.duarte").start("Troca de lâmpadas da praça")
    desk = sit("camila.duarte")
    desk.go("/exercicios")
    lesson = desk.page.get_by_role("region", name=re.compile("^Primeiros passos"))
    started = lesson.get_by_role("listitem").filter(has_text="Inicie um processo")
    for _ in range(20):
        expect(started).to_be_visible()
        if started.get_by_text("Feito").count():
            break
        desk.page.reload()
    expect(started.get_by_text("Feito")).to_be_visible()
    album.keep(desk.page, "primeiros-passos")
    desk.button("Mostrar onde: Envie o processo a outra unidade").click()
    hint = desk.page.get_by_role("complementary", name="Indicação do exercício")
    expect(hint).to_contain_text("Com o processo aberto escolha Enviar")
    desk.open_process(process["id"])
    expect(hint).to_contain_text("O botão Enviar está destacado na tela.")
    desk.button("Ir até o botão Enviar").click()
    expect(desk.button("Enviar")).to_be_focused()
    desk.page.keyboard.press("Escape")
    expect(hint).to_have_count(0)


def test_who_comes_in_is_told_where_to_begin_until_it_is_put_away(sit):
    desk = sit("camila.duarte")
    desk.page.evaluate("sessionStorage.setItem('iperoig.entrou', 'sim')")
    desk.go("/caixa")
    notice = desk.page.get_by_text(re.compile(r"Primeiros passos: \d de \d feitos"))
    expect(notice).to_be_visible()
    desk.button("Não mostrar mais").click()
    expect(notice).to_have_count(0)
    desk.link("Primeiros passos e exercícios").click()
    expect(desk.button("Voltar a mostrar")).to_be_visible()


def test_a_visit_is_gone_through_by_keyboard_left_and_taken_again(sit):
    """Issue 6 §5: the words are focused at each stop, so that the next key is pressed from there."""
    desk = sit("renata.moraes")
    desk.go("/caixa")
    desk.button("Ajuda").click()
    desk.button("Visita guiada: a caixa da unidade").press("Enter")
    visit = desk.page.get_by_role("complementary", name="Visita guiada")
    for stop in ("Iniciar processo", "As abas", "Filtrar"):
        expect(visit.get_by_role("heading")).to_have_text(stop)
        expect(visit.get_by_role("heading")).to_be_focused()
        visit.get_by_role("button", name="Próximo").press("Enter")
    expect(visit.get_by_role("heading")).to_have_text("A lista")
    desk.page.reload()
    expect(visit.get_by_role("heading")).to_have_text("A lista")
    desk.page.keyboard.press("Escape")
    expect(visit).to_have_count(0)
    desk.go("/exercicios")
    desk.button("Visita guiada: a página do processo").click()
    expect(visit).to_contain_text("Abra um processo da caixa")
    desk.button("Sair da visita").click()
    expect(visit).to_have_count(0)
