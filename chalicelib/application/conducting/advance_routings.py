"""Bring the executions of a process's routings in step with it (architecture §8; TRA-01, TRA-03, TRA-06).

Who calls: the consumer of the history (something happened) and the stream of the ``waits`` table (an
execution has just begun to wait). Whichever comes later finds both the fact and the wait, and answers. The
stream was chosen over retrying the queue message until the wait appears: it needs no guess of how long an
execution takes to start, and every wait, also one opened after a time-out or by a restarted execution, is
looked at exactly when it appears.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from chalicelib.domain.process import Process
from chalicelib.domain.value import dataclass

from .plan import Phase, Plan, plan
from .ports import Conducting, Wait


class Did(StrEnum):
    """What was done about one routing, for the log."""

    NOTHING = "nothing"
    STARTED = "started"
    ANSWERED = "answered"
    LEFT = "left"
    REVIVED = "revived"


@dataclass(frozen=True, slots=True)
class Step:
    """One routing and what was done about it."""

    routing: str
    did: Did


def advance_routings(outside: Conducting, process: str) -> tuple[Step, ...]:
    """Start, answer or leave each routing's execution, as the state of the process asks.

    Waits are read before the state, so that the state is never older than the wait it is compared with.
    """
    waits = outside.waits.of_process(process)
    state = outside.truth.process(process)
    now = outside.now()
    routings = {routing.id: routing for routing in state.routings} if state else {}
    steps = []
    for identifier in dict.fromkeys((*routings, *waits)):
        wanted = plan(routings.get(identifier), now, outside.zone)
        did = _advance(outside, process, identifier, wanted, waits.get(identifier), now)
        steps.append(Step(identifier, did))
    if state is not None:
        for unit, day in scheduled_reopenings(state):
            outside.executions.schedule_reopening(process, unit, day, reopening_instant(day, outside.zone))
    return tuple(steps)


def scheduled_reopenings(process: Process) -> Iterator[tuple[str, date]]:
    """(unit, day) of the units that concluded it and asked for it back on a day (TRA-06)."""
    for unit, presence in process.presences.items():
        if not presence.open and presence.reopen_on is not None:
            yield unit, presence.reopen_on


def reopening_instant(day: date, zone: ZoneInfo) -> datetime:
    """A scheduled reopening happens when its day begins in the city's own time (TRA-06)."""
    return datetime.combine(day, time(0), zone).astimezone(UTC)


def _advance(
    outside: Conducting, process: str, routing: str, wanted: Plan, wait: Wait | None, now: datetime
) -> Did:
    done = wanted.phase is Phase.DONE
    if wait is None:
        if done:
            return Did.NOTHING
        outside.executions.start(process, routing, wanted, now)
        return Did.STARTED
    if wanted.next is not None and (wait.phase, wait.until) == (wanted.phase.value, wanted.next.until):
        return Did.NOTHING
    if outside.executions.answer(wait, wanted, now):
        outside.waits.forget(wait)
        return Did.ANSWERED
    return _bury(outside, process, routing, wanted, wait, now)


def _bury(outside: Conducting, process: str, routing: str, wanted: Plan, wait: Wait, now: datetime) -> Did:
    """Nobody waits on this token any more: answered before, timed out, or its execution is dead.

    Reviving comes before forgetting: the row is what makes a repeated message look again.
    """
    did = Did.LEFT
    if wanted.phase is not Phase.DONE and not outside.executions.alive(wait.execution):
        did = Did.REVIVED if outside.executions.revive(process, routing, wanted, now) else did
    outside.waits.forget(wait)
    return did
