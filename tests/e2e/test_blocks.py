"""BLO-01 to BLO-05 in the browser: what several units sign goes and comes by the screen of blocks."""

import re

import pytest
from playwright.sync_api import Browser, expect

from infra.local.stack import PASSWORD
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation


@pytest.fixture
def clerk(browser: Browser, installation: Installation, computer):
    desk = Desk(computer(browser).new_page(), installation.site, "ana.lima")
    desk.arrive()
    yield desk
    desk.page.context.close()


@pytest.fixture
def director(browser: Browser, installation: Installation, computer):
    desk = Desk(computer(browser).new_page(), installation.site, "marina.costa")
    desk.arrive()
    yield desk
    desk.page.context.close()


def test_letters_of_several_processes_are_signed_in_another_unit_with_one_dialog(
    installation: Installation, clerk: Desk, director: Desk, album
):
    letters = two_letters(installation)
    clerk_fills_and_shares(clerk, letters, album)
    director_reads_signs_and_returns(director, album)
    clerk.go("/blocos")
    clerk.row("Ofícios do pessoal").get_by_role("link").click()
    expect(clerk.page.get_by_text("Devolvido por SEMAD/RH: Assinados")).to_be_visible()
    clerk.button("Concluir").click()
    expect(clerk.notice("Bloco concluído. Ele está na lista dos concluídos.")).to_be_visible()


def two_letters(installation: Installation) -> list[tuple[str, str]]:
    """(process, document), each of a process of its own."""
    caller = installation.caller("ana.lima")
    processes = [caller.start(about)["id"] for about in ("Contagem de tempo de serviço", "Licença-prêmio")]
    return [(process, caller.write(process, "oficio")["id"]) for process in processes]


def clerk_fills_and_shares(clerk: Desk, letters: list[tuple[str, str]], album) -> None:
    clerk.go("/blocos")
    clerk.button("Novo bloco").click()
    clerk.dialog.get_by_label(re.compile("^Descrição")).fill("Ofícios do pessoal")
    clerk.choose("Disponibilizar para", "semad/rh", re.compile("^SEMAD.RH"))
    clerk.dialog.get_by_role("button", name="Criar bloco").click()
    expect(clerk.heading(re.compile("^Bloco .*Ofícios do pessoal"))).to_be_visible()
    for process, letter in letters:
        clerk.open_process(process, letter)
        clerk.button("Incluir em bloco").click()
        clerk.dialog.get_by_label(re.compile("^Bloco")).select_option(index=1)
        if letter == letters[-1][1]:
            clerk.dialog.get_by_label("Disponibilizar o bloco em seguida").check()
            album.keep(clerk.page, "incluir-em-bloco")
        clerk.dialog.get_by_role("button", name="Incluir", exact=True).click()
        expect(clerk.notice(re.compile("^Incluído no bloco"))).to_be_visible()
    clerk.go("/blocos")
    expect(clerk.row("Ofícios do pessoal").get_by_text("Disponibilizado")).to_be_visible()
    album.keep(clerk.page, "blocos")


def director_reads_signs_and_returns(director: Desk, album) -> None:
    director.go("/para-assinar")
    waiting = director.page.get_by_role("row").filter(has_text="Ofícios do pessoal")
    expect(waiting).to_have_count(2)
    album.keep(director.page, "para-assinar")
    waiting.first.get_by_role("link", name=re.compile("^Abrir o bloco")).click()
    expect(director.paper).to_contain_text("Protocolo Geral")
    director.button("Próximo").click()
    expect(director.page.get_by_text("2 de 2")).to_be_visible()
    album.keep(director.page, "bloco")
    director.button("Assinar 2 documentos").click()
    director.dialog.get_by_label(re.compile("^Cargo")).select_option(index=1)
    director.dialog.get_by_label(re.compile("^Sua senha")).fill(PASSWORD)
    director.dialog.get_by_role("button", name="Assinar 2 documentos").click()
    expect(director.notice("2 documentos assinados.")).to_be_visible()
    expect(director.page.get_by_text("Assinado por Marina")).to_have_count(2)
    director.button("Devolver").click()
    director.dialog.get_by_label("Motivo").fill("Assinados")
    director.dialog.get_by_role("button", name="Devolver").click()
    expect(director.notice("Bloco devolvido.")).to_be_visible()
