"""What the reading process does with one XLSX, under limits it cannot lift. ``confined.ready`` starts it."""

import json
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

from chalicelib.adapters.confined.limits import confine
from chalicelib.domain.sheet import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, flag

#: Bytes of an answer.
LONGEST = 16_000_000
#: What a file may unfold to; one that claims more is not opened.
LARGEST_UNFOLDED = 120_000_000
#: Blank lines in a row after which nothing more is looked for.
MOST_BLANK = 1_000


def prepare(request: Mapping[str, Any]) -> None:
    """Load the parser."""
    import openpyxl  # noqa: F401


def answer(request: Mapping[str, Any]) -> str:
    """``{"lines": [[number, [cell …]] …]}`` of the first sheet, or ``{"reason"}``, as JSON."""
    confine(request["limits"]["memory"], request["limits"]["seconds"])
    try:
        with zipfile.ZipFile(request["path"]) as archive:
            if sum(part.file_size for part in archive.infolist()) > LARGEST_UNFOLDED:
                return json.dumps({"reason": "bomb"})
            if any(_declares_types(archive, name) for name in archive.namelist()):
                return json.dumps({"reason": "document type"})
        lines = list(_lines(request["path"]))
    except MemoryError:
        raise
    except Exception as error:
        # Whatever a parser makes of a file that is none: who sent it is told, and nobody else is disturbed.
        return json.dumps({"reason": type(error).__name__})
    return json.dumps({"lines": lines}, ensure_ascii=False)


def _declares_types(archive: zipfile.ZipFile, name: str) -> bool:
    """No spreadsheet has a document type, and what it could declare may unfold without end."""
    with archive.open(name) as part:
        return b"<!DOCTYPE" in part.read(4096)


def _lines(path: str) -> Iterator[tuple[int, list[str]]]:
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    sheet = book.worksheets[0]
    # What the file says of its own size is not believed.
    sheet.reset_dimensions()
    found = blank = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells = [_text(value) for value in row[: MOST_COLUMNS + 1]]
        if not any(cells):
            blank += 1
            if blank > MOST_BLANK:
                return
            continue
        blank, found = 0, found + 1
        yield number, cells
        if found > MOST_ROWS + 1:
            return


def _text(value: Any) -> str:
    """A cell as somebody reads it."""
    match value:
        case None:
            return ""
        case bool():
            return flag(value)
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return f"{value:%d/%m/%Y}"
        case datetime():
            return f"{value:%d/%m/%Y %H:%M}"
        case date():
            return f"{value:%d/%m/%Y}"
        case _:
            return str(value).strip()[:LONGEST_CELL]
