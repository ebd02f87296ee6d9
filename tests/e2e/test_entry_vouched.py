"""ACC-01: a clerk comes in by a provider's word, through the deployed API, and leaves the provider too."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.waiting import wait_until
from tests.pki.oidc import SECRET, Provider, provider


@pytest.fixture(scope="module")
def vouching(installation: Installation) -> Iterator[Provider]:
    with provider() as found:
        found.redirects = (f"{installation.site}/entrar/retorno",)
        installation.keep_secret("login-prova", SECRET)
        installation.offer_login(found.row(id="prova", label="Entrar pelo provedor de teste"))
        caller = installation.caller("ana.lima")
        wait_until(lambda: caller.ask("GET", "/login-providers")["items"], "provedor oferecido")
        yield found
        installation.offer_login()


def test_clerk_comes_in_by_a_providers_word_and_leaves_it_too(
    new_context, installation: Installation, vouching: Provider, album
):
    desk = Desk(new_context().new_page(), installation.site, "ana.lima")
    desk.go("/entrar?voltar=%2Fblocos")
    expect(desk.button("Entrar pelo provedor de teste")).to_be_visible()
    album.keep(desk.page, "entrar-com-provedor")
    desk.button("Entrar pelo provedor de teste").click()
    desk.link("Desistir").click()
    expect(desk.notice("Você desistiu de entrar por lá.")).to_be_visible()
    desk.button("Voltar para a tela de entrada").click()
    vouching.claims["sub"] = "11111111111"
    desk.button("Entrar pelo provedor de teste").click()
    desk.link("Sou eu").click()
    expect(desk.notice("O CPF que veio do gov.br não confere.")).to_be_visible()
    assert "code=" not in desk.page.url
    vouching.reset()
    desk.go("/entrar?voltar=%2Fblocos")
    desk.button("Entrar pelo provedor de teste").click()
    desk.link("Sou eu").click()
    expect(desk.heading("Blocos")).to_be_visible()
    desk.page.get_by_role("button", name="Ana").first.click()
    desk.button("Sair").click()
    expect(desk.heading("Você saiu")).to_be_visible()
    desk.go("/caixa")
    expect(desk.button("Entrar pelo provedor de teste")).to_be_visible()
