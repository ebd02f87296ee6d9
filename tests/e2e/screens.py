"""Every screen and every dialog: how to get there, and what shows that it is there."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator, expect

from tests.e2e.desk import Desk
from tests.e2e.flow_steps import act_of_flow, checked_flow, refused_flow, refused_skipping
from tests.e2e.letters import received_pdf
from tests.e2e.public_page import proof_shown, strange_file, typed_codes, wrong_codes
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
    desk.page.get_by_role("row").nth(1).focus()
    for key in (" ", "Shift+ArrowDown", "ArrowDown"):
        desk.page.keyboard.press(key)
    return desk.page.get_by_text("2 selecionados")


def refused_sending(desk: Desk, _: Scene) -> Locator:
    desk.button("Enviar").click()
    desk.dialog.get_by_role("radio", name="Dias úteis").check()
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
        selected_rows(desk, scene)
        desk.page.get_by_role("button", name=re.compile(f"^{button}")).click()
        return desk.page.get_by_role("menu") if button in ("Marcador", "Mais$") else desk.dialog

    return press


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


SCREENS = (
    Screen("entrar", "/entrar", words("Mostrar senha"), None),
    Screen("entrar-recusado", "/entrar", refused_entry, None),
    Screen("caixa", "/caixa?aba=todos", words("Gerado aqui")),
    Screen("comandos", "/caixa", dialog_of("Comandos")),
    Screen("caixa-selecao", "/caixa?aba=gerados", selected_rows),
    Screen("caixa-vazia", "/caixa?tipo=ferias", words("Nenhum processo combina")),
    Screen("caixa-anotacao", "/caixa?aba=gerados", with_selection("Anotação")),
    Screen("caixa-prazo", "/caixa?aba=gerados", with_selection("Prazo")),
    Screen("caixa-marcador", "/caixa?aba=gerados", with_selection("Marcador")),
    Screen("caixa-mais", "/caixa?aba=gerados", with_selection("Mais$")),
    Screen("caixa-andamento", "/caixa?aba=gerados", with_more("Atualizar andamento")),
    Screen("caixa-sobrestar", "/caixa?aba=gerados", with_more("Sobrestar")),
    Screen("caixa-bloco", "/caixa?aba=gerados", with_more("Incluir em bloco")),
    Screen("caixa-acompanhar", "/caixa?aba=gerados", with_more("Acompanhar")),
    Screen("caixa-acesso", "/caixa?aba=gerados", with_more("Nível de acesso")),
    Screen("caixa-relacionar", "/caixa?aba=gerados", with_more("Relacionar")),
    Screen("caixa-concluir", "/caixa?aba=gerados", with_more("Concluir e reabrir")),
    Screen("caixa-prorrogar", "/caixa?aba=gerados", with_more("Prorrogar retorno")),
    Screen("caixa-etapa", "/caixa?aba=gerados", with_more("Concluir etapa do fluxo")),
    Screen("caixa-faltaram", "/caixa?aba=gerados", refused_job),
    Screen("caixa-grupos", "/caixa?aba=todos&agrupar=marcador&ordenar=numero", words("Sem marcador (")),
    Screen("caixa-exibicao", "/caixa", dialog_of("Exibição")),
    Screen("caixa-visoes", "/caixa?aba=todos", saving_view),
    Screen("redistribuir", "/caixa?aba=todos&responsavel=eu", dialog_of("Redistribuir tudo")),
    Screen("documento-em-varios", "/documento-em-varios", refused_merge),
    Screen("numeracao", "/numeracao", numbering_of_letters, "gustavo.leal"),
    Screen("pontos-de-controle", "/pontos-de-controle", heading("Pontos de controle de"), "gustavo.leal"),
    Screen("retornos", "/retornos", listed("Ampliação do horário da creche")),
    Screen("retornos-vazio", "/retornos?mes=2031-01", words("Nenhum retorno neste mês.")),
    Screen("grupos-de-envio", "/grupos-de-envio", words("Secretarias do Centro")),
    Screen("grupo-novo", "/grupos-de-envio", dialog_of("Novo grupo da unidade")),
    Screen("grupo-excluir", "/grupos-de-envio", dialog_of("Excluir Secretarias do Centro")),
    Screen("enviar-a-grupo", "/processo/{busy}", sending_to_group),
    Screen("quadro", "/quadro", board_of_labels),
    Screen("quadro-colunas", "/quadro", dialog_of("Escolher colunas")),
    Screen("acompanhamento", "/acompanhamento", heading("Acompanhamento especial")),
    Screen("acompanhar", "/processo/{busy}?painel=unidade", dialog_of("Acompanhar")),
    Screen("painel", "/painel", words("Aguardando resposta")),
    Screen("fases-vazio", "/fases", words("A unidade não tem pontos de controle")),
    Screen("listas", "/listas", words("Um item por linha, até 40.")),
    Screen("caixa-lista", "/caixa?aba=gerados", with_more("Lista de verificação")),
    Screen("marcadores", "/marcadores", words("Aguardando resposta")),
    Screen("marcador-novo", "/marcadores", dialog_of("Novo marcador")),
    Screen("na-unidade", "/processo/{busy}?painel=unidade", words("Prazo definido para")),
    Screen("conta", "/caixa", opened("^Conta de", "combobox")),
    Screen("unidades", "/caixa", opened("Trocar de unidade", "list"), "juliana.rocha"),
    Screen("acessos", "/acessos", heading("Seus últimos acessos")),
    Screen("nao-encontrado", "/processo/nenhum", heading("Processo não encontrado")),
    Screen("pagina-nao-encontrada", "/nada", heading("Página não encontrada")),
    Screen("iniciar-tipo", "/processo/novo", words("Todos os tipos")),
    Screen("iniciar-recusado", "/processo/novo?tipo=requerimento-cidadao", refused_form),
    Screen("alterar", "/processo/{empty}/alterar", heading("Alterar processo")),
    Screen("processo-vazio", "/processo/{empty}", words("Este processo ainda não tem documentos.")),
    Screen("processo", "/processo/{busy}/documento/{signed}", paper),
    Screen("processo-pdf", "/processo/{busy}/documento/{filed}", words("Planta de situação")),
    Screen("digitalizado", "/processo/{busy}/documento/{digitized}", words("Dados da digitalização")),
    Screen("autenticar", "/processo/{busy}/documento/{digitized}", dialog_of("Autenticar")),
    Screen("dados", "/processo/{busy}?painel=dados", words("Observações das unidades")),
    Screen("tramitacoes", "/processo/{away}?painel=tramitacoes", words("Aguardando recebimento por")),
    Screen("plano", "/processo/{planned}?painel=plano", words("Choveu no dia.")),
    Screen("plano-item", "/processo/{planned}?painel=plano", dialog_of("Mudar Vistoria do terreno")),
    Screen("plano-trocar", "/processo/{planned}?painel=plano", dialog_of("Trocar plano")),
    Screen("plano-nenhum", "/processo/{empty}?painel=plano", words("não tem plano de trabalho")),
    Screen("linha-direta", "/processo/{returning}?linha=direta", words("2 de 2 documentos")),
    Screen("mapa", "/processo/{returning}?painel=tramitacoes", dialog_of("Ver mapa")),
    Screen("mapa-sem-envio", "/processo/{empty}?painel=tramitacoes", dialog_of("Ver mapa")),
    Screen("mais-acoes", "/processo/{busy}", opened("^Mais ações", "menu")),
    Screen("enviar-recusado", "/processo/{busy}", refused_sending),
    Screen("atribuir", "/processo/{busy}", open_list),
    Screen("andamento", "/processo/{busy}", dialog_of("Atualizar andamento")),
    Screen("andamento-filtrado", "/processo/{busy}?andamento=total&sobre=signatures", words("Limpar filtro")),
    Screen("excluir-processo", "/processo/{empty}", choice_of_more("Excluir processo")),
    Screen("concluir-programado", "/processo/{busy}", choice_of_more("Concluir com reabertura")),
    Screen("prorrogar", "/processo/{away}?painel=tramitacoes", dialog_of("Prorrogar prazo")),
    Screen("cancelar-retorno", "/processo/{away}?painel=tramitacoes", dialog_of("Cancelar retorno")),
    Screen("excluir-documento", "/processo/{busy}/documento/{draft}", dialog_of("Excluir")),
    Screen("cancelar-documento", "/processo/{returning}/documento/{frozen}", dialog_of("Cancelar documento")),
    Screen("assinar", "/processo/{busy}/documento/{draft}", dialog_of("Assinar")),
    Screen("assinar-com-certificado", "/processo/{busy}/documento/{draft}", certificate_asked),
    Screen("ciencia", "/processo/{busy}/documento/{signed}", dialog_of("Dar ciência")),
    Screen("texto-do-arquivo", "/processo/{busy}/documento/{digitized}", text_looked_through),
    Screen("ocultar-texto", "/processo/{busy}/documento/{signed}/ocultar", marked_passage),
    Screen("ocultar-recusado", "/processo/{busy}/documento/{signed}/ocultar", refused_redaction),
    Screen("ocultar-paginas", "/processo/{busy}/documento/{filed}/ocultar", marked_page),
    Screen("mover-documento", "/processo/{busy}/documento/{filed}", choice_of_more("Mover", "^Outras ações")),
    Screen("comentarios", "/processo/{busy}?painel=comentarios", words("Conferir a metragem")),
    Screen("comentario-excluir", "/processo/{busy}?painel=comentarios", dialog_of("Excluir")),
    Screen("lixeira", "/lixeira", words("Excluído em")),
    Screen("lixeira-vazia", "/lixeira", words("A sua lixeira está vazia."), "juliana.rocha"),
    Screen("incluir-tipo", "/processo/{busy}/incluir", words("Com modelo pronto")),
    Screen("incluir-oficio", "/processo/{busy}/incluir?tipo=oficio", words("Texto inicial")),
    Screen("incluir-arquivo", "/processo/{busy}/incluir?modo=arquivo", files_of_both_kinds),
    Screen("incluir-digitalizado", "/processo/{busy}/incluir?modo=arquivo", digitized_file),
    Screen("editor", "/processo/{busy}/documento/{draft}/editar", editor),
    Screen(
        "editor-assinado",
        "/processo/{busy}/documento/{signed}/editar",
        words("as assinaturas são canceladas"),
    ),
    Screen("editor-versoes", "/processo/{busy}/documento/{draft}/editar", in_editor("Versões", "Versão 1")),
    Screen(
        "editor-localizar",
        "/processo/{busy}/documento/{draft}/editar",
        in_editor("Localizar", "Substituir por"),
    ),
    Screen(
        "editor-citar",
        "/processo/{busy}/documento/{draft}/editar",
        in_editor("Citar documento ou processo", "O número que"),
    ),
    Screen(
        "editor-imagem",
        "/processo/{busy}/documento/{draft}/editar",
        choice_of_more("Imagem", "^Inserir$"),
    ),
    Screen(
        "editor-nota",
        "/processo/{busy}/documento/{draft}/editar",
        choice_of_more("Nota de rodapé", "^Inserir$"),
    ),
    Screen(
        "editor-referencia",
        "/processo/{busy}/documento/{draft}/editar",
        choice_of_more("Referência a outro trecho", "^Inserir$"),
    ),
    Screen("editor-link", "/processo/{busy}/documento/{draft}/editar", in_editor("Link", "Por exemplo: www")),
    Screen("blocos", "/blocos", words("Ofícios da semana")),
    Screen("blocos-vazio", "/blocos?tipo=reuniao", words("Nenhum bloco por aqui")),
    Screen("bloco-novo", "/blocos", dialog_of("Novo bloco")),
    Screen("grupos-de-blocos", "/grupos-de-blocos", listed("Obras")),
    Screen("grupo-de-blocos-novo", "/grupos-de-blocos", dialog_of("Novo grupo")),
    Screen("grupo-de-blocos-alterar", "/grupos-de-blocos", dialog_of("Alterar Obras")),
    Screen("bloco", "/bloco/{block}?item={draft}", paper),
    Screen("bloco-selecao", "/bloco/{block}", chosen_item),
    Screen("bloco-anotar", "/bloco/{block}", dialog_of("Alterar anotação")),
    Screen("bloco-atribuir", "/bloco/{block}", dialog_of("Atribuir")),
    Screen("bloco-incluir", "/processo/{busy}/documento/{draft}", dialog_of("Incluir em bloco")),
    Screen("bloco-incluir-processo", "/processo/{busy}", choice_of_more("Incluir em bloco")),
    Screen("copia", "/processo/{busy}", choice_of_more("Gerar PDF ou ZIP")),
    Screen("enviar-email", "/processo/{busy}", choice_of_more("Enviar e-mail")),
    Screen("duplicar", "/processo/{busy}", choice_of_more("Duplicar processo")),
    Screen("ordenar-arvore", "/processo/{busy}", choice_of_more("Ordenar árvore")),
    Screen("enviar-com-minutas", "/processo/{busy}", sending_drafts),
    Screen("trabalhos", "/trabalhos", words("em ZIP")),
    Screen("trabalho", "/trabalho/{job}", words("Resultado de cada item")),
    Screen("para-assinar", "/para-assinar", words("Ofícios da semana")),
    Screen(
        "editor-texto-padrao",
        "/processo/{busy}/documento/{draft}/editar",
        in_editor("Texto padrão", "/fecho"),
    ),
    Screen(
        "incluir-formulario", "/processo/{busy}/incluir?tipo=solicitacao-poda", words("Criar e preencher")
    ),
    Screen("formulario", "/processo/{busy}/documento/{form}/editar", words("Início do período aquisitivo")),
    Screen("formulario-recusado", "/processo/{busy}/documento/{form}/editar", refused_answers),
    Screen("textos-padrao", "/textos-padrao", words("Fecho cordial")),
    Screen("texto-padrao-novo", "/textos-padrao/novo", refused_text),
    Screen("texto-padrao", "/textos-padrao/{text}", words("À disposição para esclarecimentos")),
    Screen("favoritos", "/favoritos", words("Modelos de ofício")),
    Screen("favoritos-vazio", "/favoritos", words("Nenhum favorito por aqui"), "juliana.rocha"),
    Screen("favoritos-incluir", "/processo/{busy}/documento/{draft}", dialog_of("Incluir nos favoritos")),
    Screen(
        "incluir-texto-padrao",
        "/processo/{busy}/incluir?tipo=oficio",
        chosen_first("Texto padrão", "Fecho cordial"),
    ),
    Screen(
        "incluir-favorito",
        "/processo/{busy}/incluir?tipo=oficio",
        chosen_first("Favorito", "Modelos de ofício"),
    ),
    Screen("vinculos", "/processo/{tied}?painel=vinculos", words("Processos relacionados")),
    Screen("sobrestar", "/processo/{busy}", choice_of_more("Sobrestar")),
    Screen("relacionar", "/processo/{busy}", choice_of_more("Relacionar a outro")),
    Screen("anexar", "/processo/{busy}", refused_annexing),
    Screen("ciencia", "/processo/{busy}", choice_of_more("Dar ciência")),
    Screen(
        "desfazer-relacionamento", "/processo/{tied}?painel=vinculos", dialog_of("Desfazer relacionamento")
    ),
    Screen("desfazer-envio", "/processo/{unread}?painel=tramitacoes", dialog_of("Desfazer envio")),
    Screen(
        "iniciar-relacionado",
        "/processo/novo?tipo=requerimento-cidadao&relacionado={tied}",
        words("O processo novo"),
    ),
    Screen("bloquear", "/processo/{busy}", choice_of_more("Bloquear"), "gustavo.leal"),
    Screen("fluxo", "/processo/{guided}?painel=fluxo", words("Obter do requerente o que falta")),
    Screen("fluxo-nenhum", "/processo/{busy}?painel=fluxo", words("Nenhum fluxo foi publicado")),
    Screen("fluxo-oferecido", "/processo/{offered}?painel=fluxo", words("Fluxos deste tipo")),
    Screen("fluxo-concluir", "/processo/{guided}?painel=fluxo", act_of_flow("Concluir etapa")),
    Screen("fluxo-dispensar", "/processo/{deciding}?painel=fluxo", refused_skipping, "thiago.pires"),
    Screen("fluxo-decidir", "/processo/{deciding}?painel=fluxo", act_of_flow("Decidir"), "thiago.pires"),
    Screen("fluxos", "/fluxos", words("Fluxos publicados"), "gustavo.leal"),
    Screen("fluxos-recusado", "/fluxos", refused_flow, "gustavo.leal"),
    Screen("fluxos-conferido", "/fluxos", checked_flow, "gustavo.leal"),
    Screen("iniciar-com-fluxo", "/processo/novo?tipo=ferias", words("Seguir o fluxo Férias de servidor")),
    Screen("sobrestados", "/sobrestados", words("Sobrestado por")),
    Screen("concluidos", "/concluidos?de=mim", words("Concluído por")),
    Screen("publico", "/publico.html", words("Não é preciso ter senha"), None),
    Screen("publico-recusado", "/publico.html", wrong_codes, None),
    Screen("publico-autentico", "/publico.html", typed_codes, None),
    Screen("publico-prova", "/publico.html", proof_shown, None),
    Screen("publico-arquivo-estranho", "/publico.html", strange_file, None),
)
