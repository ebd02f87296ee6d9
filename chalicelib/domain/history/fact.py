"""What a fact is: something that happened, with the Portuguese sentence SEI shows (features.md §1.5)."""

from dataclasses import asdict
from typing import Any, ClassVar

from chalicelib.domain.value import dataclass

LEVEL_NAMES = {"public": "público", "restricted": "restrito", "confidential": "sigiloso"}
GRADE_NAMES = {"reserved": "reservado", "secret": "secreto", "top_secret": "ultrassecreto"}


@dataclass(frozen=True)
class Fact:
    """Something that happened. ``number`` is SEI's task id (0 where SEI keeps no entry for the act).

    ``summary`` says whether the summarised history shows it.
    """

    number: ClassVar[int] = 0
    summary: ClassVar[bool] = True

    @classmethod
    def kind(cls) -> str:
        """The stable English name: ``ProcessStarted`` -> ``process_started``."""
        return "".join("_" + c.lower() if c.isupper() else c for c in cls.__name__).lstrip("_")

    def sentence(self) -> str:
        """What a user reads."""
        raise TypeError(f"{type(self).__name__} has no sentence")

    def arguments(self) -> dict[str, Any]:
        """The fact as plain JSON data."""
        return asdict(self)


def in_parentheses(text: str | None) -> str:
    """The text as a sentence adds it, or nothing."""
    return f" ({text})" if text else ""


def civil_day(day: str) -> str:
    """``2019-03-07`` as a reader writes it, ``07/03/2019``."""
    return "/".join(reversed(day.split("-")))
