"""What the administration changed: who, when, and each field before and after (ACC-05 to ACC-16).

A record is written with the change and never again; words are kept as they were read that day, so that what is later
renamed does not rewrite the past.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .organisation import Person, UnitName


class ChangeKind(StrEnum):
    """What was done to an entry of the register."""

    CREATED = "created"
    CHANGED = "changed"
    DEACTIVATED = "deactivated"
    REACTIVATED = "reactivated"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field in the words of the screen; empty when there was, or is, nothing."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """``table`` and ``code`` say of what; ``name`` how it was called; ``n`` tells apart the records of one act;
    ``imported``: a row of a spreadsheet said so.
    """

    table: str
    code: str
    name: str
    kind: ChangeKind
    by: Person
    unit: UnitName
    at: datetime
    changes: tuple[FieldChange, ...] = ()
    reason: str = ""
    n: int = 0
    imported: bool = False


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[FieldChange, ...]:
    """The fields whose words differ, in the order of ``after``."""
    names = list(dict.fromkeys([*after, *before]))
    return tuple(
        FieldChange(name, before.get(name, ""), after.get(name, ""))
        for name in names
        if before.get(name, "") != after.get(name, "")
    )
