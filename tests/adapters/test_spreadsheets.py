"""Spreadsheet files in and out: XLSX opened by a child that nothing in it can hurt, CSV as old ones write it."""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime

import pytest
from openpyxl import Workbook

from chalicelib.adapters.spreadsheets.files import SpreadsheetFiles, readers
from chalicelib.adapters.spreadsheets.reader import LARGEST_UNFOLDED
from chalicelib.domain.sheet import MOST_ROWS
from tests.application.under_way import invalid

FILES = SpreadsheetFiles()


@pytest.fixture(scope="module", autouse=True)
def waiting() -> Iterator[None]:
    yield
    readers.dismiss()


def book(*rows: tuple[object, ...]) -> bytes:
    made = Workbook()
    for row in rows:
        made.active.append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def test_cells_are_read_as_somebody_sees_them():
    data = book(("Nome", "CPF", "Desde", "Ativo", "Nota"), (), ("Ana", 1234567890, datetime(2026, 12, 31), True, None))
    assert FILES.read(data) == [
        (1, ["Nome", "CPF", "Desde", "Ativo", "Nota"]),
        (3, ["Ana", "1234567890", "31/12/2026", "sim"]),
    ]


def test_what_is_written_is_read_back_and_no_cell_is_a_formula():
    lines = [["Máscara", "CPF"], ["=1+1", "00012345678"], ["@cod_unidade_sei_05d@", "duas\nlinhas"]]
    data = FILES.write("Órgãos e o mais que houver nesta tabela", lines)
    assert [cells for _, cells in FILES.read(data)] == lines
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1252"])
def test_csv_is_read_in_whatever_it_was_written(encoding):
    assert FILES.read("Usuário;Órgão\nana;PMU".encode(encoding)) == [(1, ["Usuário", "Órgão"]), (2, ["ana", "PMU"])]


def test_no_more_is_read_than_a_sheet_may_hold():
    data = book(*((n, "x") for n in range(MOST_ROWS + 500)))
    assert len(FILES.read(data)) == MOST_ROWS + 2


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (LARGEST_UNFOLDED + 1))
    return file.getvalue()


def laughing() -> bytes:
    """A sheet whose document type unfolds without end."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "risos">{entities}]>'
    file, whole = io.BytesIO(), zipfile.ZipFile(io.BytesIO(book(("Nome",), ("Ana",))))
    with zipfile.ZipFile(file, "w") as archive:
        for name in whole.namelist():
            part = whole.read(name).decode()
            archive.writestr(name, head + part.replace("Ana", "&a11;") if name.endswith("sheet1.xml") else part)
    return file.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04 no more", book(("Nome",))[:-300], bomb(), laughing(), b"\xd0\xcf\x11\xe0", b"a\x00b", b'a;"b'],
    ids=["not-a-zip", "cut-off", "bomb", "laughing", "xls", "binary", "open-quote"],
)
def test_file_that_is_no_spreadsheet_is_refused_in_words(data):
    with invalid(("file", "unreadable")):
        FILES.read(data)
    assert FILES.read(b"a;b") == [(1, ["a", "b"])]
