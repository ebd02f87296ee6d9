"""Writing with what the unit keeps, and two people on one draft (DOC-01, DOC-03, DOC-06, PRO-22)."""

import contextlib
import re

import pytest
from playwright.sync_api import TimeoutError as NotYet
from playwright.sync_api import expect

from tests.adapters.rendering.letters import PNG
from tests.e2e.desk import Desk
from tests.e2e.test_bad_input import BODY, WROTE, expect_saved, saved_text
from tests.e2e.waiting import wait_until

LATER = "Acrescento o que faltava."


@pytest.fixture
def clerk(installation):
    return installation.caller("ana.lima")


@pytest.fixture
def process(clerk) -> str:
    return clerk.start("Iluminação da Praia do Tenório")["id"]


@pytest.fixture
def draft(clerk, process) -> str:
    return clerk.write(process, "despacho")["id"]


def test_text_is_written_once_and_inserted_by_its_shortcut_with_the_variables_filled(
    sit, clerk, process, draft
):
    desk = sit("ana.lima")
    desk.go("/textos-padrao/novo")
    desk.page.get_by_label(re.compile("^Nome")).fill("Encaminhamento ao jurídico")
    desk.field("Atalho").fill("jur")
    desk.page.locator(".paper").click()
    desk.page.keyboard.type("À consideração da Procuradoria, ")
    desk.button("Inserir").click()
    desk.page.get_by_role("menuitem", name="Campo: Número do processo").click()
    expect(desk.page.locator(".paper")).to_contain_text("@processo_numero@")
    desk.button("Salvar").click()
    expect(desk.page.get_by_role("link", name="Encaminhamento ao jurídico")).to_be_visible()
    desk.edit(process, draft)
    desk.write("", after=BODY)
    desk.page.keyboard.type("/")
    desk.dialog.get_by_label("Nome ou atalho").fill("jur")
    expect(desk.dialog.get_by_role("radio", name="Encaminhamento ao jurídico")).to_be_checked()
    desk.page.keyboard.press("Enter")
    number = clerk.ask("GET", f"/processes/{process}")["process"]["nup"]
    expect(desk.text).to_contain_text(f"À consideração da Procuradoria, {number}")
    desk.page.keyboard.press("Control+s")
    expect_saved(desk)
    assert f"À consideração da Procuradoria, {number}" in saved_text(clerk, process, draft)


def test_bar_typed_in_a_text_and_not_meant_as_a_shortcut_stays(sit, clerk, process, draft):
    desk = sit("ana.lima")
    desk.edit(process, draft)
    desk.write("Defiro e/ou ", after=BODY)
    desk.page.keyboard.type("/")
    desk.dialog.get_by_role("button", name="Cancelar").click()
    expect(desk.text).to_contain_text("Defiro e/ou /")


def test_second_to_open_a_draft_reads_until_taking_over_and_no_character_is_lost(sit, clerk, process, draft):
    first = sit("ana.lima")
    first.edit(process, draft)
    first.write(WROTE, after=BODY)
    first.page.keyboard.press("Control+s")
    expect_saved(first)
    second = sit("carlos.moura")
    second.edit(process, draft)
    banner = second.page.get_by_text(
        re.compile(r"Ana Carolina Lima está editando este documento desde \d{2}:\d{2}")
    )
    expect(banner).to_be_visible()
    expect(second.text).to_have_attribute("contenteditable", "false")
    second.button("Assumir a edição").click()
    expect(second.dialog).to_contain_text("nada se perde")
    first.write("Ainda não salvo.", after=WROTE)
    second.dialog.get_by_role("button", name="Assumir a edição").click()
    expect(second.text).to_have_attribute("contenteditable", "true")
    expect(second.text).to_contain_text(WROTE)
    learns(first, "Carlos Eduardo Moura assumiu a edição")
    expect(first.text).to_have_attribute("contenteditable", "false")
    expect(first.text).to_contain_text("Ainda não salvo.")
    expect_saved(first)
    second.write(LATER, after=WROTE)
    second.page.keyboard.press("Control+s")
    expect(second.dialog).to_contain_text("O documento mudou enquanto você escrevia")
    second.dialog.get_by_role("button", name=re.compile("^Manter meu texto")).click()
    expect_saved(second)
    place = f"/processes/{process}/documents/{draft}/versions"
    kept = [
        clerk.ask("GET", f"{place}/{each['number']}")["html"] for each in clerk.ask("GET", place)["items"]
    ]
    assert any("Ainda não salvo." in html for html in kept)
    assert LATER in saved_text(clerk, process, draft)


def test_draft_is_free_when_who_wrote_leaves(sit, process, draft):
    first = sit("ana.lima")
    first.edit(process, draft)
    second = sit("carlos.moura")
    second.edit(process, draft)
    expect(second.text).to_have_attribute("contenteditable", "false")
    with first.page.expect_response(lambda answer: "/editing/" in answer.url):
        first.button("Voltar ao processo").click()
    tell(second)
    expect(second.page.get_by_text("A edição está livre.").first).to_be_visible()
    expect(second.text).to_have_attribute("contenteditable", "true")


def test_favourite_letter_serves_as_model_of_another(sit, clerk, process, draft):
    desk = sit("ana.lima")
    desk.open_process(process, draft)
    desk.button("Incluir nos favoritos").click()
    desk.dialog.get_by_label("Grupo").fill("Despachos bons")
    desk.dialog.get_by_role("button", name="Incluir", exact=True).click()
    desk.go("/favoritos")
    expect(desk.heading("Despachos bons")).to_be_visible()
    desk.go(f"/processo/{process}/incluir?tipo=despacho")
    desk.page.get_by_role("radio", name="Favorito", exact=True).check()
    option = desk.page.get_by_role("option").filter(has_text="Despachos bons")
    desk.page.get_by_label(re.compile("^Documento favorito")).select_option(option.get_attribute("value"))
    desk.button("Criar e escrever").click()
    expect(desk.text).to_contain_text(BODY)


def test_form_is_included_filled_in_and_signed_like_a_letter(sit, clerk, process):
    """DOC-07."""
    desk = sit("ana.lima")
    desk.go(f"/processo/{process}/incluir?tipo=solicitacao-poda")
    desk.button("Criar e preencher").click()
    desk.page.get_by_label(re.compile("^Serviço pedido")).select_option("Poda")
    desk.page.get_by_label(re.compile("^Quantidade")).fill("2,5")
    desk.page.get_by_role("checkbox", name="Risco de queda").check()
    desk.button("Salvar e terminar depois").click()
    expect(desk.page.get_by_text("Quantidade de árvores: informe um número inteiro.").first).to_be_visible()
    desk.page.get_by_label(re.compile("^Quantidade")).fill("2")
    desk.button("Salvar e terminar depois").click()
    expect(desk.paper).to_contain_text("Risco de queda")
    document = desk.page.url.rsplit("/", 1)[1]
    desk.edit_form(process, document)
    desk.button("Salvar").click()
    expect(desk.page.get_by_text("Responda este campo.").first).to_be_visible()
    desk.page.get_by_label(re.compile("^Endereço")).fill("Rua Guarani, 100")
    desk.page.get_by_label(re.compile("^Bairro")).fill("Itaguá")
    desk.page.get_by_label(re.compile("^Onde a árvore")).select_option("Calçada ou praça")
    desk.page.get_by_label(re.compile("^Altura")).fill("7,5")
    desk.page.get_by_label(re.compile("^Valor")).fill("1.234,50")
    desk.button("Salvar").click()
    expect(desk.paper).to_contain_text("R$ 1.234,50")
    desk.button("Assinar").click()
    desk.dialog.get_by_label("Cargo ou função").select_option("Agente de Protocolo")
    desk.sign()
    expect(desk.paper).to_contain_text("assinado eletronicamente por Ana Carolina Lima")
    assert "7,5" in saved_text(clerk, process, document)


def tell(desk: Desk) -> None:
    """The next renewal of the lock, now: what the clock or a connection that came back would bring."""
    with desk.page.expect_response(lambda answer: answer.url.endswith("/editing")):
        desk.page.evaluate("window.dispatchEvent(new Event('online'))")


def learns(desk: Desk, sentence: str) -> None:
    """What was asked just before the other took over is answered as it was then: it is asked again."""
    said = desk.page.get_by_text(sentence)

    def told() -> bool:
        tell(desk)
        with contextlib.suppress(NotYet):
            said.wait_for(timeout=5_000)
        return said.is_visible()

    wait_until(told, sentence)


def test_document_and_process_are_cited_by_number_and_found_through_the_citation(sit, clerk, process, draft):
    """DOC-03: the link leads by the number, and the title shown is today's."""
    cited = clerk.write(process, "despacho")
    nup = clerk.ask("GET", f"/processes/{process}")["process"]["nup"]
    desk = sit("ana.lima")
    desk.edit(process, draft)
    desk.write("Conforme ", after=BODY)
    for number in (cited["number"], nup):
        desk.page.keyboard.type(" #")
        desk.dialog.get_by_label("Número").fill(number)
        desk.dialog.get_by_role("button", name="Citar", exact=True).click()
        expect(desk.text.locator(f"[data-number='{number}']")).to_have_attribute("title", re.compile(number))
    desk.page.keyboard.press("Control+s")
    expect_saved(desk)
    desk.open_process(process, draft)
    link = desk.paper.get_by_role("link", name=re.compile(cited["number"]))
    expect(link).to_have_attribute("title", re.compile(r"^Despacho .*\(\d+\)$"))
    with desk.page.context.expect_page() as opened:
        link.click()
    opened.value.wait_for_url(f"**/processo/{process}/documento/{cited['id']}")
    desk.go("/numero/9999999")
    expect(desk.page.get_by_text("Nada com este número")).to_be_visible()


def test_picture_is_described_before_the_document_is_signed_and_stays_on_the_signed_page(sit, clerk, process, draft):
    """DOC-03: sent, examined, shown in the editor and on the page; without words it is not signed."""
    desk = sit("ana.lima")
    desk.edit(process, draft)
    desk.write("Veja o mapa:", after=BODY)
    desk.button("Inserir").click()
    desk.page.get_by_role("menuitem", name="Imagem").click()
    picture = {"name": "foto.png", "mimeType": "image/png", "buffer": PNG}
    desk.dialog.get_by_label("Arquivo da imagem").set_input_files(picture)
    desk.dialog.get_by_role("button", name="Inserir", exact=True).click()
    shown = desk.text.get_by_role("img")
    expect(shown).to_have_attribute("src", re.compile("^blob:"))
    expect(desk.text).to_contain_text("Sem descrição: descreva antes de assinar")
    desk.page.keyboard.press("Control+s")
    expect_saved(desk)
    desk.edit(process, draft)
    expect(shown).to_have_attribute("src", re.compile("^blob:"))
    desk.button("Assinar").click()
    expect(desk.dialog).to_contain_text("Há imagem sem descrição")
    expect(desk.dialog).to_contain_text("Falta preencher [unidade de destino].")
    desk.dialog.get_by_label("Cargo ou função").select_option("Agente de Protocolo")
    desk.sign()
    expect(desk.dialog).to_contain_text("Descreva as imagens do texto antes de assinar.")
    desk.dialog.get_by_role("button", name="Cancelar").click()
    desk.button("Descrição e tamanho").click()
    desk.dialog.get_by_label("Descrição").fill("Mapa da Praia do Tenório")
    desk.dialog.get_by_role("button", name="Aplicar").click()
    desk.page.keyboard.press("Control+s")
    expect_saved(desk)
    desk.button("Assinar").click()
    desk.dialog.get_by_label("Cargo ou função").select_option("Agente de Protocolo")
    desk.sign()
    seen = desk.paper.get_by_role("img", name="Mapa da Praia do Tenório")
    expect(seen).to_be_visible()
    assert seen.evaluate("image => image.naturalWidth") > 0


def test_administrator_continues_the_numbers_of_a_paper_book(sit, installation):
    """DOC-02."""
    desk = sit("gustavo.leal")
    desk.go("/numeracao")
    desk.page.get_by_label("Tipo de documento").select_option("Memorando")
    hint = desk.page.get_by_text("O menor possível é")
    lowest = int(re.search(r"é (\d+)", hint.inner_text())[1])
    desk.field("Próximo número").fill(str(lowest + 100))
    desk.page.get_by_label(re.compile("^Motivo")).fill("Continuação do livro de memorandos")
    desk.button("Ajustar a numeração").click()
    expect(desk.page.get_by_text(f"O próximo, que seria {lowest}/")).to_be_visible()
    expect(desk.page.get_by_text("Continuação do livro de memorandos")).to_be_visible()


def test_one_letter_goes_into_each_process_of_a_list_after_its_report(sit, clerk, process):
    """DOC-09."""
    other = clerk.start("Iluminação da Praia Grande")["id"]
    model = clerk.write(process, "despacho")
    body = next(each for each in model["content"]["content"] if each["attrs"]["role"] == "body")
    asked = {"type": "text", "text": "Ciência a {{Nome}}."}
    body["content"] = [{"type": "paragraph", "attrs": {"style": "body"}, "content": [asked]}]
    clerk.save(process, model)
    nups = [clerk.ask("GET", f"/processes/{one}")["process"]["nup"] for one in (process, other)]
    desk = sit("ana.lima")
    desk.go("/documento-em-varios")
    desk.page.get_by_label(re.compile("^Tipo dos documentos")).select_option("Despacho")
    desk.page.get_by_label(re.compile("^Número do documento modelo")).fill(model["number"])
    sheet = f"Processo;Nome\n{nups[0]};José da Conceição\n{nups[1]};Maria das Dores\n00000.000000/2026-00;Ninguém\n"
    file = {"name": "lista.csv", "mimeType": "text/csv", "buffer": sheet.encode("cp1252")}
    desk.page.get_by_label("Ou o arquivo CSV").set_input_files(file)
    expect(desk.page.get_by_label(re.compile("^Processos"))).to_have_value(sheet)
    desk.button("Conferir a lista").click()
    expect(desk.page.get_by_text("2 de 3 linhas estão prontas.")).to_be_visible()
    desk.button("Criar 2 documentos").click()
    expect(desk.page.get_by_text(re.compile("^Criado o documento"))).to_have_count(2)
    made = clerk.ask("GET", f"/processes/{other}/documents")["items"][-1]
    assert "Ciência a Maria das Dores." in saved_text(clerk, other, made["id"])
