"""What binds a process to others, or holds it still: relations, annexes, suspension, lock (PRO-13, PRO-16, PRO-17).

Names and numbers of the other process are not kept here: they are its own, and so is who may see them.
"""

from datetime import datetime

from .access import AccessLevel
from .organisation import Person, UnitName
from .value import dataclass


@dataclass(frozen=True, slots=True)
class Relation:
    """A lateral tie, the same on both sides; only ``unit``, which made it, undoes it (PRO-13)."""

    process: str
    unit: UnitName
    by: Person
    at: datetime


@dataclass(frozen=True, slots=True)
class Suspension:
    """Held still by ``unit``, for a reason, perhaps until ``linked`` is decided (PRO-16)."""

    reason: str
    unit: UnitName
    by: Person
    at: datetime
    linked: str | None = None


@dataclass(frozen=True, slots=True)
class Annex:
    """A process annexed to this one, with the level it brought (PRO-17)."""

    process: str
    level: AccessLevel
    unit: UnitName
    by: Person
    at: datetime


@dataclass(frozen=True, slots=True)
class AnnexedTo:
    """The main process this one became part of (PRO-17)."""

    process: str
    unit: UnitName
    by: Person
    at: datetime


@dataclass(frozen=True, slots=True)
class Lock:
    """View only, by a system or an administrator (features.md §1.1)."""

    reason: str
    unit: UnitName
    by: Person
    at: datetime


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """Somebody says to have read the process (PRO-24); kept apart, since hundreds may give one."""

    process: str
    user: Person
    unit: UnitName
    at: datetime


@dataclass(frozen=True, slots=True)
class Conclusion:
    """How the unit's side was closed, so that it can be undone as it was (TRA-04)."""

    by: Person
    at: datetime
    assignee: Person | None
    by_sending: bool = False
