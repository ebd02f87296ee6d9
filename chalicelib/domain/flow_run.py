"""A flow under way in one process: which steps were reached, whose they are, and what came of each.

A step reached has a place, ``at``: ``1``, ``2``, ``3`` … one after the other, and inside the branches that step ``3``
opened, ``3.0.1``, ``3.0.2`` …, ``3.1.1`` … The place of what follows is thus known to whoever knows the place and the
way taken: an execution begun again finds its way through what is done already, and repeats nothing.
"""

from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .flow import Flow, Step
from .organisation import Person, UnitName


class RunState(StrEnum):
    """Of the whole."""

    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    CANCELLED = "cancelled"


LIVE = frozenset({RunState.RUNNING, RunState.PAUSED})


class StepState(StrEnum):
    """Of one step reached."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class StepRun:
    """A step reached. ``unit`` is None where nobody works: branches side by side, a form's field.

    ``escalated_to`` also has it since its deadline was over; ``document`` is what its completion rests upon.
    """

    at: str
    step: str
    began_at: datetime
    unit: UnitName | None = None
    due: date | None = None
    state: StepState = StepState.OPEN
    overdue_at: datetime | None = None
    escalated_to: UnitName | None = None
    ended_at: datetime | None = None
    by: Person | None = None
    way: int | None = None
    note: str = ""
    document: str | None = None
    document_number: str | None = None

    @property
    def units(self) -> frozenset[str]:
        """Units that may complete it."""
        return frozenset(unit.id for unit in (self.unit, self.escalated_to) if unit)


@dataclass(frozen=True, slots=True)
class FlowRun:
    """``flow`` is a copy: whatever is published later, this process keeps its version.

    ``unit`` started it; ``superior`` is the unit above that one, itself at the top.
    """

    id: str
    process: str
    flow: Flow
    unit: UnitName
    superior: UnitName
    started_by: Person
    started_at: datetime
    state: RunState = RunState.RUNNING
    steps: tuple[StepRun, ...] = ()
    reason: str = ""
    paused_on: date | None = None
    ended_at: datetime | None = None
    revision: int = 0

    @property
    def live(self) -> bool:
        """Neither finished nor cancelled."""
        return self.state in LIVE

    @property
    def open_steps(self) -> tuple[StepRun, ...]:
        """Steps that somebody has to do now."""
        return tuple(step for step in self.steps if step.state is StepState.OPEN and step.unit)

    @property
    def open_units(self) -> frozenset[str]:
        """Where those steps are."""
        return frozenset(unit for step in self.open_steps for unit in step.units)

    def find(self, at: str) -> StepRun | None:
        """The step reached at a place."""
        return next((step for step in self.steps if step.at == at), None)

    def definition(self, step: StepRun) -> Step:
        """What the flow says of a step reached."""
        return self.flow.step(step.step)

    def with_step(self, changed: StepRun) -> "FlowRun":
        """With one step reached replaced, or added."""
        if self.find(changed.at) is None:
            return replace(self, steps=(*self.steps, changed))
        return replace(self, steps=tuple(changed if one.at == changed.at else one for one in self.steps))


@dataclass(frozen=True, slots=True)
class OpenStep:
    """A step to be done, as lists show it. ``due`` is None while the flow is paused, or where there is no deadline."""

    step: str
    name: str
    units: frozenset[str]
    due: date | None = None


@dataclass(frozen=True, slots=True)
class FlowMark:
    """What the process itself remembers of its flow: enough for the rules of sending and concluding, and for lists.

    ``units`` are those with a step to do.
    """

    run: str
    code: str
    name: str
    version: int
    state: RunState
    free_routing: bool
    units: frozenset[str] = frozenset()
    steps: tuple[OpenStep, ...] = ()

    @property
    def conducts(self) -> bool:
        """The process goes on by completing steps only."""
        return self.state is RunState.RUNNING and not self.free_routing


def mark_of(run: FlowRun) -> FlowMark:
    """The mark of a run as it is."""
    flow, paused = run.flow, run.state is RunState.PAUSED
    steps = tuple(
        OpenStep(one.step, run.definition(one).name, one.units, None if paused else one.due)
        for one in run.open_steps
    )
    code, version = flow.code, flow.version
    return FlowMark(run.id, code, flow.name, version, run.state, flow.free_routing, run.open_units, steps)


def following(at: str) -> str:
    """The next place in the same sequence: ``3.0.1`` -> ``3.0.2``."""
    head, dot, last = at.rpartition(".")
    return f"{head}{dot}{int(last) + 1}"


def branch_place(at: str, branch: int) -> str:
    """The first place in a branch of the step at ``at``."""
    return f"{at}.{branch}.1"


def opener(at: str) -> str | None:
    """The place of the step whose branch this is in; None on the flow's own line."""
    return at.rsplit(".", 2)[0] if "." in at else None
