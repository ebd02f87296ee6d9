"""What a report of a spreadsheet says: each row, what it would do, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from chalicelib.domain.value import dataclass


class RowState(StrEnum):
    """What a row would do; ``joined`` adds to what an earlier row of the same user does."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    JOINED = "joined"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Looked:
    """A row: ``name`` is what it is about, ``problems`` why it cannot be; ``reference`` is for who does it."""

    line: int
    name: str
    state: RowState
    problems: tuple[str, ...] = ()
    reference: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Examination:
    """The rows in the order in which they are to be done; ``unused`` are the columns that nobody reads."""

    title: str
    unused: tuple[str, ...]
    rows: tuple[Looked, ...]

    @property
    def ready(self) -> tuple[Looked, ...]:
        """The rows that something is to be done for."""
        return tuple(row for row in self.rows if row.state in (RowState.NEW, RowState.CHANGED))
