"""What spreadsheets need of the outside: their files, read and written."""

from collections.abc import Sequence
from typing import Protocol

from chalicelib.domain.sheet import Line


class Spreadsheets(Protocol):
    """CSV and XLSX, as lines of cells."""

    def read(self, data: bytes) -> Sequence[Line]:
        """The first sheet of the file, whatever its kind. Raises InvalidRequest ``file`` ``unreadable``."""

    def write(self, title: str, lines: Sequence[Sequence[str]]) -> bytes:
        """An XLSX whose first line stays in sight; every cell is text."""
