"""PRO-06 in the browser: a process that comes with its number, and gets the right one once it is corrected."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.world.builders import paper_number


@pytest.fixture
def clerk(browser: Browser, installation: Installation, computer):
    desk = Desk(computer(browser).new_page(), installation.site, "ana.lima")
    desk.arrive()
    yield desk
    desk.page.context.close()


def test_paper_process_begins_with_its_number_which_is_corrected_later(clerk: Desk, album):
    wrong, right = paper_number(), paper_number()
    clerk.go("/processo/novo?tipo=requerimento-cidadao")
    clerk.field("Especificação").fill("Processo de papel")
    clerk.page.get_by_label("Este processo já tem número, vem do papel").check()
    clerk.page.get_by_label("Número do processo").fill("123/2019")
    clerk.fill_date("Data de autuação", "07/03/2019")
    clerk.button("Iniciar processo").click()
    expect(clerk.page.get_by_text("Escreva o número na forma 00000.000000/0000-00.").first).to_be_visible()
    album.keep(clerk.page, "iniciar-processo-de-papel")
    clerk.page.get_by_label("Número do processo").fill("".join(filter(str.isdigit, wrong)))
    clerk.button("Iniciar processo").click()
    expect(clerk.page.get_by_role("heading", name=wrong).first).to_be_visible()
    expect(clerk.page.get_by_text("07/03/2019, em papel").first).to_be_visible()

    clerk.page.get_by_role("button", name=re.compile("^Mais ações")).click()
    clerk.page.get_by_role("menuitem", name=re.compile("^Alterar número e data")).click()
    clerk.dialog.get_by_label("Número do processo").fill(right)
    album.keep(clerk.page, "alterar-numero")
    clerk.dialog.get_by_role("button", name="Alterar número e data").click()
    expect(clerk.dialog).to_be_hidden()
    expect(clerk.page.get_by_role("heading", name=right).first).to_be_visible()
    told = f'Alterado número do processo de "{wrong}" para "{right}"'
    expect(clerk.page.get_by_text(told).first).to_be_visible()

