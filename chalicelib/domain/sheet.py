"""A spreadsheet as rows of words, whatever file it came in, and what each cell of it says (issue 5 §6, §7).

Columns are known by the label that screens show, without case, accents or signs; an empty cell says nothing, so it
erases nothing either.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from chalicelib.domain.value import dataclass

from .catalogue_table import NO, YES, FieldKind, Names, TableField, words
from .errors import FieldError, InvalidRequest
from .spelling import plain

MOST_ROWS = 6_000
MOST_COLUMNS = 60
LONGEST_CELL = 5_000
TRUE = frozenset({"sim", "s", "x", "1", "verdadeiro", "true", "yes"})
FALSE = frozenset({"nao", "n", "0", "falso", "false", "no"})
#: A spreadsheet takes a cell that begins so for a formula, and would run what somebody wrote.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
#: What a value is when a field's list of entries knows it by two codes.
AMBIGUOUS = ""

Line = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """``line`` as a spreadsheet counts it; ``cells`` by the plain name of their column, those that say something."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """``columns`` as they were written, by their plain name."""

    columns: Mapping[str, str]
    rows: tuple[SheetRow, ...]

    def unused(self, known: Sequence[TableField]) -> tuple[str, ...]:
        """The columns that no field reads."""
        read = {name for field in known for name in names_of(field)}
        return tuple(written for name, written in self.columns.items() if name not in read)


def column_name(written: str) -> str:
    """How a field and its column are matched: without case, accents or signs between words."""
    return "_".join(re.findall(r"[a-z0-9]+", plain(written)))


def names_of(field: TableField) -> tuple[str, ...]:
    """What a field's column may be called: as on the screen, or as in the API."""
    return column_name(field.label), column_name(field.name)


def csv_lines(text: str) -> list[Line]:
    """Comma, semicolon or tab between the cells, whichever the first line has most of. Raises ``csv.Error``."""
    head = text.lstrip("\ufeff").split("\n", 1)[0]
    mark = max(";\t,", key=lambda each: (head.count(each), each == ";"))
    read = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=mark, strict=True)
    return [(read.line_num, cells) for cells in read if any(cell.strip() for cell in cells)]


def sheet_of(lines: Sequence[Line]) -> Sheet:
    """The first line names the columns. Raises InvalidRequest ``file``: ``no_rows``, ``too_many_rows``, ``columns``."""
    if len(lines) < 2:
        raise _refusal("no_rows", "A planilha não tem linhas abaixo do nome das colunas.")
    if len(lines) - 1 > MOST_ROWS:
        raise _refusal("too_many_rows", f"São linhas demais: até {MOST_ROWS} de cada vez. Divida a planilha.")
    heading = [cell.strip() for cell in lines[0][1]]
    while heading and not heading[-1]:
        heading.pop()
    names = [column_name(cell) for cell in heading]
    if len(names) > MOST_COLUMNS or len(set(names)) < len(names) or "" in names:
        message = f"Cada coluna tem um nome só seu, e são até {MOST_COLUMNS}. Confira a primeira linha."
        raise _refusal("columns", message)
    return Sheet(dict(zip(names, heading, strict=True)), tuple(_row(names, line) for line in lines[1:]))


def _row(names: list[str], line: Line) -> SheetRow:
    number, cells = line
    said = ((name, _unquoted(cell.strip())[:LONGEST_CELL]) for name, cell in zip(names, cells, strict=False))
    return SheetRow(number, {name: cell for name, cell in said if cell})


def read_cells(fields: Sequence[TableField], row: SheetRow, names: Names) -> tuple[dict[str, Any], list[str]]:
    """-> (what the row says of each field, as a form would; sentences about cells that say nothing sensible)."""
    given: dict[str, Any] = {}
    problems: list[str] = []
    for field in fields:
        cell = next((row.cells[name] for name in names_of(field) if name in row.cells), "")
        if not cell:
            continue
        value, trouble = _read(field, cell, names)
        if trouble:
            problems.append(f"{field.label}: {trouble}")
        else:
            given[field.name] = value
    return given, problems


def _read(field: TableField, cell: str, names: Names) -> tuple[Any, str]:
    match field.kind:
        case FieldKind.FLAG:
            word = plain(cell)
            return word in TRUE, "" if word in TRUE | FALSE else f"“{shortened(cell)}” não é sim nem não."
        case FieldKind.NUMBER:
            number = re.fullmatch(r"(-?[0-9]{1,9})([.,]0+)?", cell)
            return (int(number[1]), "") if number else (None, f"“{shortened(cell)}” não é um número inteiro.")
        case FieldKind.DAY:
            day = read_day(cell)
            return day, "" if day else f"“{shortened(cell)}” não é uma data, como em 31/12/2026."
        case FieldKind.LINES:
            return [line.strip() for line in cell.splitlines() if line.strip()], ""
        case FieldKind.CHOICE | FieldKind.ENTRY:
            return _one(field, cell, names)
        case FieldKind.CHOICES | FieldKind.ENTRIES:
            found = [_one(field, part, names) for part in re.split(r"[;\n]", cell) if part.strip()]
            return [code for code, _ in found], " ".join(trouble for _, trouble in found if trouble)
        case _:
            return cell, ""


def _one(field: TableField, cell: str, names: Names) -> tuple[str, str]:
    offered = names.get(field.table, {}) if field.table else dict(field.options)
    code = code_of(cell, offered)
    if code is None:
        return "", f"“{shortened(cell)}” não existe ou está desativado."
    if code == AMBIGUOUS:
        return "", f"há mais de um “{shortened(cell)}”; escreva o código."
    return code, ""


def code_of(written: str, offered: Mapping[str, str]) -> str | None:
    """The entry with this code or name; None when there is none, ``AMBIGUOUS`` when there are two."""
    wanted = " ".join(written.split())
    if wanted in offered:
        return wanted
    name = plain(wanted)
    found = [code for code, title in offered.items() if name in (plain(title), plain(code))]
    if not found:
        return None
    return found[0] if len(found) == 1 else AMBIGUOUS


def read_day(cell: str) -> str:
    """The ISO date of ``31/12/2026`` or ``2026-12-31``, empty when it is none."""
    for shape in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(cell, shape).date().isoformat()
        except ValueError:
            continue
    return ""


def cell_of(field: TableField, value: Any, names: Names) -> str:
    """A value as ``read_cells`` reads it back: by its name, or by its code where the name says too little."""
    if field.kind is FieldKind.LINES:
        return "\n".join(value or ())
    if field.kind in (FieldKind.ENTRY, FieldKind.CHOICE):
        return _titled(field, str(value), names) if value else ""
    if field.kind in (FieldKind.ENTRIES, FieldKind.CHOICES):
        codes = sorted(value or ()) if isinstance(value, set | frozenset) else value or ()
        return "; ".join(_titled(field, str(code), names) for code in codes)
    return words(field, value, names)


def _titled(field: TableField, code: str, names: Names) -> str:
    titles = names.get(field.table, {}) if field.table else dict(field.options)
    name = titles.get(code, code)
    return name if ";" not in name and code_of(name, titles) == code else code


def csv_text(lines: Sequence[Sequence[str]]) -> str:
    """Semicolons between the cells, as spreadsheets in Brazil open them; no cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in line] for line in lines)
    return text.getvalue()


def _unquoted(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA) else cell


def shortened(cell: str) -> str:
    """So much of a cell as a sentence can quote."""
    return cell if len(cell) <= 60 else f"{cell[:57]}…"


def flag(value: bool) -> str:
    """As a cell says it."""
    return YES if value else NO


def day_words(day: date | None) -> str:
    """As a cell says it."""
    return f"{day:%d/%m/%Y}" if day else ""


def _refusal(code: str, message: str) -> InvalidRequest:
    return InvalidRequest(FieldError("file", code, message))
