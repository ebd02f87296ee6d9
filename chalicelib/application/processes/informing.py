"""What the city says of numbers informed by hand, and the number that somebody informs (PRO-06)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import NumberKey
from chalicelib.domain.identity import Actor
from chalicelib.domain.informed_number import (
    InformingRule,
    check_begins,
    number_shape,
    read_filing_date,
    read_number,
    taken_by_another,
)
from chalicelib.domain.numbering import digits, parse_mask
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class FormerRecord:
    """What the paper says: its number, as it was typed, and when it was filed."""

    number: str
    filed_on: date | None = None


@dataclass(frozen=True, slots=True)
class InformedNumbering:
    """A number that comes with the process; ``key`` is to be loaded with the rest. No counter moves by it."""

    key: NumberKey
    written: str
    filed_on: date

    def take(self, work: Work, holder: str | None) -> str:
        """Raises InvalidRequest ``number_taken``."""
        if holder is not None:
            raise taken_by_another()
        return self.written


def informed_numbering(ports: Ports, actor: Actor, record: FormerRecord, at: datetime) -> InformedNumbering:
    """Raises Refused as ``check_begins``, InvalidRequest as ``read_record``."""
    check_begins(informing_rule(ports.catalogues.tenant()), actor.unit_is_protocol)
    number, filed_on = read_record(ports, actor.agency, record, at)
    return InformedNumbering(NumberKey(digits(number)), number, filed_on)


def informing_rule(tenant: Mapping[str, Any]) -> InformingRule:
    """The city's, by its parameters; off where it says nothing."""
    return InformingRule(tenant.get("informed_number") or InformingRule.OFF)


def read_record(ports: Ports, agency: str, record: FormerRecord, at: datetime) -> tuple[str, date]:
    """The number as it is written, and the day. Raises InvalidRequest ``number``, ``filed_on``."""
    today = at.astimezone(ports.zone).date()
    mask = parse_mask(ports.catalogues.agencies()[agency].numbering_mask)
    number = read_number(mask, _own_mask(ports), record.number, today)
    return number, read_filing_date(record.filed_on, today)


def informable_shape(ports: Ports, actor: Actor) -> str | None:
    """The form of the numbers that the actor's unit may inform; None when it may not."""
    if not informing_rule(ports.catalogues.tenant()).begins(actor.unit_is_protocol):
        return None
    mask = parse_mask(ports.catalogues.agencies()[actor.agency].numbering_mask)
    return number_shape(mask, _own_mask(ports))


def _own_mask(ports: Ports) -> str:
    return str(ports.catalogues.tenant().get("informed_number_mask") or "")
