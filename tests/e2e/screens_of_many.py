"""What is done to many at once, the acts that the menus ask about, and work plans (issue 4 §6, §7, PRO-26)."""

import re

from playwright.sync_api import Locator

from tests.e2e.desk import Desk
from tests.e2e.flow_steps import act_of_flow
from tests.e2e.scene import Scene
from tests.e2e.screen_steps import Screen, Steps, calendar_of_deadline, chosen_item, with_more, words

INBOX = "/caixa?aba=gerados"
BUSY = "/processo/{busy}"


def kept_in_tab(desk: Desk, _: Scene) -> Locator:
    desk.button("Manter em aba").click()
    return desk.page.get_by_role("navigation", name="Processos em abas").get_by_role("link").first


def many(desk: Desk, _: Scene) -> Locator:
    """Two documents of the process chosen."""
    desk.button("Selecionar vários").click()
    boxes = desk.page.get_by_role("group", name="Documentos a selecionar").get_by_role("checkbox")
    boxes.nth(1).check()
    boxes.nth(2).check()
    return desk.page.get_by_text("2 documentos selecionados")


def of_many(choice: str) -> Steps:
    def press(desk: Desk, scene: Scene) -> Locator:
        many(desk, scene)
        bar = desk.page.get_by_role("group", name="Ações para os documentos selecionados")
        bar.get_by_role("button", name="Mais").click()
        if not choice:
            return desk.page.get_by_role("menu")
        desk.page.get_by_role("menuitem", name=re.compile(f"^{choice}")).click()
        return desk.dialog

    return press


def none_to_authenticate(desk: Desk, scene: Scene) -> Locator:
    of_many("Autenticar")(desk, scene)
    return desk.dialog.get_by_text("ficaram de fora")


def refused_cancelling(desk: Desk, scene: Scene) -> Locator:
    of_many("Cancelar documentos")(desk, scene).get_by_role("button", name="Cancelar documentos").click()
    return desk.dialog.get_by_text("Informe o motivo")


def papers_to_restore(desk: Desk, _: Scene) -> Locator:
    desk.page.get_by_role("checkbox").first.check()
    desk.button("Recuperar os selecionados…").click()
    return desk.dialog


def taken_out(desk: Desk, _: Scene) -> Locator:
    desk.page.get_by_role("checkbox").first.check()
    desk.page.get_by_role("button", name="Mais", exact=True).last.click()
    desk.page.get_by_role("menuitem", name="Desanexar…").click()
    return desk.dialog


def plan_opened(desk: Desk, _: Scene) -> Locator:
    desk.page.get_by_role("button", name=re.compile("^Alterar ")).first.click()
    return desk.button("Salvar plano")


def documents_of_items(desk: Desk, scene: Scene) -> Locator:
    chosen_item(desk, scene)
    return desk.page.get_by_text("Nos documentos dos itens selecionados:")


def comes_from_paper(desk: Desk, _: Scene) -> Locator:
    desk.page.get_by_label("Este processo já tem número, vem do papel").check()
    return desk.page.get_by_label("Número do processo")


def renumbered(desk: Desk, _: Scene) -> Locator:
    desk.page.get_by_role("button", name=re.compile("^Mais ações")).click()
    desk.page.get_by_role("menuitem", name=re.compile("^Alterar número e data")).click()
    return desk.dialog.get_by_label("Número do processo")


SCREENS_OF_MANY = (
    Screen("caixa-calendario", INBOX, calendar_of_deadline),
    Screen("iniciar-do-papel", "/processo/novo?tipo=requerimento-cidadao", comes_from_paper),
    Screen("processo-numero", "/processo/{paper}", renumbered),
    Screen("abas", BUSY, kept_in_tab, "helena.prado"),
    Screen("documentos-varios", BUSY, many),
    Screen("documentos-varios-mais", BUSY, of_many("")),
    Screen("documentos-varios-autenticar", BUSY, none_to_authenticate),
    Screen("documentos-varios-cancelar", BUSY, refused_cancelling),
    Screen("documentos-varios-mover", BUSY, of_many("Mover")),
    Screen("documentos-varios-dados", BUSY, of_many("Alterar dados")),
    Screen("documentos-varios-acesso", BUSY, of_many("Nível de acesso")),
    Screen("documentos-varios-bloco", BUSY, of_many("Incluir em bloco")),
    Screen("lixeira-recuperar", "/lixeira", papers_to_restore),
    Screen("bloco-documentos", "/bloco/{block}", documents_of_items),
    Screen("caixa-desfazer-envio", INBOX, with_more("Desfazer envio")),
    Screen("caixa-cancelar-retorno", INBOX, with_more("Cancelar retorno")),
    Screen("caixa-excluir", INBOX, with_more("Excluir processo")),
    Screen("caixa-pausar-fluxo", INBOX, with_more("Pausar fluxo")),
    Screen("favoritos-desanexar", "/favoritos", taken_out, "gustavo.leal"),
    Screen("fluxo-pausar", "/processo/{guided}?painel=fluxo", act_of_flow("Pausar fluxo")),
    Screen("fluxo-retomar", "/processo/{held}?painel=fluxo", act_of_flow("Retomar fluxo"), "thiago.pires"),
    Screen("fluxo-cancelar", "/processo/{held}?painel=fluxo", act_of_flow("Cancelar fluxo"), "thiago.pires"),
    Screen("fluxos-retirar", "/fluxos", act_of_flow("Retirar"), "gustavo.leal"),
    Screen("planos", "/planos", words("Começam com ele"), "gustavo.leal"),
    Screen("planos-alterar", "/planos", plan_opened, "gustavo.leal"),
    Screen("email", "/processo/{mailed}", words("Poda")),
)
