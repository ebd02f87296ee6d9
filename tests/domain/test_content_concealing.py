"""LAI, art. 7º, § 2º: what is concealed in a text leaves it for good, and the rest reads as before."""

import json
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.domain.concealment_certificate import Certified, certificate, notice
from chalicelib.domain.content import canonical, parse, plain_text
from chalicelib.domain.content_concealing import CONCEALED, concealed, lines_of, said, with_notice
from chalicelib.domain.content_images import distinct_files
from tests.domain.content_examples import (
    CONTENTS,
    document,
    documents,
    footnote,
    heading,
    letter,
    paragraph,
    reference,
    section,
    text,
    variable,
)


@dataclass(frozen=True)
class Mark:
    line: int
    start: int
    end: int


def of(content, line, words):
    """The mark over ``words`` in a line."""
    start = lines_of(content)[line].text.index(words)
    return Mark(line, start, start + len(words))


BODY = paragraph("Ana Lima, CPF ", text("111.222.333-44", "bold"), ", mora em Ubatuba.")


def test_what_is_marked_is_replaced_and_says_nothing_of_its_length():
    content = parse(document(section("body", BODY, paragraph("Fim."))))
    after = concealed(content, [of(content, 0, "Ana Lima"), of(content, 0, "111.222.333-44")])
    assert plain_text(after) == f"{CONCEALED}, CPF {CONCEALED}, mora em Ubatuba.\nFim."
    assert b"Ana" not in canonical(after)
    assert b"111.222" not in canonical(after)


def test_a_passage_over_several_runs_of_text_is_told_once():
    content = parse(document(section("body", BODY)))
    after = concealed(content, [of(content, 0, "Lima, CPF 111.222.333-44, mora")])
    assert plain_text(after) == f"Ana {CONCEALED} em Ubatuba."


def test_marks_that_touch_or_overlap_leave_nothing_between_them():
    content = parse(document(section("body", paragraph("abcdefgh"))))
    after = concealed(content, [Mark(0, 1, 5), Mark(0, 3, 6), Mark(0, 6, 7)])
    kept = plain_text(after).replace(CONCEALED, "")
    assert kept == "ah"


def test_no_address_of_a_link_outlives_what_it_stood_behind():
    link = {
        "type": "text",
        "text": "escreva",
        "marks": [{"type": "link", "attrs": {"href": "mailto:ana.lima@ubatuba.example"}}],
    }
    content = parse(document(section("body", paragraph(link, " para Ana Lima"))))
    after = concealed(content, [of(content, 0, "Ana Lima")])
    assert b"ana.lima" not in canonical(after)
    assert "escreva para" in plain_text(after)


def test_a_variable_or_a_citation_goes_whole():
    cited = {"type": "documentReference", "attrs": {"number": "0977001"}}
    content = parse(
        document(section("body", paragraph("De ", variable("usuario_nome", "Ana Lima"), " ver ", cited)))
    )
    after = concealed(content, [of(content, 0, "Lima"), of(content, 0, "77")])
    assert plain_text(after) == f"De {CONCEALED} ver {CONCEALED}"
    assert b"Ana" not in canonical(after)
    assert b"0977001" not in canonical(after)


def test_an_answer_of_a_form_loses_its_value_too():
    answer = {
        "type": "formAnswer",
        "attrs": {"field": "cpf", "label": "CPF", "answer": ["11122233344"], "shown": ["111.222.333-44"]},
    }
    form = {"type": "formAnswers", "attrs": {"complete": True}, "content": [answer]}
    content = parse(document(section("body", form, locked=True)))
    assert lines_of(content)[0].text == "CPF: 111.222.333-44"
    after = concealed(content, [of(content, 0, "333")])
    assert plain_text(after) == f"CPF: {CONCEALED}"
    assert b"11122233344" not in canonical(after)


def test_the_notice_stands_before_the_foot_of_the_page():
    content = parse(document(section("body", paragraph("Texto")), section("footer", paragraph("Rua"))))
    after = with_notice(content, notice("0000123", "Informação pessoal (LAI, art. 31)"))
    read = plain_text(after)
    assert (
        read.index("Texto")
        < read.index("Cópia com trechos ocultados do documento nº 0000123")
        < read.index("Rua")
    )
    assert "Hipótese legal da ocultação: Informação pessoal (LAI, art. 31)." in read


def test_the_certificate_says_what_by_which_law_and_why():
    facts = Certified(
        "0000123", "Ofício", "0000130", "3555406.000012/2026-19", 2, "página 1 (2 trechos)", "LAI, art. 31",
        "Dados pessoais", "a" * 64, "b" * 64,
    )  # fmt: skip
    read = plain_text(certificate(facts))
    for words in (
        "documento nº 0000130 do processo nº 3555406.000012/2026-19 é cópia do documento nº 0000123 (Ofício)",
        "foram ocultados 2 trechos",
        "art. 7º, § 2º, da Lei nº 12.527",
        "Onde: página 1 (2 trechos).",
        "Motivo: Dados pessoais",
        "a" * 64,
        "b" * 64,
    ):
        assert words in read


def _without_leading(node):
    """Without notes and references, which may go or change with what is concealed elsewhere."""
    kept = [each for each in node.get("content", ()) if each["type"] not in ("footnote", "crossReference")]
    return {**node, "content": [_without_leading(each) for each in kept]} if kept or "content" in node else node


def test_a_note_is_a_line_of_its_own_and_goes_with_the_passage_that_calls_it():
    written = paragraph("Ana Lima", footnote("Prima de Rui."), " e outros", footnote("Rui Sá, CPF 1."))
    content = parse(document(section("body", written, paragraph("Fim."))))
    assert [(line.kind, line.text) for line in lines_of(content)][1:3] == [
        ("note", "Prima de Rui."),
        ("note", "Rui Sá, CPF 1."),
    ]
    after = concealed(content, [of(content, 0, "Lima e"), of(content, 2, "Rui Sá")])
    assert plain_text(after) == f"Ana {CONCEALED} outros\nNota 1: {CONCEALED}, CPF 1.\nFim."
    assert b"Prima" not in canonical(after)
    assert "Rui Sá" not in canonical(after).decode()


def test_a_reference_does_not_say_again_what_was_concealed_in_the_heading_it_leads_to():
    written = (heading("Dos bens de Ana", anchor="aaaaaa"), paragraph("Ver ", reference("aaaaaa", "“Dos bens de Ana”")))
    content = parse(document(section("body", CONTENTS, *written)))
    after = concealed(content, [of(content, 0, "de Ana")])
    assert "Ana" not in canonical(after).decode()
    assert plain_text(after).endswith(f"Ver “Dos bens {CONCEALED}”")


def test_a_picture_that_is_marked_leaves_the_text_and_another_stays():
    def picture(sha256, alt):
        return {"type": "image", "attrs": {"upload": "u" * 26, "alt": alt, "sha256": sha256, "media_type": "image/png"}}

    content = parse(document(section("body", picture("a" * 64, "Rosto de Ana"), picture("b" * 64, "Mapa"))))
    assert [(line.kind, line.upload) for line in lines_of(content)] == [("image", "u" * 26)] * 2
    after = concealed(content, [of(content, 0, "Ana")])
    assert plain_text(after) == f"{CONCEALED}\n[Imagem: Mapa]"
    assert "a" * 64 not in canonical(after).decode()
    assert [digest for digest, _ in distinct_files(after)] == ["b" * 64]


@settings(max_examples=150, deadline=None)
@given(documents, st.data())
def test_nothing_of_any_passage_of_any_document_is_left_in_its_place(value, data):
    content = parse(_without_leading(value))
    lines = lines_of(content)
    written = [number for number, line in enumerate(lines) if line.text]
    if not written:
        return
    number = data.draw(st.sampled_from(written))
    words = lines[number].text
    start = data.draw(st.integers(0, len(words) - 1))
    mark = Mark(number, start, data.draw(st.integers(start + 1, len(words))))
    after = lines_of(concealed(content, [mark]))
    assert len(after) == len(lines), "lines keep their numbers"
    assert CONCEALED in after[number].text
    assert [line.text for at, line in enumerate(after) if at != number] == [
        line.text for at, line in enumerate(lines) if at != number
    ]
    assert said(content, [mark]) == [words[mark.start : mark.end]]


def test_the_whole_of_a_letter_may_be_concealed():
    content = parse(letter(paragraph("Senhor Secretário,"), paragraph("João mora aqui.")))
    marks = [Mark(number, 0, len(line.text)) for number, line in enumerate(lines_of(content)) if line.text]
    assert "João" not in json.dumps(concealed(content, marks).tree, ensure_ascii=False)


@pytest.mark.parametrize("kind", ["paragraph", "heading"])
def test_lines_say_what_they_are(kind):
    block = (
        paragraph("x")
        if kind == "paragraph"
        else {"type": "heading", "attrs": {"level": 1}, "content": [text("x")]}
    )
    assert lines_of(parse(document(section("body", block))))[0].kind == kind
