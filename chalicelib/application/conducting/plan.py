"""What the execution of a routing should be waiting for, and until when (TRA-01, TRA-03).

The plan follows from the routing and the clock alone. Whoever compares it with the wait that is really open
knows what to do, whichever message woke them: this is what makes order and repetition indifferent.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from math import ceil
from zoneinfo import ZoneInfo

from chalicelib.domain.deadline import DEFAULT_WARNING_DAYS, add_days
from chalicelib.domain.routing import Routing

OFFICE_OPENS = time(9)
UNRECEIVED_AFTER = timedelta(days=5)
REPEATED_EVERY = timedelta(days=7)
# A standard execution lives one year; a wait that outlasts it is started anew by the reconciler.
LONGEST_SECONDS = 360 * 24 * 3600


class Phase(StrEnum):
    """What is awaited: that the destination opens it, that it comes back, or nothing any more."""

    RECEIPT = "receipt"
    RETURN = "return"
    DONE = "done"


class Occasion(StrEnum):
    """Why the execution wakes up; the ``kind`` of the message it sends then."""

    REMINDER = "routing_reminder"
    OVERDUE = "routing_overdue"


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """An instant (UTC, whole seconds) at which somebody must be told."""

    at: datetime
    occasion: Occasion

    @property
    def until(self) -> str:
        """``2026-12-01T12:00:00Z``."""
        return self.at.strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Plan:
    """``next`` is None only when nothing is awaited."""

    phase: Phase
    next: Moment | None = None

    def seconds(self, now: datetime) -> int:
        """Whole seconds from ``now`` until just after the moment, at least one."""
        if self.next is None:
            return 1
        return max(1, min(LONGEST_SECONDS, ceil((self.next.at - now).total_seconds()) + 1))


def plan(routing: Routing | None, now: datetime, zone: ZoneInfo) -> Plan:
    """The plan of a routing; None stands for one that is no longer open."""
    phase = _phase(routing)
    if routing is None or phase is Phase.DONE:
        return Plan(Phase.DONE)
    return Plan(phase, next(moment for moment in moments(routing, zone) if moment.at > now))


def moments(routing: Routing, zone: ZoneInfo) -> Iterator[Moment]:
    """All the moments of an open routing, in order, without end.

    Not received: reminded five days after it was sent, then weekly. Return due: reminded in the morning of
    the day before, overdue when the due day ends in the city's own time (TRA-03), then told again weekly.
    """
    due = routing.return_due if routing.waits_return else None
    reminder = _instant(add_days(due, -DEFAULT_WARNING_DAYS), OFFICE_OPENS, zone) if due else None
    if routing.waits_receipt:
        first = routing.sent_at.astimezone(zone).date() + UNRECEIVED_AFTER
        for day in _weekly(first):
            at = _instant(day, OFFICE_OPENS, zone)
            if reminder is not None and at >= reminder:
                break
            yield Moment(at, Occasion.REMINDER)
    if due is None or reminder is None:
        return
    if reminder > routing.sent_at:
        yield Moment(reminder, Occasion.REMINDER)
    yield Moment(_instant(due + timedelta(days=1), time(0), zone), Occasion.OVERDUE)
    for day in _weekly(due + REPEATED_EVERY):
        yield Moment(_instant(day, OFFICE_OPENS, zone), Occasion.OVERDUE)


def _phase(routing: Routing | None) -> Phase:
    if routing is None:
        return Phase.DONE
    if routing.waits_receipt:
        return Phase.RECEIPT
    return Phase.RETURN if routing.waits_return else Phase.DONE


def _weekly(first: date) -> Iterator[date]:
    day = first
    while True:
        yield day
        day += REPEATED_EVERY


def _instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)
