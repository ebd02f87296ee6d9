"""Spreadsheets that are only text."""

from collections.abc import Sequence

from chalicelib.domain.sheet import Line, csv_lines, csv_text


class PlainSheets:
    """Implements ``spreadsheets.ports.Spreadsheets``."""

    def read(self, data: bytes) -> Sequence[Line]:
        return csv_lines(data.decode())

    def write(self, title: str, lines: Sequence[Sequence[str]]) -> bytes:
        return csv_text(lines).encode()
