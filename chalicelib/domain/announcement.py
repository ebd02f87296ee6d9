"""What the city says to whoever works in it, for some days, in every unit or in some (ACC-12)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from chalicelib.domain.value import dataclass

from .catalogue import is_offered

#: The catalogue that the administration keeps them in.
CATALOGUE = "announcements"


@dataclass(frozen=True, slots=True)
class Announcement:
    """One, as its readers see it."""

    title: str
    text: str
    important: bool


def announced(rows: Iterable[Mapping[str, Any]], unit: str, today: date) -> list[Announcement]:
    """What is said in this unit today: the important first, each group as it was written."""
    shown = [
        Announcement(row["title"], row["text"], bool(row.get("important")))
        for row in rows
        if is_offered(row)
        and row["first_day"] <= today.isoformat() <= row["last_day"]
        and (not row.get("units") or unit in row["units"])
    ]
    return sorted(shown, key=lambda one: not one.important)
