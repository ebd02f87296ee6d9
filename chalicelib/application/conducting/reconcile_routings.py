"""Restart what should be waiting and is not (architecture §8.5).

An execution dies by a bug, by a year of age or by an accident of the engine; the routing it conducted does
not. Once a day what is open by the indexes is compared with what runs, and only the missing is started
again.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from chalicelib.domain.value import dataclass

from .advance_routings import reopening_instant, scheduled_reopenings
from .plan import Phase, plan
from .ports import Conducting, OpenWork

# Farther reopenings need no execution yet: tomorrow's round starts them in time.
AHEAD = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Reconciled:
    """How many were open, and what had to be started again or done late."""

    open: int
    revived: tuple[str, ...]
    reopened: tuple[str, ...]
    rescheduled: tuple[str, ...]


def reconcile_routings(
    outside: Conducting, work: OpenWork, reopen: Callable[[str, str, str], bool]
) -> Reconciled:
    """Start again every open routing that has no running execution; reopen what should have been reopened.

    ``reopen(process, unit, day)`` is ``reopen_when_due`` bound to the tenant. The list of running
    executions may lag, so ``Executions.revive`` looks at the execution itself before it starts another.
    """
    running = outside.executions.running()
    total = 0
    missing: dict[str, list[str]] = {}
    for process, routing in work.routings():
        total += 1
        if routing not in running:
            missing.setdefault(process, []).append(routing)
    revived = [r for process, routings in missing.items() for r in _revive(outside, process, routings)]
    reopened, rescheduled = _reopenings(outside, work, reopen)
    return Reconciled(total, tuple(revived), tuple(reopened), tuple(rescheduled))


def _revive(outside: Conducting, process: str, missing: Iterable[str]) -> list[str]:
    state = outside.truth.process(process)
    now = outside.now()
    by_id = {routing.id: routing for routing in state.routings} if state else {}
    revived = []
    for identifier in missing:
        wanted = plan(by_id.get(identifier), now, outside.zone)
        if wanted.phase is Phase.DONE:
            continue
        if outside.executions.revive(process, identifier, wanted, now):
            revived.append(identifier)
    return revived


def _reopenings(
    outside: Conducting, work: OpenWork, reopen: Callable[[str, str, str], bool]
) -> tuple[list[str], list[str]]:
    reopened, rescheduled = [], []
    now = outside.now()
    for process, unit, day in work.reopenings((now + AHEAD).date()):
        if reopening_instant(day, outside.zone) <= now:
            if reopen(process, unit, day.isoformat()):
                reopened.append(process)
        elif _still_scheduled(outside, process, unit, day):
            instant = reopening_instant(day, outside.zone)
            if outside.executions.revive_reopening(process, unit, day, instant):
                rescheduled.append(process)
    return reopened, rescheduled


def _still_scheduled(outside: Conducting, process: str, unit: str, day: date) -> bool:
    state = outside.truth.process(process)
    return state is not None and (unit, day) in set(scheduled_reopenings(state))
