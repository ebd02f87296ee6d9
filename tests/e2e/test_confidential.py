"""A confidential process on the screen: started, opened with the password, shown to one person, taken back (SIG-01 to
SIG-05), and never there for a colleague.
"""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from infra.local.stack import PASSWORD
from tests.e2e.confidential_steps import row
from tests.e2e.desk import Desk
from tests.e2e.pictures import Album

ABOUT = "Execução fiscal em segredo de justiça"


def give_password(desk: Desk, password: str = PASSWORD) -> None:
    desk.dialog.get_by_label("Senha").fill(password)
    desk.dialog.get_by_role("button", name="Abrir processo").click()


def started_secret(ana: Desk, album: Album) -> tuple[str, str]:
    """A confidential process started on the screen, and opened with the password; -> (its address, its number)."""
    ana.go("/processo/novo?tipo=acao-judicial")
    ana.field("Especificação").fill(ABOUT)
    ana.page.get_by_role("radio", name=re.compile("^Sigiloso")).check()
    ana.page.get_by_label("Hipótese legal").select_option(index=2)
    ana.page.get_by_label("Grau de sigilo").select_option("Reservado")
    ana.button("Iniciar processo").click()
    expect(ana.dialog.get_by_label("Senha")).to_be_visible()
    album.keep(ana.page, "sigiloso-senha")
    give_password(ana, "não é esta")
    expect(ana.dialog.get_by_text("A senha não confere. O processo não foi aberto.")).to_be_visible()
    give_password(ana)
    expect(ana.button("Fechar processo sigiloso")).to_be_visible()
    assert PASSWORD not in ana.page.url
    return ana.page.url.removeprefix(ana.site), ana.page.locator(".process-number").inner_text()


def let_in(ana: Desk, name: str) -> None:
    """A credential for somebody of the same unit."""
    ana.button("Credenciais").click()
    ana.button("Conceder credencial…").click()
    ana.dialog.get_by_role("combobox", name=re.compile("^Pessoa")).fill(name)
    ana.page.get_by_role("option", name=re.compile(f"^{name}")).first.click()
    ana.dialog.get_by_role("button", name="Conceder", exact=True).click()
    expect(ana.page.get_by_text("Ainda não abriu")).to_be_visible()


def folded_for_the_next_time(carlos: Desk) -> None:
    """The list above the inbox is one line, also after the page is loaded again, until it is opened (issue 6 §2)."""
    title = carlos.heading("Sigilosos com você (1)")
    listed = carlos.page.get_by_role("table", name="Sigilosos com você")
    title.click()
    expect(listed).to_have_count(0)
    carlos.page.reload()
    expect(title).to_be_visible()
    expect(listed).to_have_count(0)
    title.click()
    expect(listed).to_be_visible()


def found_unopened(carlos: Desk, number: str) -> None:
    """It shows in the holder's own list, and after the password as opened in this session."""
    carlos.go("/caixa")
    mine = row(carlos, number)
    expect(mine).to_contain_text("Sigiloso ainda não aberto por você")
    folded_for_the_next_time(carlos)
    mine.get_by_role("link").click()
    give_password(carlos)
    expect(carlos.button("Fechar processo sigiloso")).to_be_visible()
    carlos.go("/sigilosos")
    expect(row(carlos, number)).to_contain_text("Sigiloso aberto nesta sessão")


def absent(carlos: Desk, address: str) -> None:
    carlos.go(address)
    expect(carlos.heading("Processo não encontrado")).to_be_visible()


def test_only_who_holds_a_credential_finds_and_opens_it(sit: Callable[..., Desk], album: Album) -> None:
    ana, carlos = sit("ana.lima"), sit("carlos.moura")
    address, number = started_secret(ana, album)
    absent(carlos, address)
    carlos.go("/caixa?aba=todos")
    expect(carlos.page.get_by_text(number)).to_have_count(0)
    let_in(ana, "Carlos")
    album.keep(ana.page, "sigiloso-credenciais")
    found_unopened(carlos, number)
    ana.page.get_by_role("button", name=re.compile("^Cassar a credencial de Carlos")).click()
    ana.dialog.get_by_role("button", name="Cassar credencial").click()
    expect(ana.page.get_by_text("Cassada em")).to_be_visible()
    absent(carlos, address)
    ana.button("Fechar processo sigiloso").click()
    expect(ana.heading("Processos com credencial na unidade")).to_be_visible()
    row(ana, number).get_by_role("link").click()
    expect(ana.dialog.get_by_label("Senha")).to_be_visible()
