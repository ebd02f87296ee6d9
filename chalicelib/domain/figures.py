"""What one process adds to the figures of a unit's control panel (TRA-13).

A figure is a word, ``<what>:<which>``; the panel counts the processes that say it. Deadlines and returns say their
day, not how late they are: a day becomes late by itself, and nobody would tell the counter.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from chalicelib.domain.value import dataclass

from .deadline import DueStatus, status
from .presence import Presence
from .process import Process

NONE = "none"


def figures(process: Process, presence: Presence) -> frozenset[str]:
    """The words of a process that is open in the unit of ``presence``."""
    desk, unit = presence.desk, presence.unit.id
    said = [f"type:{process.registration.type.code}"]
    said += [f"label:{each.label}" for each in desk.labels] or [f"label:{NONE}"]
    said.append(f"checkpoint:{desk.checkpoint.checkpoint if desk.checkpoint else NONE}")
    said.append(f"assignee:{presence.assignee.id if presence.assignee else NONE}")
    if desk.deadline:
        pending = desk.deadline.concluded_at is None
        said.append(f"due:{desk.deadline.due.isoformat()}" if pending else "due:concluded")
    waiting = [routing for routing in process.routings if routing.waits_return and routing.return_due]
    to_give = min((r.return_due for r in waiting if r.destination.id == unit and r.return_due), default=None)
    awaited = min((r.return_due for r in waiting if r.origin.id == unit and r.return_due), default=None)
    said += [f"give:{to_give.isoformat()}"] if to_give else []
    said += [f"await:{awaited.isoformat()}"] if awaited else []
    return frozenset(said)


def left_figures(presence: Presence) -> frozenset[str]:
    """The words of a process that is no longer in the unit's inbox: its phase counts until it is taken off (TRA-12)."""
    mark = presence.desk.checkpoint
    return frozenset({f"left:{mark.checkpoint}"}) if mark else frozenset()


@dataclass(frozen=True, slots=True)
class Due:
    """How many are late, soon due, and in time."""

    overdue: int = 0
    soon: int = 0
    on_time: int = 0


def due_by_status(counts: Mapping[str, int], what: str, today: date) -> Due:
    """The figures of one kind of date as they stand today."""
    tally = dict.fromkeys(DueStatus, 0)
    for which, count in of_kind(counts, what):
        if which[:1].isdigit():
            tally[status(date.fromisoformat(which), today)] += count
    return Due(tally[DueStatus.OVERDUE], tally[DueStatus.DUE_SOON], tally[DueStatus.ON_TIME])


def of_kind(counts: Mapping[str, int], what: str) -> Iterable[tuple[str, int]]:
    """(which, how many) of one kind of figure, without those nobody says any more."""
    prefix = f"{what}:"
    return [
        (word.removeprefix(prefix), count)
        for word, count in counts.items()
        if word.startswith(prefix) and count > 0
    ]
