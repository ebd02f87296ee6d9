"""A sheet over a model: rows, columns and the fields they fill (DOC-09)."""

import pytest

from chalicelib.domain import content
from chalicelib.domain.content import plain_text
from chalicelib.domain.errors import InvalidRequest
from chalicelib.domain.mail_merge import MOST_ROWS, fields_of, filled, missing, read_sheet
from tests.domain.content_examples import document, paragraph, section, text

MODEL = content.parse(
    document(section("body", paragraph("Prezado(a) ", text("{{ Nome do requerente }}", "bold"), ", deve {{valor}}.")))
)


def refusal(written: str) -> str:
    with pytest.raises(InvalidRequest) as caught:
        read_sheet(written)
    return caught.value.errors[0].code


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_columns_are_told_apart_by_the_mark_of_the_first_line(mark):
    lines = [["Processo", "Nome do Requerente", "Valor"], ["1/2026", "Ana", "10"], [], ["2/2026", "Zé", "20"]]
    sheet = read_sheet("\n".join(mark.join(cells) for cells in lines))
    assert sheet.columns == ("nome_do_requerente", "valor")
    assert [(row.line, row.process, row.fields["nome_do_requerente"]) for row in sheet.rows] == [
        (2, "1/2026", "Ana"),
        (4, "2/2026", "Zé"),
    ]


def test_list_of_numbers_alone_is_a_sheet_without_columns():
    sheet = read_sheet("35041.000387/2000-19\r\n35041.000388/2000-63\r\n")
    assert sheet.columns == ()
    assert [row.process for row in sheet.rows] == ["35041.000387/2000-19", "35041.000388/2000-63"]


def test_cell_between_quotes_keeps_its_marks_and_its_lines():
    (row,) = read_sheet('\ufeffprocesso;nome\n1/2026;"Ana; ""a"" Lima\nda Silva"').rows
    assert row.fields == {"nome": 'Ana; "a" Lima da Silva'}


def test_row_with_other_columns_than_the_first_is_told():
    rows = read_sheet("processo;nome\n1/2026\n2/2026;Ana;x\n3/2026;Ana").rows
    assert [row.whole for row in rows] == [False, False, True]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "no_rows"),
        ("\n ; \n", "no_rows"),
        ("processo;nome", "no_rows"),
        ("nome;valor\nAna;1", "no_process_column"),
        ("processo;nome;NOME\n1/2026;a;b", "repeated_column"),
        ("processo;;nome\n1/2026;a;b", "repeated_column"),
        ('processo;nome\n1/2026;"Ana', "unreadable"),
        ("processo\n" + "1/2026\n" * (MOST_ROWS + 1), "too_many_rows"),
    ],
)
def test_sheet_that_cannot_be_followed_is_refused(written, code):
    assert refusal(written) == code


def test_fields_are_found_and_filled_whatever_their_accents_case_and_style():
    assert fields_of(MODEL) == ("nome_do_requerente", "valor")
    (row,) = read_sheet("processo;NOME DO REQUERENTE;Valor\n1/2026;Ana;R$ 10").rows
    made = filled(MODEL, row.fields)
    assert plain_text(made) == "Prezado(a) Ana, deve R$ 10."
    assert "{{ Nome do requerente }}" in plain_text(MODEL)
    (bold,) = [node for node in made.sections[0]["content"][0]["content"] if node.get("marks")]
    assert bold["text"] == "Ana"


def test_field_without_value_is_told_and_stays_as_written():
    (row,) = read_sheet("processo;nome do requerente;valor\n1/2026;;10").rows
    assert missing(row, fields_of(MODEL)) == ("nome_do_requerente",)
    assert "{{ Nome do requerente }}" in plain_text(filled(MODEL, row.fields))


def test_value_is_text_and_never_another_field_nor_markup():
    (row,) = read_sheet("processo;nome do requerente;valor\n1/2026;{{valor}} <b>x</b>;@ano@").rows
    made = filled(MODEL, row.fields)
    assert plain_text(made) == "Prezado(a) {{valor}} <b>x</b>, deve @ano@."
    assert not [node for node in made.sections[0]["content"][0]["content"] if node["type"] != "text"]
