"""How one enters the system: second factor, password, sessions, and what the administration sees of them."""

import re

from playwright.sync_api import Locator

from infra.local.stack import PASSWORD
from tests.e2e.desk import Desk
from tests.e2e.scene import Scene
from tests.e2e.screen_steps import Screen, dialog_of, heading, words


def telephone_to_enrol(desk: Desk, _: Scene) -> Locator:
    """Begun and never confirmed: it asks nobody for anything."""
    desk.button("Ligar a verificação em duas etapas").click()
    desk.dialog.get_by_label(re.compile("^Sua senha")).fill(PASSWORD)
    desk.dialog.get_by_role("button", name="Continuar").click()
    return desk.dialog.get_by_role("img", name=re.compile("^Código QR"))


def factor_of_somebody(desk: Desk, _: Scene) -> Locator:
    desk.field("Usuário").fill("ana.lima")
    desk.button("Procurar").click()
    return desk.heading(re.compile("^Ana Carolina Lima"))


HELENA = "/administracao/usuario?login=helena.prado"
SCREENS_OF_ACCESS = (
    Screen("esqueci-a-senha", "/esqueci-a-senha", heading("Esqueci minha senha"), None),
    Screen("criar-senha", "/senha#ana.lima." + "s" * 43, words("Este link não vale mais"), None),
    Screen("enviar-link", HELENA, dialog_of("Enviar link para nova senha"), "gustavo.leal"),
    Screen("acesso-e-seguranca", "/seguranca", heading("Sessões abertas")),
    Screen("ligar-duas-etapas", "/seguranca", telephone_to_enrol),
    Screen("trocar-senha", "/seguranca", dialog_of("Trocar a senha")),
    Screen("duas-etapas-dos-usuarios", "/duas-etapas", factor_of_somebody, "gustavo.leal"),
)
