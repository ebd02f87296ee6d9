"""The next protocol number of a unit, for every act that starts a process (PRO-05)."""

from datetime import datetime

from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import CounterKey
from chalicelib.domain.identity import Actor
from chalicelib.domain.numbering import Codes, Mask, format_number, parse_mask, sequence_key
from chalicelib.domain.value import dataclass

#: Every start in a unit takes the same counter: a lost race is ordinary, not a conflict to show a clerk.
ATTEMPTS = 40


@dataclass(frozen=True, slots=True)
class Numbering:
    """How the unit numbers this year; ``counter`` is to be loaded with the rest."""

    counter: CounterKey
    mask: Mask
    codes: Codes
    year: int

    def take(self, work: Work, taken: int) -> str:
        """The number after ``taken``, gapless: it is used up only by the commit."""
        return format_number(self.mask, self.codes, self.year, work.take(self.counter, taken))


def numbering(ports: Ports, actor: Actor, at: datetime) -> Numbering:
    """Raises Refused ``numbering_code_missing``."""
    agency, unit = ports.catalogues.agencies()[actor.agency], ports.catalogues.units()[actor.unit.id]
    year = at.astimezone(ports.zone).year
    mask, codes = parse_mask(agency.numbering_mask), Codes.of(agency, unit)
    return Numbering(CounterKey("nup." + sequence_key(mask, codes, year)), mask, codes, year)
