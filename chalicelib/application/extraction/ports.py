"""What extracting the text of files needs from the outside."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Protocol

from chalicelib.domain.extraction import Extraction, PageText, Recognition


class Extractions(Protocol):
    """Who conducts extractions."""

    def start(self, sha256: str, attempt: int) -> None:
        """Have it done in the background; what fails here is found by the reconciler."""

    def revive(self, sha256: str, attempt: int) -> int:
        """Start it again unless it is under way; -> which execution of the attempt was started, 0 for none."""


class FileReader(Protocol):
    """Reads files of the content store under limits. Only the function that extracts has one."""

    def pages(self, extraction: Extraction) -> list[PageText]:
        """Every page as the file says it. Raises CannotRead."""

    def recognize(
        self, extraction: Extraction, pages: Iterable[int]
    ) -> Iterator[tuple[int, PageText | None]]:
        """Pages (from 1) by OCR, each as it is ready; None for one that could not be read. Raises CannotRead."""


class Scratch(Protocol):
    """Where the steps of one extraction leave pages for the next one; what lies there is forgotten in days."""

    def leave(self, extraction: Extraction, step: str, pages: Mapping[int, PageText | None]) -> None: ...
    def take(self, extraction: Extraction, step: str) -> Mapping[int, PageText | None] | None:
        """What ``step`` of this very attempt left; None when it left nothing."""


class Recognitions(Protocol):
    """How far the OCR of a file is, told beside its extraction: its workers never wait for one another to tell it."""

    def begin(self, extraction: Extraction, pages: int, at: datetime) -> None:
        """So many pages wait to be recognized."""

    def tell(self, extraction: Extraction, batch: int, read: int) -> None:
        """So many pages of the batch are over; telling it again changes nothing."""

    def of(self, extraction: Extraction) -> Recognition | None:
        """None before any page waits."""


class CannotRead(Exception):
    """Nothing of the file can be read; ``reason`` is a code of ``extraction_reasons``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
