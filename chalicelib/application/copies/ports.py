"""Where copies are put together and kept."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from chalicelib.domain.copying import LeftOut, Piece
from chalicelib.domain.job import JobFile
from chalicelib.domain.training import TRAINING_NOTICE
from chalicelib.domain.value import dataclass

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first page says of a copy. ``stem`` is the file's name without its ending."""

    nup: str
    kind: str
    specification: str
    agency: str
    by: str
    unit: str
    at: datetime
    stem: str
    job: str
    training: bool = False

    @property
    def foot(self) -> str:
        """What each page says at its foot, before its number."""
        return f"{self.nup} · {TRAINING_NOTICE}" if self.training else self.nup


class Workshop(Protocol):
    """Puts copies together on temporary storage and keeps them for a week."""

    def pdf(
        self, cover: Cover, pieces: Sequence[Piece], out: Sequence[LeftOut], attach: bool, report: Report
    ) -> JobFile: ...

    def zip(
        self,
        cover: Cover,
        pieces: Sequence[Piece],
        out: Sequence[LeftOut],
        records: Mapping[str, bytes],
        report: Report,
    ) -> JobFile:
        """``records``: files of our own that go in first, by name."""


class CopyLinks(Protocol):
    """Addresses of what was made."""

    def link(self, made: JobFile) -> tuple[str, datetime]:
        """Good for a minute."""
