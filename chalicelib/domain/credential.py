"""Credentials of a confidential process (SIG-01 to SIG-09): who may open it, and from which unit.

They live in the process item: whoever loads a process knows who may see it, without another read.
"""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from .organisation import Person, UnitName
from .value import dataclass

#: A process is one item, and each live credential a row of somebody's list, written by the acts that move it.
MAXIMUM_CREDENTIALS = 40


class Ended(StrEnum):
    """How a credential ended: somebody took it, its holder gave it up, the holdings' coordinator cancelled it, or the
    process is confidential no more.
    """

    REVOKED = "revoked"
    RENOUNCED = "renounced"
    CANCELLED = "cancelled"
    ANNULLED = "annulled"


@dataclass(frozen=True, slots=True)
class AccessCredential:
    """One person in one unit may open the process (SIG-02); there is at most one per person and unit.

    ``agency`` is the unit's. ``by`` gave it, from ``by_unit``: only that unit takes it back (SIG-03). ``open`` is false
    after its holder concluded the process (SIG-09); ``unread`` until the holder opens it for the first time.
    """

    user: Person
    unit: UnitName
    agency: str
    by: Person
    by_unit: UnitName
    at: datetime
    open: bool = True
    unread: bool = False
    ended: Ended | None = None
    ended_at: datetime | None = None

    @property
    def live(self) -> bool:
        """It lets its holder in."""
        return self.ended is None

    @property
    def seat(self) -> tuple[str, str]:
        """Whose it is, as the policy asks: person and unit."""
        return self.user.id, self.unit.id

    def over(self, how: Ended, at: datetime) -> "AccessCredential":
        """The same, ended."""
        return replace(self, open=False, unread=False, ended=how, ended_at=at)


@dataclass(frozen=True, slots=True)
class SigningCredential:
    """One person in one unit may read, edit and sign one document (SIG-07). It goes when it is used or taken back.

    ``label`` is how the document is called.
    """

    document: str
    label: str
    user: Person
    unit: UnitName
    by: Person
    by_unit: UnitName
    at: datetime

    @property
    def seat(self) -> tuple[str, str]:
        """Whose it is, as the policy asks."""
        return self.user.id, self.unit.id
