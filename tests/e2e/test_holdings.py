"""Access is given back to a confidential process whose holder left the unit, on one screen (SIG-08)."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from infra.local.stack import PASSWORD
from tests.e2e.desk import Desk
from tests.e2e.holdings_steps import GONE, choose, leave_behind, line
from tests.e2e.installation import Installation
from tests.e2e.pictures import Album


def test_credential_is_activated_for_somebody_and_the_inactive_one_cancelled(
    sit: Callable[..., Desk], installation: Installation, album: Album
) -> None:
    number = leave_behind(installation.caller("ana.lima"), installation.caller("gustavo.leal"))
    marina = sit("marina.costa")
    marina.go("/acervo")
    expect(line(marina, number, GONE)).to_contain_text("Inativa: não trabalha mais na unidade")
    choose(marina, number, GONE)
    album.keep(marina.page, "acervo")
    marina.button("Ativar credencial…").click()
    marina.choose("Pessoa", "Diego", re.compile("^Diego Alves"))
    marina.dialog.get_by_label(re.compile("^Sua senha")).fill(PASSWORD)
    album.keep(marina.page, "acervo-ativar")
    marina.dialog.get_by_role("button", name="Ativar", exact=True).click()
    expect(line(marina, number, "Diego Alves")).to_contain_text("Ativa")
    choose(marina, number, GONE)
    marina.button("Cancelar inativas…").click()
    marina.dialog.get_by_label(re.compile("^Sua senha")).fill(PASSWORD)
    marina.dialog.get_by_role("button", name="Cancelar credenciais").click()
    expect(marina.page.get_by_role("row").filter(has_text=number).filter(has_text=GONE)).to_have_count(0)
    with marina.page.expect_download() as kept:
        marina.button("Baixar planilha").click()
    assert kept.value.suggested_filename == "acervo-de-sigilosos-da-unidade.csv"
    assert f"{number};" in kept.value.path().read_text(encoding="utf-8")
    assert any(row["nup"] == number for row in installation.caller("diego.alves").ask("GET", "/confidential")["items"])
