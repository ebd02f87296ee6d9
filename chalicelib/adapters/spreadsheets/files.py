"""CSV and XLSX, in and out. What comes in is opened by a child process; CSV is only text."""

import csv
import io
import json
import tempfile
from collections.abc import Sequence

from chalicelib.adapters.confined.waiting import Waiting, told_of
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.sheet import Line, csv_lines

#: The waiting process of this container.
readers = Waiting("chalicelib.adapters.spreadsheets.reader")
LIMITS = {"memory": 600_000_000, "seconds": 20}
ZIP = b"PK\x03\x04"
#: The old binary spreadsheets, by their first bytes.
COMPOUND = b"\xd0\xcf\x11\xe0"
WIDEST = 60


class SpreadsheetFiles:
    """Implements ``spreadsheets.ports.Spreadsheets``."""

    def read(self, data: bytes) -> Sequence[Line]:
        """Raises InvalidRequest ``file`` ``unreadable``."""
        if data.startswith(COMPOUND):
            raise _unreadable("O arquivo é de um formato antigo (XLS). Salve-o como XLSX ou CSV e envie de novo.")
        if data.startswith(ZIP):
            return _read_xlsx(data)
        return _read_csv(data)

    def write(self, title: str, lines: Sequence[Sequence[str]]) -> bytes:
        """Every cell is text: a number of eleven digits keeps its zeros, and nothing is a formula."""
        from openpyxl import Workbook
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font
        from openpyxl.utils import get_column_letter

        book = Workbook(write_only=True)
        sheet = book.create_sheet(title[:31])
        sheet.freeze_panes = "A2"
        for column, wide in enumerate(_widths(lines), start=1):
            sheet.column_dimensions[get_column_letter(column)].width = wide
        bold = Font(bold=True)
        for number, line in enumerate(lines):
            cells = []
            for text in line:
                cell = WriteOnlyCell(sheet, value=text)
                cell.data_type, cell.number_format = "s", "@"
                if number == 0:
                    cell.font = bold
                cells.append(cell)
            sheet.append(cells)
        file = io.BytesIO()
        book.save(file)
        return file.getvalue()


def _read_csv(data: bytes) -> Sequence[Line]:
    if b"\x00" in data:
        raise _unreadable("O arquivo não é uma planilha CSV nem XLSX.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    try:
        return csv_lines(text)
    except csv.Error as error:
        raise _unreadable("O arquivo não é um CSV: há aspas que não se fecham.") from error


def _read_xlsx(data: bytes) -> Sequence[Line]:
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        file.write(data)
        file.flush()
        told = readers.ask({"path": file.name, "limits": LIMITS})
    answer = json.loads(told["output"]) if not told_of(told) else {}
    if "lines" not in answer:
        raise _unreadable("A planilha não pôde ser lida: o arquivo está danificado ou não é XLSX.")
    return [(number, cells) for number, cells in answer["lines"]]


def _widths(lines: Sequence[Sequence[str]]) -> list[int]:
    return [min(WIDEST, 2 + max(map(len, column))) for column in zip(*lines, strict=True)]


def _unreadable(message: str) -> InvalidRequest:
    return InvalidRequest(FieldError("file", "unreadable", message))
