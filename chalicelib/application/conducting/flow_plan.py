"""What an execution that waits for a step should be told, if anything (architecture §8).

As with routings, it follows from the state and the clock alone: whoever compares it with a wait that is open knows what
to do, whichever message woke them, and however often.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from math import ceil
from zoneinfo import ZoneInfo

from chalicelib.domain.deadline import DEFAULT_WARNING_DAYS, add_days
from chalicelib.domain.flow_run import FlowRun, RunState, StepRun, StepState, following
from chalicelib.domain.value import dataclass

from .plan import LONGEST_SECONDS, OFFICE_OPENS

NOTHING = "-"


class StepOccasion(StrEnum):
    """Why the execution wakes up."""

    REMINDER = "flow_step_reminder"
    OVERDUE = "flow_step_overdue"


class Told(StrEnum):
    """What is answered besides a way's number."""

    AGAIN = "again"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class StepPlan:
    """``way``: the number of the way taken, or ``Told``; ``at``: the place to wait at next, until ``until``."""

    way: str
    at: str
    until: str = NOTHING
    moment: str = NOTHING
    seconds: int = LONGEST_SECONDS


def first_plan(run: FlowRun) -> StepPlan:
    """What an execution begins with: it waits at the first step, and is told there until when."""
    return StepPlan(Told.AGAIN, "1")


def step_plan(run: FlowRun | None, at: str, until: str, now: datetime, zone: ZoneInfo) -> StepPlan | None:
    """What to tell the execution waiting at ``at`` until ``until``; None to let it wait on.

    ``run`` is None when the process follows another flow, or is no more.
    """
    step = run.find(at) if run else None
    if run is None or step is None or run.state is RunState.CANCELLED:
        return StepPlan(Told.STOP, at)
    if step.state is not StepState.OPEN:
        # Where nothing follows, nobody looks at the place.
        return _until(run, StepPlan(str(step.way), following(at)), now, zone)
    wanted = _until(run, StepPlan(Told.AGAIN, at), now, zone)
    return None if wanted.until == until else wanted


def due_moment(run: FlowRun, step: StepRun, zone: ZoneInfo) -> tuple[datetime, StepOccasion] | None:
    """The next instant at which somebody must be told about an open step; it may have passed already."""
    if (
        run.state is not RunState.RUNNING
        or step.state is not StepState.OPEN
        or step.overdue_at
        or not step.due
    ):
        return None
    return _instant(step.due + timedelta(days=1), time(0), zone), StepOccasion.OVERDUE


def moments(run: FlowRun, step: StepRun, zone: ZoneInfo) -> Iterator[tuple[datetime, StepOccasion]]:
    """In order: the morning two days before, where the step was there by then; the end of the due day."""
    overdue = due_moment(run, step, zone)
    if overdue is None or step.due is None:
        return
    reminder = _instant(add_days(step.due, -DEFAULT_WARNING_DAYS), OFFICE_OPENS, zone)
    if reminder > step.began_at:
        yield reminder, StepOccasion.REMINDER
    yield overdue


def _until(run: FlowRun, plan: StepPlan, now: datetime, zone: ZoneInfo) -> StepPlan:
    """The plan with the moment of the step it waits at. A reminder missed is missed; being overdue is not."""
    step = run.find(plan.at)
    if step is None:
        return plan
    for at, occasion in moments(run, step, zone):
        if at > now or occasion is StepOccasion.OVERDUE:
            seconds = max(1, min(LONGEST_SECONDS, ceil((at - now).total_seconds()) + 1))
            return StepPlan(plan.way, plan.at, at.strftime("%Y-%m-%dT%H:%M:%SZ"), occasion.value, seconds)
    return plan


def _instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)
