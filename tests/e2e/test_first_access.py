"""Somebody is registered, makes the password by the e-mail's link, enters, and later forgets it (ACC-01, ACC-08)."""

import re
import uuid

import pytest
from playwright.sync_api import expect

from infra.local.letters import read_letters
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.pictures import Album
from tests.e2e.waiting import wait_until

PASSWORD = "mar aberto de manhã"


def link_to(installation: Installation, address: str, subject: str) -> str:
    """What the e-mail to this address with this subject leads to."""
    found: list[str] = []

    def arrived() -> bool:
        letters = [one for one in read_letters(installation.services) if one["To"] == [address]]
        found[:] = [one["BodyText"] for one in letters if one["Subject"].startswith(subject)]
        return bool(found)

    wait_until(arrived, f"e-mail a {address}")
    link = re.search(r"\S+/senha#\S+", found[-1])
    assert link, found[-1]
    return link[0]


def test_newcomer_makes_the_password_by_the_link_enters_and_later_makes_another(
    new_context, installation: Installation, album: Album
) -> None:
    login = f"nina.{uuid.uuid4().hex[:6]}"
    address = register(installation, login)
    desk = Desk(new_context().new_page(), installation.site, login)
    desk.page.goto(link_to(installation, address, "Seu primeiro acesso"))
    expect(desk.page.get_by_text(f"Nina Novais, o seu usuário é {login}.")).to_be_visible()
    assert "#" not in desk.page.url
    make_password(desk, "curta")
    expect(desk.page.get_by_text("Use ao menos 12 caracteres. Uma frase curta serve bem.")).to_be_visible()
    album.keep(desk.page, "criar-senha")
    make_password(desk, PASSWORD)
    desk.link("Entrar no sistema").click()
    enter(desk, login, PASSWORD)

    other = Desk(new_context().new_page(), installation.site, login)
    other.go("/entrar")
    other.link("Esqueci minha senha").click()
    # The door has a field of the same name.
    expect(other.heading("Esqueci minha senha")).to_be_visible()
    other.field("Usuário").fill(login)
    album.keep(other.page, "esqueci-a-senha")
    other.button("Enviar o link").click()
    expect(other.notice(f"Se o usuário {login} existir")).to_be_visible()
    link = link_to(installation, address, "Criar nova senha")
    other.page.goto(link)
    make_password(other, PASSWORD[::-1])
    expect(other.link("Entrar no sistema")).to_be_visible()
    other.page.goto("about:blank")
    other.page.goto(link)
    expect(other.notice("Este link não vale mais")).to_be_visible()
    desk.go("/blocos")
    expect(desk.field("Senha")).to_be_visible()


def register(installation: Installation, login: str) -> str:
    """Somebody with a permission and no password yet; -> the e-mail."""
    address = f"{login}@ubatuba.example"
    chief = installation.caller("gustavo.leal")
    form = {"login": login, "name": "Nina Novais", "agency": "pmu", "email": address}
    made = chief.ask("POST", "/administration/users", form)
    grant = {"grants": [{"unit": "semad-rh", "profile": "basic"}]}
    chief.ask("PUT", f"/administration/users/{login}/grants", grant, f'"{made["revision"]}"')
    return address


def make_password(desk: Desk, password: str) -> None:
    desk.field("Nova senha").fill(password)
    desk.field("Repita a nova senha").fill(password)
    desk.button("Criar a senha").click()


def enter(desk: Desk, login: str, password: str) -> None:
    desk.field("Usuário").fill(login)
    desk.field("Senha").fill(password)
    desk.button("Entrar").click()
    expect(desk.page.get_by_text("SEMAD/RH").first).to_be_visible()


@pytest.mark.parametrize("path", ["/esqueci-a-senha", "/senha", "/entrar/retorno", "/nada", "/publico.html"])
def test_pages_outside_wear_the_citys_coat_of_arms_and_name(path: str, new_context, installation) -> None:
    """Issue 6 §6: who has not entered sees whose page it is, as on the one that asks for the password."""
    desk = Desk(new_context().new_page(), installation.site, "")
    desk.go(path)
    expect(
        desk.page.get_by_text("Prefeitura Municipal da Estância Balneária de Ubatuba").first
    ).to_be_visible()
    arms = desk.page.locator("img").first
    expect(arms).to_be_visible()
    assert arms.evaluate("async (picture) => { await picture.decode(); return picture.naturalWidth }") > 0
