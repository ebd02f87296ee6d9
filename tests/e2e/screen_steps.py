"""How one gets to a screen or a dialog, and what shows that one is there."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator, expect

from tests.e2e.desk import Desk
from tests.e2e.letters import received_pdf
from tests.e2e.scene import Scene

Steps = Callable[[Desk, Scene], Locator]


@dataclass(frozen=True, slots=True)
class Screen:
    """``path``: formatted with the scene's fields. ``steps``: what to do there; returns what must be seen."""

    name: str
    path: str
    steps: Steps
    login: str | None = "ana.lima"


def heading(words: str) -> Steps:
    return lambda desk, _: desk.heading(words).first


def words(*wanted: str) -> Steps:
    return lambda desk, _: desk.page.get_by_text(wanted[0]).first


def listed(text: str) -> Steps:
    return lambda desk, _: desk.page.get_by_role("listitem").filter(has_text=text).first


def dialog_of(button: str) -> Steps:
    def press(desk: Desk, _: Scene) -> Locator:
        desk.button(button).first.click()
        return desk.dialog

    return press


def choice_of_more(choice: str, menu: str = "^Mais ações") -> Steps:
    def press(desk: Desk, _: Scene) -> Locator:
        desk.page.get_by_role("button", name=re.compile(menu)).click()
        desk.page.get_by_role("menuitem", name=re.compile(f"^{choice}")).click()
        return desk.dialog

    return press


def opened(button: str, role: str) -> Steps:
    def press(desk: Desk, _: Scene) -> Locator:
        desk.page.get_by_role("button", name=re.compile(button)).first.click()
        return desk.page.get_by_role(role).first

    return press


def certificate_asked(desk: Desk, _: Scene) -> Locator:
    desk.button("Assinar").click()
    desk.dialog.get_by_role("radio", name="Com certificado digital").check()
    desk.dialog.get_by_role("button", name="Assinar", exact=True).click()
    return desk.dialog.get_by_text("Escolha o arquivo do seu certificado.")


def refused_entry(desk: Desk, _: Scene) -> Locator:
    desk.button("Entrar").click()
    return desk.page.get_by_text("Informe o seu usuário.")


def text_looked_through(desk: Desk, _: Scene) -> Locator:
    desk.button("Ler o texto").click()
    desk.field("Localizar no texto").fill("escritura")
    return desk.page.get_by_text("2 ocorrências em 2 páginas.")


def selected_rows(desk: Desk, _: Scene) -> Locator:
    # The table of confidential processes stands above the list, and may come before or after it.
    desk.page.get_by_role("grid").get_by_role("row").nth(1).focus()
    for key in (" ", "Shift+ArrowDown", "ArrowDown"):
        desk.page.keyboard.press(key)
    return desk.page.get_by_text("2 selecionados")


def refused_sending(desk: Desk, _: Scene) -> Locator:
    desk.button("Enviar").click()
    desk.dialog.get_by_role("radio", name="Dias úteis", exact=True).check()
    desk.dialog.get_by_role("button", name="Enviar", exact=True).click()
    return desk.dialog.get_by_text("Escolha ao menos uma unidade.")


def sending_to_group(desk: Desk, _: Scene) -> Locator:
    desk.button("Enviar").click()
    desk.dialog.get_by_role("button", name="Incluir grupo de envio").click()
    desk.page.get_by_role("menuitem", name=re.compile("^Secretarias do Centro")).click()
    return desk.dialog.get_by_role("list", name="Escolhidos em Unidades de destino")


def sending_drafts(desk: Desk, _: Scene) -> Locator:
    desk.button("Enviar").click()
    return desk.dialog.get_by_text("sem assinatura")


def open_list(desk: Desk, _: Scene) -> Locator:
    desk.button("Atribuir").click()
    desk.dialog.get_by_role("combobox").press("ArrowDown")
    return desk.page.get_by_role("option", name="Sem responsável")


def refused_form(desk: Desk, _: Scene) -> Locator:
    desk.page.get_by_role("button", name=re.compile("^Retirar")).click()
    desk.button("Cadastrar contato novo").click()
    desk.button("Iniciar processo").click()
    return desk.page.get_by_text("Escolha ao menos um assunto.")


def files_of_both_kinds(desk: Desk, _: Scene) -> Locator:
    files = [
        {"name": "planta.pdf", "mimeType": "application/pdf", "buffer": received_pdf(["Planta"])},
        {"name": "programa.exe", "mimeType": "application/octet-stream", "buffer": b"MZ"},
    ]
    desk.page.locator("input[type=file]").set_input_files(files)
    expect(desk.page.get_by_role("list", name="Arquivos", exact=True)).to_contain_text("Recusado")
    desk.button("Outros dados: planta.pdf").click()
    return desk.page.get_by_text("2 arquivos, na ordem")


def digitized_file(desk: Desk, _: Scene) -> Locator:
    file = {"name": "oficio.pdf", "mimeType": "application/pdf", "buffer": received_pdf(["Ofício"])}
    desk.page.locator("input[type=file]").set_input_files(file)
    desk.page.get_by_role("radio", name="Digitalizado nesta unidade").check()
    desk.button("Incluir documento").click()
    return desk.page.get_by_text("Informe o autor do documento original.")


def refused_merge(desk: Desk, _: Scene) -> Locator:
    desk.button("Conferir a lista").click()
    return desk.page.get_by_text("Digite o número do documento que serve de modelo.")


def numbering_of_letters(desk: Desk, _: Scene) -> Locator:
    desk.page.get_by_label("Tipo de documento").select_option("Ofício")
    desk.button("Ajustar a numeração").click()
    return desk.page.get_by_text("Escreva o motivo.")


def own_readings(desk: Desk, _: Scene) -> Locator:
    """What was read today; the question itself is already part of it when asked again."""
    desk.button("Consultar").click()
    desk.heading("Consultas encontradas").wait_for()
    desk.button("Consultar").click()
    return desk.heading("Consultas encontradas")


def report_on_somebody(desk: Desk, _: Scene) -> Locator:
    desk.page.get_by_role("combobox", name="Pessoa").press_sequentially("Helena Pra")
    desk.page.get_by_role("option", name="Helena Prado").click()
    return desk.heading("Quem viu estes dados")


def paper(desk: Desk, _: Scene) -> Locator:
    return desk.paper.get_by_text("Protocolo Geral").first


def editor(desk: Desk, _: Scene) -> Locator:
    return desk.text


def in_editor(button: str, seen: str) -> Steps:
    def press(desk: Desk, _: Scene) -> Locator:
        desk.text.click()
        desk.page.get_by_role("button", name=button, exact=True).click()
        return desk.page.get_by_text(seen).first

    return press


def commented_text(desk: Desk, _: Scene) -> Locator:
    """The comments open, with one about to be made."""
    desk.page.get_by_role("button", name=re.compile("^Comentários")).click()
    desk.select("Ciente")
    desk.page.keyboard.press("Control+Alt+m")
    return desk.page.get_by_label("Quem pode ler")


def refused_text(desk: Desk, _: Scene) -> Locator:
    desk.button("Salvar").click()
    return desk.page.get_by_text("Dê um nome ao texto padrão.")


def refused_answers(desk: Desk, _: Scene) -> Locator:
    desk.page.get_by_role("button", name="Salvar", exact=True).click()
    return desk.page.get_by_text("Responda este campo.").first


def chosen_first(source: str, offered: str) -> Steps:
    def choose(desk: Desk, _: Scene) -> Locator:
        desk.page.get_by_role("radio", name=source, exact=True).check()
        expect(desk.page.get_by_role("option").filter(has_text=offered)).to_have_count(1)
        return desk.page.get_by_role("combobox").first

    return choose


def refused_annexing(desk: Desk, scene: Scene) -> Locator:
    dialog = choice_of_more("Anexar outro")(desk, scene)
    dialog.get_by_role("button", name="Anexar", exact=True).click()
    return dialog.get_by_text("Informe o número do processo.")


def board_of_labels(desk: Desk, _: Scene) -> Locator:
    desk.button("Escolher colunas").click()
    desk.dialog.get_by_label("Vistoria", exact=True).check()
    desk.dialog.get_by_role("button", name="Salvar colunas").click()
    return desk.page.get_by_role("region", name=re.compile("^Vistoria"))


def saving_view(desk: Desk, _: Scene) -> Locator:
    desk.page.get_by_role("button", name=re.compile("^Visões")).click()
    desk.page.get_by_role("menuitem", name="Salvar ou excluir…").click()
    return desk.dialog


def with_selection(button: str) -> Steps:
    def press(desk: Desk, scene: Scene) -> Locator:
        selected_rows(desk, scene).wait_for()
        desk.page.get_by_role("button", name=re.compile(f"^{button}")).click()
        return desk.page.get_by_role("menu") if button in ("Marcador", "Mais$") else desk.dialog

    return press


def calendar_of_deadline(desk: Desk, scene: Scene) -> Locator:
    with_selection("Prazo")(desk, scene).get_by_role("radio", name="Data certa").check()
    desk.dialog.get_by_role("button", name=re.compile("^Abrir calendário")).click()
    return desk.page.get_by_role("grid").last


def with_more(choice: str) -> Steps:
    def press(desk: Desk, scene: Scene) -> Locator:
        with_selection("Mais$")(desk, scene)
        desk.page.get_by_role("menuitem", name=re.compile(f"^{choice}")).click()
        return desk.dialog

    return press


def refused_job(desk: Desk, scene: Scene) -> Locator:
    dialog = with_more("Desfazer relacionamento")(desk, scene)
    dialog.get_by_label(re.compile("^Número")).fill(scene.nup)
    dialog.get_by_role("button", name="Desfazer", exact=True).click()
    return desk.button("Tentar de novo os que faltaram")


def chosen_item(desk: Desk, _: Scene) -> Locator:
    desk.page.get_by_role("checkbox").first.check()
    return desk.page.get_by_text("Nos processos dos itens selecionados:")


def marked_passage(desk: Desk, _: Scene) -> Locator:
    desk.page.get_by_label("Ocultar todas as ocorrências de").fill("Protocolo Geral")
    desk.button("Ocultar todas").click()
    return desk.page.get_by_role("button", name=re.compile("^Retirar a marca")).first


def refused_redaction(desk: Desk, _: Scene) -> Locator:
    desk.button("Gerar a cópia").click()
    return desk.page.get_by_text("Escolha a hipótese legal da ocultação.")


def marked_page(desk: Desk, _: Scene) -> Locator:
    desk.button("Ocultar a página inteira").click()
    return desk.page.get_by_role("button", name="Retirar a marca: página 1, retângulo 1")
