"""The next protocol number of a unit, for every act that starts a process (PRO-05)."""

from datetime import datetime

from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import CounterKey, NumberKey
from chalicelib.domain.identity import Actor
from chalicelib.domain.numbering import Codes, Mask, digits, format_number, parse_mask, sequence_key

#: Every start in a unit takes the same counter: a lost race is ordinary, not a conflict to show a clerk.
ATTEMPTS = 40
#: How many numbers are looked at in one reading, at most, to find the first that nobody informed by hand. The first
#: reading looks at one: most that fail have only lost a race.
MOST_AHEAD = 50


class Numbering:
    """How the unit numbers this year, for one act; ``key`` is to be loaded with the rest.

    The first attempt trusts the counter, which is right but where a number ahead of it was informed by hand (PRO-06).
    Such a number makes the commit fail, as a lost race does; the attempts that follow look before they take.
    """

    #: A number that the system gives comes with no date of filing (PRO-06).
    filed_on = None

    def __init__(self, key: CounterKey, mask: Mask, codes: Codes, year: int) -> None:
        self.key = key
        self._mask, self._codes, self._year = mask, codes, year
        self._failed = False

    def take(self, work: Work, taken: int) -> str:
        """The first number after ``taken`` that no process has: it is used up only by the commit.

        What is passed over was informed by hand, so that nothing is missing from the sequence.
        """
        sequence = self._free(work, taken) if self._failed else taken + 1
        self._failed = True
        work.take(self.key, taken, sequence)
        return self._number(sequence)

    def _free(self, work: Work, taken: int) -> int:
        last, window = 10**self._mask.sequence.width - 1, 1
        while True:
            # Past the last one there is nothing to look at: that one says so itself.
            ahead = range(taken + 1, max(taken + 2, min(taken + 1 + window, last + 1)))
            holders = work.load(*(NumberKey(digits(self._number(one))) for one in ahead))
            free = next((one for one, holder in zip(ahead, holders, strict=True) if holder is None), None)
            if free is not None:
                return free
            taken, window = taken + len(ahead), min(window * 10, MOST_AHEAD)

    def _number(self, sequence: int) -> str:
        return format_number(self._mask, self._codes, self._year, sequence)


def numbering(ports: Ports, actor: Actor, at: datetime) -> Numbering:
    """Raises Refused ``numbering_code_missing``."""
    agency, unit = ports.catalogues.agencies()[actor.agency], ports.catalogues.units()[actor.unit.id]
    year = at.astimezone(ports.zone).year
    mask, codes = parse_mask(agency.numbering_mask), Codes.of(agency, unit)
    return Numbering(CounterKey("nup." + sequence_key(mask, codes, year)), mask, codes, year)
