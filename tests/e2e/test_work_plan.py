"""The work plan on the screen: begun by a document, moved by hand, replaced (PRO-26)."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.pictures import Album

#: How much of the page lies below the window.
BELOW = "() => document.documentElement.scrollHeight - innerHeight"


def test_plan_is_followed_and_replaced(
    sit: Callable[..., Desk], installation: Installation, album: Album
) -> None:
    clerk = installation.caller("ana.lima")
    made = clerk.start("Edícula na Rua Gastão Madeira", type="alvara-construcao")
    number = clerk.write(made["id"], "parecer")["number"]
    desk = sit("ana.lima")
    desk.go(f"/processo/{made['id']}")
    desk.button("Plano").click()
    opinion = desk.page.get_by_role("listitem").filter(has_text="Análise do projeto")
    expect(opinion).to_contain_text("Em andamento")
    assert desk.page.evaluate(BELOW) <= 0, "only the panel scrolls"
    expect(opinion).to_contain_text(f"Começou com o documento {number}")
    desk.button("Mudar Vistoria do terreno").click()
    desk.dialog.get_by_label("Finalizado").check()
    desk.dialog.get_by_label("Observação").fill("Sem invasão do recuo.")
    desk.dialog.get_by_role("button", name="Salvar").click()
    expect(desk.notice("1 de 8 itens resolvidos")).to_be_visible()
    album.keep(desk.page, "plano-de-trabalho")
    desk.button("Trocar plano").click()
    desk.dialog.get_by_label("Plano").select_option(label="Compra direta por dispensa")
    desk.dialog.get_by_role("button", name="Trocar plano").click()
    expect(desk.heading("Compra direta por dispensa")).to_be_visible()
    expect(desk.notice("0 de 7 itens resolvidos")).to_be_visible()


def test_administrator_writes_a_plan_that_a_document_nobody_registered_does_not_begin(
    sit: Callable[..., Desk], album: Album
) -> None:
    desk = sit("gustavo.leal")
    desk.go("/planos")
    desk.button("Novo plano").click()
    desk.page.get_by_label(re.compile("^Nome do plano")).fill("Poda em via pública")
    desk.page.get_by_label(re.compile("^Nome da 1ª etapa")).fill("Vistoria")
    items = desk.page.get_by_label(re.compile("^Itens da 1ª etapa"))
    items.fill("Fotografar a árvore [Retrato]\nAvisar os vizinhos")
    desk.button("Salvar plano").click()
    expect(desk.page.get_by_text("Não há tipo de documento chamado “Retrato”.")).to_be_visible()
    items.fill("Fotografar a árvore [Fotografia]\nAvisar os vizinhos")
    desk.button("Salvar plano").click()
    expect(desk.notice("Plano Poda em via pública salvo.")).to_be_visible()
    kept = desk.page.get_by_role("listitem").filter(has_text="Poda em via pública")
    expect(kept).to_contain_text("1 etapa, 2 itens")
    expect(kept).to_contain_text("Versão 1")
    album.keep(desk.page, "planos")
