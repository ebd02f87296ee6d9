"""Systems that act by the API, and their keys: the screen, its windows, and what they refuse (ACC-09)."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Locator

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.scene import Scene
from tests.e2e.screen_steps import dialog_of

ADMINISTRATOR = "gustavo.leal"
SERVICES, NAME, CODE = "/administration/services", "Licenciamento do Estado", "licenciamento"
LIST, ONE = "/administracao/sistemas", f"/administracao/sistemas/{CODE}"


def register_a_system(installation: Installation) -> None:
    """One with a single key, for its page to be looked at."""
    caller = installation.caller(ADMINISTRATOR)
    form = {
        "code": CODE, "name": NAME, "contact": "Secretaria do Estado, ramal 12", "purpose": "Convênio 7/2026",
        "operations": ["inbox.read", "process.start"], "units": ["semad-prot"], "networks": ["200.145.0.0/16"],
    }  # fmt: skip
    if CODE not in {one["id"] for one in caller.ask("GET", SERVICES)["items"]}:
        caller.ask("POST", SERVICES, form)
    for key in caller.ask("GET", f"{SERVICES}/{CODE}")["keys"]:
        caller.ask("DELETE", f"{SERVICES}/{CODE}/keys/{key['id']}")
    expires = (datetime.now(UTC) + timedelta(days=90)).date().isoformat()
    caller.ask("POST", f"{SERVICES}/{CODE}/keys", {"expires_on": expires, "seed": "s" * 43})


def listed(desk: Desk, _: Scene) -> Locator:
    return desk.page.get_by_role("row").filter(has_text=NAME)


def refused_form(desk: Desk, _: Scene) -> Locator:
    desk.button("Novo sistema").click()
    desk.dialog.get_by_role("button", name="Cadastrar").click()
    return desk.dialog.get_by_text("Escolha ao menos uma operação.")


def act_on_key(desk: Desk, _: Scene) -> Locator:
    desk.page.get_by_role("button", name=re.compile("^Revogar")).first.click()
    return desk.dialog


def shown_key(desk: Desk, _: Scene) -> Locator:
    """The second key of the system, in the only window that ever shows it."""
    desk.button("Nova chave").click()
    desk.dialog.get_by_role("button", name="Criar chave").click()
    return desk.dialog.get_by_text("Esta chave não será mostrada de novo.")


#: (name, path, steps)
PLACES_OF_SERVICES = (
    ("sistemas", LIST, listed),
    ("sistema-novo", LIST, refused_form),
    ("sistema-alterar", ONE, dialog_of("Alterar dados")),
    ("sistema-desativar", ONE, dialog_of("Desativar")),
    ("sistema-chave", ONE, dialog_of("Nova chave")),
    ("sistema-revogar", ONE, act_on_key),
    ("sistema-chave-mostrada", ONE, shown_key),
)
