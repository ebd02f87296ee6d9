"""Two steps at the door, with a telephone that reads the screen (ACC-02)."""

import io
import re
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from chalicelib.domain.second_factor import code_at, step_at
from infra.local.stack import PASSWORD
from tests.e2e.axe import violations_by_theme
from tests.e2e.desk import Desk
from tests.e2e.pictures import Album

CODE = re.compile("^Código do aplicativo")


def shown(secret: str, steps: int = 0) -> str:
    return code_at(secret, step_at(datetime.now(UTC)) + steps)


def read_by_telephone(desk: Desk) -> str:
    """What the camera sees in the dialog: the secret, which the key below the picture spells too."""
    picture = desk.dialog.get_by_role("img", name=re.compile("^Código QR"))
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture.screenshot())))
    (secret,) = parse_qs(urlsplit(found.text).query)["secret"]
    assert desk.dialog.locator(".security-key").inner_text().replace(" ", "") == secret
    return secret


def prove(desk: Desk, code: str) -> None:
    desk.dialog.get_by_label(re.compile("^Sua senha")).fill(PASSWORD)
    desk.dialog.get_by_label(CODE).fill(code)


def enrol(desk: Desk, album: Album) -> tuple[str, str]:
    """-> (the secret of the telephone, a recovery code)."""
    desk.go("/seguranca")
    desk.button("Ligar a verificação em duas etapas").click()
    desk.dialog.get_by_label(re.compile("^Sua senha")).fill(PASSWORD)
    desk.dialog.get_by_role("button", name="Continuar").click()
    secret = read_by_telephone(desk)
    album.loose(desk.page, "duas-etapas")
    desk.dialog.get_by_label(CODE).fill(shown(secret))
    desk.dialog.get_by_role("button", name="Ligar", exact=True).click()
    codes = desk.dialog.get_by_role("listitem")
    expect(codes).to_have_count(10)
    recovery = codes.first.inner_text().strip()
    assert violations_by_theme(desk.page) == {}
    album.loose(desk.page, "codigos-de-recuperacao")
    desk.dialog.get_by_role("button", name="Já guardei os códigos").click()
    expect(desk.page.get_by_text("Restam 10 códigos de recuperação.")).to_be_visible()
    return secret, recovery


def enter_by_telephone(desk: Desk, secret: str, album: Album) -> None:
    """A wrong code first, then the right one, on a browser that is trusted from then on."""
    desk.go("/entrar?voltar=/seguranca")
    desk.enter()
    desk.page.get_by_label(CODE).fill("000000")
    desk.button("Entrar").click()
    expect(desk.page.get_by_text("O código não confere")).to_be_visible()
    assert violations_by_theme(desk.page) == {}
    desk.page.get_by_label("Não pedir o código neste navegador").check()
    # The next one: the present one was spent when it was enrolled.
    desk.page.get_by_label(CODE).fill(shown(secret, 1))
    album.loose(desk.page, "codigo-ao-entrar")
    desk.button("Entrar").click()
    expect(desk.page.get_by_text("(este navegador)")).to_be_visible()
    album.loose(desk.page, "acesso-e-seguranca")


def test_telephone_is_enrolled_asked_for_trusted_and_given_up(sit: Callable[..., Desk], album: Album) -> None:
    desk = sit("isabela.faria")
    secret, recovery = enrol(desk, album)
    desk.page.context.clear_cookies()
    enter_by_telephone(desk, secret, album)
    desk.page.context.clear_cookies(name="__Host-iperoig")
    desk.go("/entrar?voltar=/seguranca")
    desk.enter()
    desk.button("Retirar todos").click()
    expect(desk.page.get_by_text("Todos os dispositivos de confiança retirados")).to_be_visible()
    desk.button("Desligar a verificação").click()
    prove(desk, recovery)
    desk.dialog.get_by_role("button", name="Desligar a verificação").click()
    expect(desk.page.get_by_text("Está desligada.")).to_be_visible()
