"""Civil dates, business days and what is due (TRA-03, TRA-06, TRA-15).

Instants are UTC; a deadline is a civil date of the tenant's zone and lasts until 23:59:59 of it, the official
Brasília time (norms.md §2). Holidays are data of the tenant; Saturdays and Sundays never count.
"""

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.value import dataclass

ONE_DAY = timedelta(days=1)
SATURDAY = 5
MAXIMUM_YEARS = 5
MAXIMUM_DAYS = 366 * MAXIMUM_YEARS
DEFAULT_WARNING_DAYS = 2


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days without ordinary work of a tenant, besides Saturdays and Sundays."""

    holidays: frozenset[date] = frozenset()

    def is_business_day(self, day: date) -> bool:
        """Neither Saturday nor Sunday nor holiday."""
        return day.weekday() < SATURDAY and day not in self.holidays

    def next_business_day(self, day: date) -> date:
        """``day`` itself when it is one, otherwise the first after it."""
        while not self.is_business_day(day):
            day += ONE_DAY
        return day

    def add_business_days(self, start: date, days: int) -> date:
        """The ``days``-th business day after ``start``; the day of the start does not count.

        Zero gives ``start`` itself. Raises ValueError for a negative count.
        """
        if days < 0:
            raise ValueError("business days are counted forward")
        day = start
        for _ in range(days):
            day = self.next_business_day(day + ONE_DAY)
        return day

    def business_days_between(self, start: date, end: date) -> int:
        """Business days after ``start`` up to and including ``end``; negative when ``end`` comes first."""
        if end < start:
            return -self.business_days_between(end, start)
        return sum(self.is_business_day(start + ONE_DAY * n) for n in range(1, (end - start).days + 1))


def add_days(start: date, days: int) -> date:
    """``days`` running days after ``start``."""
    return start + timedelta(days=days)


class DueStatus(StrEnum):
    """How a due date stands: SEI's orange, its last days, SEI's red."""

    ON_TIME = "on_time"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"


def status(due: date, today: date, warning_days: int = DEFAULT_WARNING_DAYS) -> DueStatus:
    """Overdue from the day after ``due``; due soon from ``warning_days`` running days before it."""
    if today > due:
        return DueStatus.OVERDUE
    return DueStatus.DUE_SOON if (due - today).days <= warning_days else DueStatus.ON_TIME


@lru_cache(maxsize=32)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def civil_date(instant: datetime, zone: str) -> date:
    """The date on the wall calendar of ``zone`` (IANA name) at an instant.

    Raises ValueError for an instant without time zone.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant carries its time zone")
    return instant.astimezone(_zone(zone)).date()


def end_of_day(day: date, zone: str) -> datetime:
    """The last instant that is in time on ``day``: 23:59:59.999999 in ``zone``, given in UTC."""
    return datetime.combine(day, time.max, tzinfo=_zone(zone)).astimezone(ZoneInfo("UTC"))


def in_time(instant: datetime, due: date, zone: str) -> bool:
    """An act at 23:59:59 of the due date is in time; at 00:00:00 of the next day it is not."""
    return civil_date(instant, zone) <= due


@dataclass(frozen=True, slots=True)
class OnDate:
    """Due on a certain date."""

    date: date


@dataclass(frozen=True, slots=True)
class InDays:
    """Due after a number of running or business days."""

    days: int
    business: bool = False


DueRule = OnDate | InDays


def due_from(rule: DueRule, today: date, calendar: Calendar, field: str = "return_due") -> date:
    """The due date a rule gives on ``today``. A date that is no business day is kept: the user chose it.

    Raises InvalidRequest on ``field``: ``date_in_the_past`` (today itself is accepted), ``days_required``
    (less than one) or ``date_too_far`` (more than five years ahead).
    """
    if isinstance(rule, OnDate):
        if rule.date < today:
            raise InvalidRequest(FieldError(field, "date_in_the_past", "A data já passou."))
        due = rule.date
    else:
        if rule.days < 1:
            raise InvalidRequest(FieldError(field, "days_required", "Informe um prazo de pelo menos um dia."))
        if rule.days > MAXIMUM_DAYS:
            raise _too_far(field)
        due = calendar.add_business_days(today, rule.days) if rule.business else add_days(today, rule.days)
    if due > _years_ahead(today):
        raise _too_far(field)
    return due


def _years_ahead(today: date) -> date:
    try:
        return today.replace(year=today.year + MAXIMUM_YEARS)
    except ValueError:  # 29 February
        return today.replace(year=today.year + MAXIMUM_YEARS, day=28)


def _too_far(field: str) -> InvalidRequest:
    message = f"O prazo vai além de {MAXIMUM_YEARS} anos."
    return InvalidRequest(FieldError(field, "date_too_far", message))
