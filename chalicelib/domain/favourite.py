"""Favourites (PRO-22): processes and documents a unit keeps at hand, in groups; its documents serve as models."""

from datetime import datetime

from chalicelib.domain.value import dataclass

from .organisation import Person, UnitName


@dataclass(frozen=True, slots=True)
class Favourite:
    """A process, or one of its documents when ``document`` is told. ``group`` is the unit's own word, or empty."""

    unit: UnitName
    process: str
    document: str | None
    group: str
    kept_by: Person
    kept_at: datetime

    @property
    def id(self) -> str:
        """One favourite per thing and unit."""
        return f"{self.process}.{self.document}" if self.document else self.process
