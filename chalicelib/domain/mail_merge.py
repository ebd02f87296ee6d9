"""One text into many processes, each with its own words: a sheet of rows over a model (DOC-09).

A row names a process; its other columns fill the model's fields, written ``{{coluna}}``. A list of nothing but
process numbers is such a sheet too: the same text goes into each.
"""

import copy
import csv
import re
from collections.abc import Mapping

from chalicelib.domain.value import dataclass

from .content_parsing import Content, clean_text, parse
from .content_sections import nodes
from .errors import FieldError, InvalidRequest
from .sheet import column_name, csv_lines

PROCESS_COLUMN = "processo"
MOST_ROWS = 500
MOST_COLUMNS = 40
LONGEST_VALUE = 2_000

_FIELD = re.compile(r"\{\{\s*([^{}]{1,60}?)\s*\}\}")
_NUMBER = re.compile(r"[0-9][0-9./-]{2,48}[0-9]")


@dataclass(frozen=True, slots=True)
class Row:
    """``line`` as a spreadsheet counts it; ``process`` as written; ``fields`` by the name of their column."""

    line: int
    process: str
    fields: Mapping[str, str]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows, and the names of the columns that fill fields."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_sheet(text: str) -> Sheet:
    """Comma, semicolon or tab between the columns; the first line names them, unless it is a process number itself.

    Raises InvalidRequest on ``rows``: ``no_rows``, ``too_many_rows``, ``no_process_column``, ``repeated_column``,
    ``unreadable``.
    """
    lines = _lines(text)
    if not lines:
        raise _refusal("no_rows", "Não há nenhuma linha.")
    names = [column_name(cell) for cell in lines[0][1]]
    if len(names) == 1 and _NUMBER.fullmatch(lines[0][1][0].strip()):
        names = [PROCESS_COLUMN]
    else:
        lines = lines[1:]
    _check_names(names)
    if not lines:
        raise _refusal("no_rows", "Não há nenhuma linha abaixo do nome das colunas.")
    if len(lines) > MOST_ROWS:
        raise _refusal("too_many_rows", f"São linhas demais: até {MOST_ROWS} de cada vez.")
    rows = tuple(_row(number, names, cells) for number, cells in lines)
    return Sheet(tuple(name for name in names if name != PROCESS_COLUMN), rows)


def _lines(text: str) -> list[tuple[int, list[str]]]:
    try:
        return csv_lines(text)
    except csv.Error as error:
        raise _refusal("unreadable", "O arquivo não é um CSV: há aspas que não se fecham.") from error


def _check_names(names: list[str]) -> None:
    if PROCESS_COLUMN not in names:
        raise _refusal("no_process_column", "Falta a coluna “processo”, com o número do processo de cada linha.")
    if len(names) > MOST_COLUMNS or len(set(names)) < len(names) or "" in names:
        raise _refusal(
            "repeated_column", f"Cada coluna tem um nome só seu, e são até {MOST_COLUMNS}. Confira a primeira linha."
        )


def _row(line: int, names: list[str], cells: list[str]) -> Row:
    values = dict(zip(names, (clean_text(cell).strip()[:LONGEST_VALUE] for cell in cells), strict=False))
    process = values.pop(PROCESS_COLUMN, "")
    return Row(line, process, values, len(cells) == len(names))


def fields_of(content: Content) -> tuple[str, ...]:
    """The fields that a text asks for, each once, as columns are named."""
    found = (column_name(written) for node in _texts(content) for written in _FIELD.findall(node["text"]))
    return tuple(dict.fromkeys(name for name in found if name))


def missing(row: Row, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The fields that the row leaves empty."""
    return tuple(name for name in wanted if not row.fields.get(name))


def filled(content: Content, fields: Mapping[str, str]) -> Content:
    """The text with each field's words; a field that nobody fills stays as it was written."""
    if not fields:
        return content
    tree = copy.deepcopy(content.tree)
    for node in _texts(Content(tree)):
        node["text"] = _FIELD.sub(lambda found: fields.get(column_name(found[1])) or found[0], node["text"])
    return parse(tree)


def _texts(content: Content) -> list[dict[str, str]]:
    return [node for node in nodes(content.tree) if node["type"] == "text"]


def _refusal(code: str, message: str) -> InvalidRequest:
    return InvalidRequest(FieldError("rows", code, message))
