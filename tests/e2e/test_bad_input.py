"""What goes wrong at a desk: each thing with its sentence, and nothing a person wrote is lost.

Issue 2, "Bad input, each with its message and nothing lost", as far as a browser shows it.
"""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.e2e.desk import Desk
from tests.e2e.kept_drafts import kept_here, leave
from tests.e2e.letters import received_pdf

WROTE = "Encaminho os autos para análise da equipe técnica."
BODY = "Ciente do que consta dos autos."
LIMIT_BYTES = 5 * 1024**3


@pytest.fixture
def clerk(installation):
    return installation.caller("ana.lima")


@pytest.fixture
def colleague(installation):
    """Works in the same unit as the clerk."""
    return installation.caller("carlos.moura")


@pytest.fixture
def process(clerk) -> str:
    return clerk.start("Conservação da ponte do Itaguá")["id"]


@pytest.fixture
def draft(clerk, process) -> str:
    return clerk.write(process, "despacho")["id"]


def saved_text(caller, process: str, document: str) -> str:
    return caller.read(process, document)["html"]


def expect_saved(desk: Desk) -> None:
    expect(desk.page.locator(".saving-state")).to_have_text(re.compile(r"^Salvo às"))


class TestPassword:
    """ACC-01: guessing is slowed down and says so; the right password enters afterwards."""

    def test_ten_wrong_passwords_are_refused_then_made_to_wait(self, new_context, installation):
        desk = Desk(new_context().new_page(), installation.site, "fulano.inexistente")
        desk.go("/entrar")
        for attempt in range(10):
            with desk.page.expect_response(lambda answer: answer.url.endswith("/api/sessions")) as answered:
                desk.enter(f"senha-errada-{attempt}")
            assert answered.value.status in (401, 429)
            expect(desk.page.get_by_role("alert")).to_contain_text(
                "Usuário ou senha não conferem"
                if answered.value.status == 401
                else "Muitas tentativas seguidas"
            )
        assert answered.value.status == 429
        expect(desk.field("Usuário")).to_have_value("fulano.inexistente")
        installation.forgive_attempts()
        Desk(desk.page, desk.site, "ana.lima").enter()
        expect(desk.heading("Caixa da unidade")).to_be_visible()


class TestWriting:
    """DOC-03, DOC-05: what was written outlives the session, the network and the acts of others."""

    def test_text_survives_a_session_that_ends_in_mid_edit(self, sit, installation, process, draft):
        desk = sit("ana.lima")
        desk.edit(process, draft)
        installation.expire_sessions("ana.lima")
        desk.write(WROTE, after=BODY)
        expect(desk.dialog).to_contain_text("Sua sessão terminou")
        expect(desk.dialog).to_contain_text("O que você escreveu nesta tela continua aqui.")
        desk.dialog.get_by_label(re.compile("^Senha")).fill("praia-grande-2026")
        desk.dialog.get_by_role("button", name="Entrar", exact=True).click()
        expect(desk.dialog).to_have_count(0)
        expect_saved(desk)
        expect(desk.text).to_contain_text(WROTE)
        assert WROTE in saved_text(installation.caller("ana.lima"), process, draft)

    def test_text_survives_the_network_going_off_and_coming_back(self, sit, clerk, process, draft):
        desk = sit("ana.lima")
        desk.edit(process, draft)
        desk.page.context.set_offline(True)
        desk.write(WROTE, after=BODY)
        expect(desk.page.get_by_text("Você pode continuar escrevendo")).to_be_visible()
        desk.page.context.set_offline(False)
        expect_saved(desk)
        assert WROTE in saved_text(clerk, process, draft)

    def test_text_never_sent_comes_back_after_the_page_is_closed(self, sit, clerk, process, draft):
        desk = sit("ana.lima")
        desk.edit(process, draft)
        desk.page.context.set_offline(True)
        desk.write(WROTE, after=BODY)
        expect(desk.page.get_by_text("Você pode continuar escrevendo")).to_be_visible()
        again = Desk(desk.page.context.new_page(), desk.site, desk.login)
        desk.page.close()
        again.page.context.set_offline(False)
        # Who has not entered, or is somebody else, finds nothing to read (ASVS 14.3.3).
        again.page.goto(f"{again.site}/favicon.svg")
        leave(again.page)
        kept = kept_here(again.page)
        assert f"ana.lima/{draft}" in kept
        assert not [word for word in WROTE.split() if len(word) > 4 and word in kept]
        again.arrive()
        again.edit(process, draft)
        expect(again.page.get_by_text("Recuperamos texto não enviado")).to_be_visible()
        again.button("Restaurar").click()
        expect(again.text).to_contain_text(WROTE)
        expect_saved(again)
        assert WROTE in saved_text(clerk, process, draft)

    def test_text_is_kept_when_the_process_is_concluded_meanwhile(self, sit, installation):
        director, analyst = installation.caller("juliana.rocha"), installation.caller("thiago.pires")
        process = director.start("Regularização de muro na Rua Hans Staden")["id"]
        draft = analyst.write(process, "despacho")["id"]
        desk = sit("thiago.pires")
        desk.edit(process, draft)
        director.ask("POST", f"/processes/{process}/conclusion", {})
        desk.write(WROTE, after=BODY)
        expect(desk.page.get_by_text("O texto não foi salvo.")).to_be_visible()
        expect(desk.page.get_by_text("O processo não está aberto na sua unidade.")).to_be_visible()
        expect(
            desk.page.get_by_text("O que você escreveu continua guardado neste computador.")
        ).to_be_visible()
        desk.button("Copiar meu texto").click()
        expect(desk.page.get_by_text("Texto copiado.").first).to_be_visible()
        assert WROTE in desk.page.evaluate("navigator.clipboard.readText()")
        assert WROTE not in saved_text(analyst, process, draft)

    def test_second_of_two_people_on_a_draft_is_told_and_chooses(self, sit, colleague, process, draft):
        desk = sit("ana.lima")
        desk.edit(process, draft)
        before = colleague.read(process, draft)
        colleague.save(process, before)
        desk.write(WROTE, after=BODY)
        expect(desk.dialog).to_contain_text("O documento mudou enquanto você escrevia")
        expect(desk.dialog).to_contain_text("Carlos Eduardo Moura salvou este documento")
        desk.dialog.get_by_role("button", name=re.compile("^Manter meu texto")).click()
        expect_saved(desk)
        assert WROTE in saved_text(colleague, process, draft)

    def test_script_written_in_a_document_is_only_text(self, sit, clerk, process, draft):
        hostile = (
            "<img src=x onerror=\"document.title='invadido'\"><script>document.title='invadido'</script>"
        )
        desk = sit("ana.lima")
        desk.edit(process, draft)
        desk.write(hostile, after=BODY)
        desk.page.keyboard.press("Control+s")
        expect_saved(desk)
        desk.open_process(process, draft)
        expect(desk.paper).to_contain_text(hostile)
        assert desk.page.frames[-1].title() != "invadido"
        assert "invadido" not in desk.page.title()


class TestSigning:
    """DOC-10: what is signed is what was seen."""

    def test_document_changed_between_view_and_signature_is_not_signed(self, sit, colleague, process, draft):
        desk = sit("ana.lima")
        desk.open_process(process, draft)
        desk.button("Assinar").click()
        desk.dialog.get_by_label("Cargo ou função").select_option("Agente de Protocolo")
        before = colleague.read(process, draft)
        paragraph = {
            "type": "paragraph",
            "attrs": {"style": "body"},
            "content": [{"type": "text", "text": "Outro."}],
        }
        body = next(part for part in before["content"]["content"] if part["attrs"]["role"] == "body")
        body["content"].append(paragraph)
        colleague.save(process, before)
        desk.sign()
        expect(desk.dialog).to_contain_text("Não assinado: o documento mudou depois que você o abriu.")
        assert colleague.read(process, draft)["signatures"] == []

    def test_wrong_password_signs_nothing_and_asks_again(self, sit, clerk, process, draft):
        desk = sit("ana.lima")
        desk.open_process(process, draft)
        desk.button("Assinar").click()
        desk.dialog.get_by_label("Cargo ou função").select_option("Agente de Protocolo")
        desk.sign("senha-errada")
        expect(desk.dialog).to_contain_text("A senha não confere")
        assert clerk.read(process, draft)["signatures"] == []
        desk.sign()
        expect(desk.paper).to_contain_text("assinado eletronicamente por Ana Carolina Lima")


class TestFiles:
    """DOC-08: a file that cannot be accepted says why, and never becomes a document."""

    def choose(self, sit, process: str, *files: object) -> Desk:
        desk = sit("ana.lima")
        desk.go(f"/processo/{process}/incluir?modo=arquivo")
        desk.page.locator("input[type=file]").set_input_files(list(files))
        return desk

    def refused(self, desk: Desk):
        return desk.page.get_by_role("list", name="Arquivos", exact=True).get_by_role("listitem")

    def test_forbidden_type_is_refused_with_a_way_out(self, sit, process):
        program = {"name": "programa.exe", "mimeType": "application/octet-stream", "buffer": b"MZ\x90"}
        desk = self.choose(sit, process, program)
        expect(self.refused(desk)).to_contain_text(
            "Arquivos .exe não são aceitos. Se puder, converta para PDF."
        )

    def test_program_named_as_pdf_is_refused_by_the_inspection(self, sit, process):
        disguised = {"name": "planta.pdf", "mimeType": "application/pdf", "buffer": b"MZ" + bytes(500)}
        desk = self.choose(sit, process, disguised)
        expect(self.refused(desk)).to_contain_text("Recusado")
        desk.button("Incluir documento").click()
        expect(
            desk.page.get_by_text("Envie ao menos um arquivo e aguarde a verificação terminar.")
        ).to_be_visible()

    def test_file_of_zero_bytes_is_refused(self, sit, process):
        desk = self.choose(sit, process, {"name": "vazio.pdf", "mimeType": "application/pdf", "buffer": b""})
        expect(self.refused(desk)).to_contain_text("O arquivo está vazio (0 byte).")

    def test_file_over_the_limit_is_refused_before_being_sent(self, sit, process, tmp_path: Path):
        huge = tmp_path / "enorme.pdf"
        with huge.open("wb") as file:
            file.truncate(LIMIT_BYTES + 1)
        desk = self.choose(sit, process, huge)
        expect(self.refused(desk)).to_contain_text("O arquivo passa do limite de 5 GB.")

    def test_file_that_arrives_different_is_refused(self, sit, clerk, process):
        def declare_another_digest(route: Route) -> None:
            declared = json.loads(route.request.post_data or "{}")
            route.continue_(post_data=json.dumps(declared | {"sha256": "0" * 64}))

        desk = sit("ana.lima")
        desk.page.route("**/uploads", declare_another_digest)
        desk.go(f"/processo/{process}/incluir?modo=arquivo")
        file = {"name": "planta.pdf", "mimeType": "application/pdf", "buffer": received_pdf(["Planta"])}
        desk.page.locator("input[type=file]").set_input_files(file)
        expect(self.refused(desk)).to_contain_text(
            "O arquivo chegou diferente do que saiu do seu computador."
        )
        assert clerk.ask("GET", f"/processes/{process}/documents")["items"] == []


class TestSending:
    """TRA-01 and the search by number: what does not exist is said, and the process stays where it was."""

    def test_unknown_unit_is_not_offered_nor_accepted(self, sit, process):
        desk = sit("ana.lima")
        desk.open_process(process)
        desk.button("Enviar").click()
        desk.dialog.get_by_role("combobox").fill("unidade inventada")
        expect(desk.page.get_by_text("Nada encontrado").or_(desk.page.get_by_text("Nenhum"))).to_be_visible()
        desk.page.keyboard.press("Control+Enter")
        expect(desk.dialog).to_contain_text("Escolha ao menos uma unidade.")

    def test_unit_closed_meanwhile_is_refused_in_the_dialog(self, sit, process):
        def name_another_unit(route: Route) -> None:
            asked = json.loads(route.request.post_data or "{}")
            route.continue_(post_data=json.dumps(asked | {"units": ["unidade-extinta"]}))

        desk = sit("ana.lima")
        desk.page.route("**/routings", name_another_unit)
        desk.open_process(process)
        desk.button("Enviar").click()
        desk.choose("Unidades de destino", "alv", "SEMURB/ALV")
        desk.dialog.get_by_role("button", name="Enviar", exact=True).click()
        expect(desk.dialog).to_contain_text(re.compile("unidade", re.IGNORECASE))
        expect(desk.dialog.get_by_text("Não foi feito").or_(desk.dialog.get_by_role("alert"))).to_be_visible()
        expect(desk.page.get_by_text("Aberto em SEMAD/PROT")).to_be_attached()

    def test_number_of_another_agency_finds_nothing(self, sit):
        desk = sit("ana.lima")
        desk.go("/caixa")
        desk.page.get_by_role("searchbox").fill("99999.000001/2026-05")
        desk.page.keyboard.press("Enter")
        alert = desk.page.get_by_role("search").get_by_role("alert")
        expect(alert).to_contain_text("Nenhum processo ou documento com o número 99999.000001/2026-05.")
