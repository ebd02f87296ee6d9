"""What the record of readings needs from outside. Of ONE tenant."""

from collections.abc import Callable, Sequence
from typing import Protocol

from chalicelib.domain.audit import Access, AccessFilter
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class AccessPage:
    """Readings, the newest first. ``next_cursor`` may come with less than a page: the sparse is read in stretches."""

    items: Sequence[Access]
    next_cursor: str | None


class Trail(Protocol):
    """Where readings are kept. Nobody may change or delete one."""

    def begin(self, access: Access) -> Callable[[], None]:
        """Start writing, beside whatever goes on; -> what waits until it is written. That raises when it could not."""

    def page(self, wanted: AccessFilter, cursor: str | None, size: int) -> AccessPage:
        """Raises InvalidRequest for a cursor of another question."""
