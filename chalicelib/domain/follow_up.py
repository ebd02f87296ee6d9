"""Follow-ups: processes a unit keeps an eye on, whether or not they are with it (TRA-10).

A process may be followed many times, in several groups. A follow-up remembers how long the history was when the
unit last looked, so that it can tell how much is new.
"""

from datetime import datetime

from chalicelib.domain.value import dataclass

from .errors import FieldError, InvalidRequest, Refused
from .organisation import Person, UnitName
from .spelling import same_name

MAXIMUM_GROUP = 100
MAXIMUM_OBSERVATION = 500


@dataclass(frozen=True, slots=True)
class FollowUp:
    """``group`` is the unit's own word, or empty; ``seen`` the length of the history when somebody last looked."""

    id: str
    unit: UnitName
    process: str
    group: str
    observation: str
    by: Person
    at: datetime
    seen: int

    def news(self, length: int) -> int:
        """How many entries the history got since."""
        return max(0, length - self.seen)


def check_words(group: str, observation: str) -> None:
    """Raises InvalidRequest ``group``, ``observation``: ``text_too_long``."""
    limits = (("group", group, MAXIMUM_GROUP), ("observation", observation, MAXIMUM_OBSERVATION))
    troubles = [
        FieldError(field, "text_too_long", f"São no máximo {limit} caracteres.")
        for field, text, limit in limits
        if len(text) > limit
    ]
    if troubles:
        raise InvalidRequest(*troubles)


def check_not_twice(wanted: FollowUp, others: tuple[FollowUp, ...]) -> None:
    """One process is followed once in each group. Raises Refused ``already_followed``."""
    if any(each.process == wanted.process and same_name(each.group, wanted.group) for each in others):
        where = f"no grupo {wanted.group}" if wanted.group else "sem grupo"
        raise Refused("already_followed", f"A unidade já acompanha este processo {where}.")
