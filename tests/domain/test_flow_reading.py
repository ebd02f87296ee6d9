"""What whoever writes a flow is told: everything that is wrong, where, in their own words (issue 4 §7)."""

from dataclasses import replace

import pytest

from chalicelib.adapters.flow_text import read_text
from chalicelib.domain.errors import InvalidRequest
from chalicelib.domain.flow import OTHERS, FieldChoice, Role, StepKind, Way
from chalicelib.domain.flow_checks import Surroundings, problems
from chalicelib.domain.flow_reading import read_flow
from chalicelib.domain.form import FieldKind, Form, FormField
from tests.fakes.city import UNITS, Tables

TEXT = """
fluxo: pedido
nome: Pedido do cidadão
tipo_de_processo: pedido
tramitacao_livre: sim
etapas:
  - etapa: conferir
    nome: Conferir
    papel: iniciadora
    prazo: 5
    escala: sim
  - etapa: analisar
    nome: Analisar
    ramos:
      - nome: Pessoal
        etapas:
          - {etapa: pessoal, nome: Pessoal, unidade: semad-rh}
      - nome: Obras
        etapas:
          - {etapa: obra, nome: Obra, unidade: obras, documento: oficio}
    segue: decidir
  - etapa: decidir
    nome: Decidir
    unidade: gab
    decide:
      - {resposta: Deferir, segue: pressa}
      - {resposta: Refazer, segue: conferir}
  - etapa: pressa
    nome: Há pressa?
    campo: {documento: requerimento, campo: pressa}
    conforme:
      - {valor: sim, segue: emitir}
      - {outros: sim, segue: fim}
  - etapa: emitir
    nome: Emitir
    papel: superior
"""
CITY = Surroundings(
    {unit.id: unit for unit in UNITS},
    Tables().process_types(),
    Tables().document_types(),
    {"requerimento": Form((FormField("pressa", FieldKind.FLAG, "Há pressa?"),))},
)


def flow(**changes):
    return replace(read_flow(read_text(TEXT)), **changes)


def told(text):
    """What is said of a text: first that it cannot be understood, else what cannot be published."""
    try:
        return [error.message for error in problems(read_flow(read_text(text)), CITY)]
    except InvalidRequest as refusal:
        return [error.message for error in refusal.errors]


def test_flow_is_read_as_written():
    found = flow()
    assert (found.code, found.process_type, found.free_routing) == ("pedido", "pedido", True)
    kinds = {step.id: step.kind for step in found.steps}
    assert kinds == {
        "conferir": StepKind.WORK, "analisar": StepKind.PARALLEL, "decidir": StepKind.DECISION,
        "pressa": StepKind.CHOICE, "emitir": StepKind.WORK,
    }  # fmt: skip
    first = found.step("conferir")
    assert (first.role, first.days, first.escalates, first.ways) == (Role.STARTER, 5, True, (Way("analisar"),))
    assert found.step("obra").document == "oficio"
    assert found.step("obra").ways == (Way(None),), "a branch ends by itself"
    assert found.step("pressa").choice == FieldChoice("requerimento", "pressa")
    assert found.step("pressa").ways == (Way("emitir", value="sim"), Way(None, value=OTHERS))
    assert problems(found, CITY) == []


@pytest.mark.parametrize(
    ("written", "instead", "message"),
    [
        ("unidade: gab", "unidade: gabinete", "Etapa “Decidir”: a unidade “gabinete” não existe."),
        ("unidade: gab", "unidade: extinta", "Etapa “Decidir”: a unidade EXTINTA não recebe processos."),
        ("papel: superior", "papel: chefe", "Etapa “Emitir”: “papel” é um destes: iniciadora, superior."),
        ("papel: superior", "prazo: 3", "Etapa “Emitir”: informe a unidade ou o papel, e só um deles."),
        ("prazo: 5", "prazo: cinco", "Etapa “Conferir”: “prazo” é um número de dias úteis."),
        ("prazo: 5", "prazo: 0", "Etapa “Conferir”: o prazo é de 1 a 365 dias úteis."),
        ("    prazo: 5\n", "", "Etapa “Conferir”: só se encaminha à unidade superior o que tem prazo."),
        ("escala: sim", "escala: talvez", "Etapa “Conferir”: “escala” é sim ou não."),
        ("escala: sim", "escalar: sim", "Fluxo, etapa 1: “escalar” não é uma palavra conhecida aqui."),
        ("nome: Pedido do cidadão", "x: y", "Fluxo: falta “nome”."),
        ("documento: oficio", "documento: bula", "Etapa “Obra”: o tipo de documento “bula” não existe."),
        ("segue: conferir", "segue: reler", "Etapa “Decidir”: segue para “reler”, que não existe aqui."),
        ("segue: emitir", "segue: fim", "Etapa “Emitir”: nenhuma outra leva até ela."),
        ("resposta: Refazer", "resposta: Deferir", "Etapa “Decidir”: cada resposta da decisão tem um texto"),
        ("valor: sim", "valor: talvez", "Etapa “Há pressa?”: o campo não tem o valor “talvez”."),
        ("      - {outros: sim, segue: fim}\n", "", "Etapa “Há pressa?”: falta dizer para onde se segue com “não”."),
        ("campo: pressa}", "campo: urgência}", "Etapa “Há pressa?”: o campo “urgência” não existe"),
        ("documento: requerimento", "documento: oficio", "“oficio” não é um tipo de documento com formulário."),
        ("etapa: emitir", "etapa: decidir", "Há mais de uma etapa com o código “decidir”."),
        ("etapa: emitir", "etapa: Emitir Já", "Etapa “Emitir”: o código tem até 40 letras minúsculas"),
        ("tipo_de_processo: pedido", "tipo_de_processo: nenhum", "O tipo de processo “nenhum” não existe."),
        ("    papel: superior", "    papel: superior\n    segue: emitir", "não se chega ao fim"),
        ("- {etapa: pessoal, nome: Pessoal, unidade: semad-rh}", "[]", "não tem etapa nenhuma"),
        ("fluxo: pedido", "fluxo: pedido\nfluxo: outro", "“fluxo” está escrito duas vezes (linha 3)."),
        ("etapas:", "etapas: &a", "x"),
        ("nome: Conferir", "nome: [um", "O texto não segue a forma “palavra: valor”"),
    ],
)  # fmt: skip
def test_trouble_is_told_where_it_is(written, instead, message):
    assert TEXT.count(written) >= 1
    said = told(TEXT.replace(written, instead, 1))
    if instead.endswith("&a"):
        assert said == [], "an anchor that nothing repeats does no harm"
    else:
        assert any(message in one for one in said), said


def test_all_that_is_wrong_is_told_at_once():
    text = TEXT.replace("unidade: gab", "unidade: nada").replace("documento: oficio", "documento: nada")
    assert len(told(text)) == 2


@pytest.mark.parametrize(
    "text",
    ["", "[]", "etapas: 3", "a: &x [*x]", "[" * 3000, "- " * 500 + "a", "\x00", "x: !!python/object:os.a y", "7: a"],
)
def test_anything_else_is_refused_in_words(text):
    assert told(text)
    assert all(isinstance(message, str) and message.endswith(".") for message in told(text))


def test_choice_never_goes_round_without_work():
    ring = read_text(TEXT)
    ring["etapas"][3]["conforme"] = [{"valor": "sim", "segue": "pressa"}, {"outros": "sim", "segue": "fim"}]
    found = [error.code for error in problems(read_flow(ring), CITY)]
    assert "choice_ring" in found


def test_flow_does_not_begin_by_a_form_that_nobody_filled_in():
    backwards = replace(flow(), steps=(flow().step("pressa"), flow().step("emitir")))
    assert "begins_by_choice" in [error.code for error in problems(backwards, CITY)]
