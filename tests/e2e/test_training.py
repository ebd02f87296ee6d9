"""The training environment beside the real one: marked everywhere, and back to its invented data (issue 5 §7)."""

import re
from typing import Any

from playwright.sync_api import expect

from infra.local.stack import PASSWORD
from tests.e2e.axe import violations
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.test_tenant_command import command

FOLDER, BEGIN = "catalogues/ubatuba", "/ambiente/treinamento"
NOTICE = "Ambiente de treinamento — sem valor legal"


def test_people_train_beside_the_real_environment_and_find_it_as_it_began(
    new_context: Any, installation: Installation
) -> None:
    where = ["--endpoint", installation.services]
    made = command("training", FOLDER, "--training-password", PASSWORD, *where)
    assert made.returncode == 0, made.stderr
    assert f"Ambiente de treinamento: {installation.site}{BEGIN}" in made.stdout
    installation.renew_containers()
    tenant = "treino.ubatuba.1"
    try:
        desk = Desk(new_context().new_page(), installation.site, "ana.lima")
        desk.arrive()
        desk.go("/exercicios")
        desk.link("Praticar no ambiente de treinamento").click()
        expect(desk.page).to_have_url(re.compile(f"{BEGIN}/entrar"))
        expect(desk.page.get_by_text(NOTICE)).to_be_visible()
        desk.enter()
        expect(desk.page.get_by_text("Você está no ambiente de treinamento")).to_be_visible()
        desk.go(f"{BEGIN}/caixa?aba=todos")
        expect(desk.page.get_by_text(NOTICE)).to_be_visible()
        expect(desk.page.get_by_text("Praça para a abertura da Semana do Servidor")).to_be_visible()
        desk.go(f"{BEGIN}/publico.html")
        expect(desk.page.get_by_text(NOTICE)).to_be_visible()
        assert violations(desk.page) == []
        back = command("reset", tenant, *where)
        assert back.returncode == 0, back.stderr
        tenant = "treino.ubatuba.2"
        installation.renew_containers()
        desk.go(f"{BEGIN}/caixa")
        expect(desk.page).to_have_url(re.compile(f"{BEGIN}/entrar"))
    finally:
        assert command("addresses", tenant, "--none", *where).returncode == 0
        installation.renew_containers()
