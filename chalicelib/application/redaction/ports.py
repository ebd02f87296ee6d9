"""Who makes the copy of a PDF with concealed passages."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from chalicelib.domain.redaction import Area
from chalicelib.domain.rendition import Picture
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class Copy:
    """``said``: what was concealed, passage by passage; ``left``: what each page still says, or the whole text."""

    data: bytes
    pages: int | None
    said: tuple[str, ...]
    left: tuple[str, ...]


class Concealer(Protocol):
    """Draws the pages, blackens the areas, and takes nothing else of the file along."""

    def conceal(
        self, source: bytes, areas: Sequence[Area], title: str, notice: Sequence[str], at: datetime
    ) -> Copy:
        """Raises Refused ``pdf_not_read``."""

    def bare(self, pictures: Mapping[str, Picture]) -> Mapping[str, Picture]:
        """The same pictures, by the same names, with nothing in them but what is seen. Raises Refused
        ``picture_not_read``."""
