"""The sequence that numbers documents of a type, put right by an administrator: "Ajustar Numeração" (DOC-02).

A sequence never goes back over a number that a document took. It may go back over numbers that were only skipped, as
long as nobody took one since.
"""

from datetime import datetime

from chalicelib.domain.value import dataclass

from .errors import FieldError, InvalidRequest, Refused
from .organisation import Person

LARGEST_NUMBER = 999_999
MOST_KEPT = 50


@dataclass(frozen=True, slots=True)
class Adjustment:
    """The last number was ``before`` and became ``after``; ``floor`` is the last one known to be of a document."""

    before: int
    after: int
    floor: int
    by: Person
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """What was adjusted in one counter, newest first; ``revision`` counts the adjustments."""

    counter: str
    adjustments: tuple[Adjustment, ...] = ()
    revision: int = 0

    def floor(self, last: int) -> int:
        """The last number that a document certainly took, when the counter stands at ``last``."""
        latest = self.adjustments[0] if self.adjustments else None
        return latest.floor if latest and latest.after == last else last


def adjust(sequence: Sequence, last: int, following: int, by: Person, at: datetime, reason: str) -> Sequence:
    """Make ``following`` the next number, where the counter stands at ``last``.

    Raises InvalidRequest ``number_out_of_range``, Refused ``nothing_changed`` or ``number_taken``.
    """
    if not 1 <= following <= LARGEST_NUMBER:
        message = f"Informe um número de 1 a {LARGEST_NUMBER}."
        raise InvalidRequest(FieldError("next", "number_out_of_range", message))
    after, floor = following - 1, sequence.floor(last)
    if after == last:
        raise Refused("nothing_changed", "O próximo número já é este.")
    if after < floor:
        raise Refused(
            "number_taken", f"O número {floor} já é de um documento: o próximo tem de ser {floor + 1} ou maior."
        )
    made = Adjustment(last, after, floor, by, at, reason)
    return Sequence(sequence.counter, (made, *sequence.adjustments)[:MOST_KEPT], sequence.revision + 1)
