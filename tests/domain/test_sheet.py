"""Spreadsheets as rows of words: headings, cells, and what a cell cannot say (issue 5 §6)."""

import pytest

from chalicelib.domain.catalogue_table import FieldKind, TableField
from chalicelib.domain.mail_merge import read_sheet
from chalicelib.domain.sheet import (
    MOST_ROWS,
    SheetRow,
    cell_of,
    code_of,
    csv_lines,
    csv_text,
    read_cells,
    sheet_of,
)
from tests.application.under_way import invalid

NAMES = {"units": {"gab": "GAB", "obras": "OBRAS", "gab-2": "Gab"}, "subjects": {"01.01": "01.01 Férias; licenças"}}


def field(kind: FieldKind, **more) -> TableField:
    return TableField("thing", "Coisa pública", kind, **more)


def row(cell: str) -> SheetRow:
    return SheetRow(2, {"coisa_publica": cell})


def test_columns_are_known_without_case_accents_or_signs():
    sheet = sheet_of(csv_lines("\ufeffUSUÁRIO;Nome  Civil;\nana;Ana\n\n;\nruy;"))
    assert list(sheet.columns) == ["usuario", "nome_civil"]
    assert [(one.line, dict(one.cells)) for one in sheet.rows] == [
        (2, {"usuario": "ana", "nome_civil": "Ana"}),
        (5, {"usuario": "ruy"}),
    ]
    assert sheet.unused([TableField("login", "Usuário")]) == ("Nome  Civil",)


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "no_rows"), ("Nome", "no_rows"), ("Nome;nome\na;b", "columns"), ("Nome;;E-mail\na;b;c", "columns")],
)
def test_sheet_without_rows_or_with_columns_that_cannot_be_told_apart_is_refused(text, code):
    with invalid(("file", code)):
        sheet_of(csv_lines(text))


def test_sheet_holds_so_many_rows():
    with invalid(("file", "too_many_rows")):
        sheet_of([(1, ["Nome"]), *((n, ["a"]) for n in range(MOST_ROWS + 1))])


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        (FieldKind.FLAG, "Sim", True),
        (FieldKind.FLAG, "NÃO", False),
        (FieldKind.NUMBER, "5.0", 5),
        (FieldKind.DAY, "31/12/2026", "2026-12-31"),
        (FieldKind.DAY, "2026-12-31", "2026-12-31"),
        (FieldKind.LINES, "um\n\n dois", ["um", "dois"]),
        (FieldKind.ENTRY, "obras", "obras"),
        (FieldKind.ENTRIES, "Obras; gab", ["obras", "gab"]),
    ],
)
def test_cell_says_a_value(kind, cell, value):
    assert read_cells([field(kind, table="units")], row(cell), NAMES) == ({"thing": value}, [])


@pytest.mark.parametrize(
    ("kind", "cell", "sentence"),
    [
        (FieldKind.FLAG, "talvez", "“talvez” não é sim nem não."),
        (FieldKind.NUMBER, "cinco", "“cinco” não é um número inteiro."),
        (FieldKind.DAY, "31/02/2026", "“31/02/2026” não é uma data, como em 31/12/2026."),
        (FieldKind.ENTRY, "SEMAD", "“SEMAD” não existe ou está desativado."),
        (FieldKind.ENTRY, "GÁB", "há mais de um “GÁB”; escreva o código."),
    ],
)
def test_cell_that_says_nothing_sensible_is_told_with_its_column(kind, cell, sentence):
    given, problems = read_cells([field(kind, table="units")], row(cell), NAMES)
    assert (given, problems) == ({}, [f"Coisa pública: {sentence}"])


def test_empty_cell_says_nothing():
    assert read_cells([field(FieldKind.FLAG)], SheetRow(2, {}), NAMES) == ({}, [])


def test_code_goes_before_the_name():
    assert code_of("gab", NAMES["units"]) == "gab"


@pytest.mark.parametrize(
    ("kind", "table", "value", "cell"),
    [
        (FieldKind.ENTRY, "units", "obras", "OBRAS"),
        # A name that says too little, or would be read as two, gives way to the code.
        (FieldKind.ENTRY, "units", "gab-2", "gab-2"),
        (FieldKind.ENTRIES, "subjects", ["01.01"], "01.01"),
        (FieldKind.LINES, "", ["a; b", "c"], "a; b\nc"),
        (FieldKind.FLAG, "", False, "não"),
        (FieldKind.DAY, "", "2026-12-31", "31/12/2026"),
        (FieldKind.NUMBER, "", 0, "0"),
    ],
)
def test_what_is_written_is_read_back(kind, table, value, cell):
    one = field(kind, table=table)
    assert cell_of(one, value, NAMES) == cell
    assert read_cells([one], row(cell), NAMES) == ({"thing": value}, [])


def test_no_cell_of_a_csv_is_a_formula_and_none_is_changed_by_that():
    lines = [["Máscara"], ["@cod_unidade_sei_05d@"], ["=1+1"], ["'citado'"]]
    text = csv_text(lines)
    assert "\n'@cod" in text
    assert "\n'=1+1" in text
    read = sheet_of(csv_lines(text))
    assert [one.cells["mascara"] for one in read.rows] == ["@cod_unidade_sei_05d@", "=1+1", "'citado'"]


def test_mail_merge_reads_its_rows_the_same_way():
    assert read_sheet("Processo\tNome\n1/2026\tAna").rows[0].fields == {"nome": "Ana"}
