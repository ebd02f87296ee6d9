"""The main job of the product, word for word, by three people and a citizen, each in a browser of their own.

Proves ACC-01, PRO-01, PRO-02, PRO-05, PRO-10, PRO-27, DOC-01, DOC-03, DOC-08, DOC-10, DOC-11, DOC-15, DOC-16, DOC-17,
TRA-01, TRA-02, TRA-03, TRA-04 and TRA-07 as a person sees them.
"""

import re
import urllib.request
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.e2e.desk import NUP, Desk
from tests.e2e.letters import address_in_code, received_pdf, text_of
from tests.e2e.pictures import Album

pytestmark = pytest.mark.timeout(600)

SPECIFICATION = "Reforma da cobertura da Pousada Recanto das Canoas"
REQUEST = "recebemos o projeto da reforma e o encaminhamos para vistoria e manifestação técnica"
OPINION = "Nada a opor à reforma, observado o recuo previsto no projeto."
# What the template leaves to the writer, and what the writer says.
LETTER = {
    "[cargo do destinatário]": "Administradora",
    "[endereço]": "Rua das Canoas, 120, Praia Grande",
    "[cargo]": "Administradora",
    "[expor o fato ou a decisão que motiva este ofício, em linguagem clara e direta]": REQUEST,
    "[data]": "7 de dezembro de 2026",
}
DISPATCH = {
    "Ciente do que consta dos autos.": OPINION,
    "[unidade de destino]": "SEMAD/PROT",
    "[manifestação, providência ou decisão]": "ciência ao interessado",
    "[número]": "10",
}
RECEIVED = [
    "Requerimento de alvará",
    "Pousada Recanto das Canoas Ltda.",
    "Reforma da cobertura do restaurante",
]


@dataclass(slots=True)
class Job:
    """What the people pass on to each other."""

    album: Album
    nup: str = ""
    letter: str = ""
    dispatch: str = ""
    codes: dict[str, str] = field(default_factory=dict)
    printed: bytes = b""
    pictures: int = 0

    def picture(self, desk: Desk, name: str) -> None:
        self.pictures += 1
        self.album.keep(desk.page, f"{self.pictures:02d}-{name}")


def test_three_people_do_the_main_job_and_a_citizen_checks_the_letter(new_context, installation, album):
    def person(login: str) -> Desk:
        return Desk(new_context().new_page(), installation.site, login)

    job = Job(album)
    clerk, director, analyst = person("ana.lima"), person("juliana.rocha"), person("thiago.pires")
    clerk_comes_in(clerk, job)
    clerk_starts_the_process(clerk, job)
    clerk_writes_the_letter(clerk, job)
    clerk_signs_the_letter(clerk, job)
    clerk_includes_the_received_file(clerk, job)
    clerk_sends_asking_for_return(clerk, job)
    director_finds_it_new(director, job)
    director_opens_and_so_receives(director, job)
    director_reads_both_documents(director, job)
    director_assigns_it(director, job)
    analyst_writes_and_signs_a_dispatch(analyst, job)
    analyst_sends_it_back(analyst, job)
    clerk_reads_the_answer_and_concludes(clerk, job)
    citizen_checks_by_codes(person("cidadão"), job)
    citizen_checks_by_qr_code(person("cidadão"), job)


def clerk_comes_in(clerk: Desk, job: Job) -> None:
    clerk.go("/")
    expect(clerk.heading("Processo eletrônico")).to_be_visible()
    job.picture(clerk, "entrar")
    clerk.enter()
    expect(clerk.heading("Caixa da unidade")).to_be_visible()
    expect(clerk.page.get_by_text("SEMAD/PROT").first).to_be_visible()
    job.picture(clerk, "caixa")


def clerk_starts_the_process(clerk: Desk, job: Job) -> None:
    clerk.page.get_by_role("main").get_by_role("link", name="Iniciar processo").click()
    clerk.field("Procurar tipo").fill("alvará")
    job.picture(clerk, "iniciar-escolher-tipo")
    clerk.page.get_by_role("link", name=re.compile("alvará de construção")).first.click()
    clerk.page.get_by_label(re.compile("^Especificação")).fill(SPECIFICATION)
    clerk.page.get_by_role("radio", name=re.compile("^Público")).check()
    clerk.choose("Interessados", "pousada", re.compile("Pousada"))
    job.picture(clerk, "iniciar-processo")
    clerk.button("Iniciar processo").click()
    expect(clerk.heading(NUP)).to_be_visible()
    job.nup = NUP.search(clerk.heading(NUP).inner_text())[0]
    expect(clerk.notice(f"Processo {job.nup} iniciado.")).to_be_visible()
    expect(clerk.page.get_by_text(SPECIFICATION).first).to_be_visible()
    job.picture(clerk, "processo-iniciado")


def clerk_writes_the_letter(clerk: Desk, job: Job) -> None:
    clerk.button("Incluir documento").click()
    expect(clerk.heading("Incluir documento")).to_be_visible()
    job.picture(clerk, "incluir-escolher-tipo")
    clerk.field("Procurar tipo").fill("ofício")
    clerk.page.get_by_role("link", name=re.compile("^Ofício")).first.click()
    clerk.choose("Destinatários", "pousada", re.compile("Pousada"))
    clerk.button("Criar e escrever").click()
    expect(clerk.text).to_be_visible()
    job.letter = re.search(r"\((\d{7,})\)", clerk.page.get_by_role("heading", level=1).inner_text())[1]
    expect(clerk.text).to_contain_text(job.nup)
    for blank, words in LETTER.items():
        clerk.rewrite(blank, words)
    clerk.page.keyboard.press("Control+s")
    expect(clerk.page.get_by_text(re.compile(r"^Salvo às \d{2}:\d{2}"))).to_be_visible()
    job.picture(clerk, "escrever-oficio")


def clerk_signs_the_letter(clerk: Desk, job: Job) -> None:
    clerk.button("Assinar").click()
    expect(clerk.dialog).to_contain_text("tem valor legal")
    clerk.dialog.get_by_label("Cargo ou função").select_option("Agente de Protocolo")
    job.picture(clerk, "assinar")
    clerk.sign()
    expect(clerk.notice("Documento assinado.")).to_be_visible()
    expect(clerk.paper).to_contain_text(REQUEST)
    expect(clerk.paper).to_contain_text("Documento assinado eletronicamente por Ana Carolina Lima")
    signed = clerk.page.get_by_role("article")
    expect(signed).to_contain_text("Caneta amarela")
    job.codes = {
        "verificador": job.letter,
        "crc": re.search(r"CRC\s+([0-9A-F]{8})", signed.inner_text())[1],
    }
    job.picture(clerk, "oficio-assinado")


def clerk_includes_the_received_file(clerk: Desk, job: Job) -> None:
    clerk.button("Incluir documento").click()
    clerk.link("Enviar arquivo").click()
    file = {"name": "requerimento.pdf", "mimeType": "application/pdf", "buffer": received_pdf(RECEIVED)}
    clerk.page.locator("input[type=file]").set_input_files(file)
    expect(clerk.page.get_by_role("list", name="Arquivos", exact=True)).to_contain_text("Aceito")
    clerk.page.get_by_label(re.compile("^Tipo do documento")).select_option(label="Requerimento")
    clerk.page.get_by_role("spinbutton", name=re.compile("^dia, Data do documento")).click()
    clerk.page.keyboard.type("02032026")
    job.picture(clerk, "enviar-arquivo")
    clerk.button("Incluir documento").click()
    expect(clerk.page.get_by_role("treeitem")).to_have_count(2)
    expect(clerk.page.get_by_text("Pousada Recanto das Canoas Ltda.").first).to_be_visible()
    job.picture(clerk, "arquivo-incluido")


def clerk_sends_asking_for_return(clerk: Desk, job: Job) -> None:
    clerk.button("Enviar").click()
    clerk.choose("Unidades de destino", "alv", "SEMURB/ALV")
    clerk.dialog.get_by_role("radio", name="Dias úteis", exact=True).check()
    clerk.dialog.get_by_label(re.compile("^Quantidade de dias")).fill("5")
    job.picture(clerk, "enviar-processo")
    clerk.dialog.get_by_role("button", name="Enviar", exact=True).click()
    expect(clerk.notice("Processo enviado.")).to_be_visible()
    expect(clerk.page.get_by_text("Aberto em SEMURB/ALV")).to_be_visible()
    clerk.button("Tramitações").click()
    waiting = re.compile(r"Aguardando recebimento por SEMURB/ALV, vence em \d{2}/\d{2}/\d{4}")
    expect(clerk.page.get_by_text(waiting)).to_be_visible()
    job.picture(clerk, "processo-enviado")


def director_finds_it_new(director: Desk, job: Job) -> None:
    director.go("/entrar")
    director.enter()
    row = director.row(job.nup)
    expect(row).to_contain_text("Novo")
    expect(row).to_contain_text(SPECIFICATION)
    expect(row).to_contain_text("Devolver até")
    weight = row.get_by_role("link").evaluate("link => Number(getComputedStyle(link).fontWeight)")
    assert weight >= 600, "o processo não recebido aparece em negrito"
    job.picture(director, "caixa-com-processo-novo")


def director_opens_and_so_receives(director: Desk, job: Job) -> None:
    director.row(job.nup).get_by_role("link").click()
    expect(director.notice("Recebido agora por você nesta unidade.")).to_be_visible()
    expect(director.page.get_by_text("Processo recebido na unidade").first).to_be_visible()
    job.picture(director, "processo-recebido")


def director_reads_both_documents(director: Desk, job: Job) -> None:
    director.page.get_by_role("treeitem", name=re.compile("Ofício")).click()
    expect(director.paper).to_contain_text(REQUEST)
    expect(director.page.get_by_role("treeitem", name=re.compile("Ofício.*já visto"))).to_be_visible()
    expect(director.button("Editar")).to_have_count(0)
    job.picture(director, "ler-oficio")
    job.printed = _print(director)
    assert REQUEST in text_of(job.printed)
    director.page.get_by_role("treeitem", name=re.compile("Requerimento")).click()
    expect(director.page.get_by_text("Pousada Recanto das Canoas Ltda.").first).to_be_visible()
    expect(director.page.get_by_text("de 2", exact=True)).to_be_visible()
    job.picture(director, "ler-pdf")


def _print(desk: Desk) -> bytes:
    """What the new tab is sent: some browsers show a PDF, others keep it as a file."""
    context = desk.page.context
    with context.expect_event("request", lambda request: request.is_navigation_request()) as asked:
        desk.button("Ver em PDF").click()
    with urllib.request.urlopen(asked.value.url) as answer:
        wrote = answer.read()
    for tab in context.pages:
        if tab != desk.page:
            tab.close()
    return wrote


def director_assigns_it(director: Desk, job: Job) -> None:
    director.button("Atribuir").click()
    director.choose("Responsável", "Thiago", re.compile("Thiago"))
    job.picture(director, "atribuir")
    director.dialog.get_by_role("button", name="Atribuir").click()
    expect(director.page.get_by_text("Com Thiago Pires Camargo")).to_be_visible()


def analyst_writes_and_signs_a_dispatch(analyst: Desk, job: Job) -> None:
    analyst.go("/entrar")
    analyst.enter()
    analyst.page.get_by_role("link", name=re.compile("^Atribuídos a mim")).click()
    analyst.row(job.nup).get_by_role("link").click()
    analyst.button("Incluir documento").click()
    analyst.field("Procurar tipo").fill("despacho")
    analyst.page.get_by_role("link", name=re.compile("^Despacho")).first.click()
    analyst.button("Criar e escrever").click()
    expect(analyst.text).to_be_visible()
    job.dispatch = re.search(r"\((\d{7,})\)", analyst.page.get_by_role("heading", level=1).inner_text())[1]
    for blank, words in DISPATCH.items():
        analyst.rewrite(blank, words)
    job.picture(analyst, "escrever-despacho")
    analyst.button("Assinar").click()
    analyst.dialog.get_by_label("Cargo ou função").select_option("Arquiteto e Urbanista")
    analyst.sign()
    expect(analyst.paper).to_contain_text("assinado eletronicamente por Thiago Pires Camargo")
    expect(analyst.paper).to_contain_text(OPINION)


def analyst_sends_it_back(analyst: Desk, job: Job) -> None:
    analyst.button("Enviar").click()
    analyst.choose("Unidades de destino", "prot", "SEMAD/PROT")
    analyst.dialog.get_by_role("button", name="Enviar", exact=True).click()
    expect(analyst.page.get_by_text("Aberto em SEMAD/PROT")).to_be_visible()
    job.picture(analyst, "devolvido")


def clerk_reads_the_answer_and_concludes(clerk: Desk, job: Job) -> None:
    clerk.link("Caixa").click()
    expect(clerk.row(job.nup)).to_contain_text("Novo")
    job.picture(clerk, "caixa-com-resposta")
    clerk.row(job.nup).get_by_role("link").click()
    clerk.page.get_by_role("treeitem", name=re.compile("Despacho")).click()
    expect(clerk.paper).to_contain_text(OPINION)
    job.picture(clerk, "resposta-recebida")
    clerk.button("Concluir").click()
    expect(clerk.notice("Processo concluído nesta unidade.")).to_be_visible()
    expect(clerk.page.get_by_text("Concluído em todas as unidades")).to_be_visible()
    expect(clerk.page.get_by_text("Conclusão do processo na unidade").first).to_be_visible()
    job.picture(clerk, "concluido")


def citizen_checks_by_codes(citizen: Desk, job: Job) -> None:
    citizen.go("/publico.html")
    citizen.field("Código verificador").fill(job.codes["verificador"])
    citizen.field("Código CRC").fill(job.codes["crc"].lower())
    job.picture(citizen, "conferir")
    citizen.button("Conferir").click()
    expect_authentic(citizen, job)
    job.picture(citizen, "documento-autentico")


def citizen_checks_by_qr_code(citizen: Desk, job: Job) -> None:
    address = address_in_code(job.printed)
    assert {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()} == job.codes
    citizen.page.goto(address)
    expect_authentic(citizen, job)


def expect_authentic(citizen: Desk, job: Job) -> None:
    expect(citizen.heading("Documento autêntico")).to_be_visible()
    expect(citizen.page.get_by_text(job.nup).first).to_be_visible()
    expect(citizen.page.get_by_text("Ana Carolina Lima").first).to_be_visible()
    expect(citizen.paper).to_contain_text(REQUEST)
    assert citizen.page.context.cookies() == []
