"""Work that outlives a request: a job, its items in batches, and what became of each.

A job belongs to who asked for it. Its items lie in batches, so that nothing grows past what one stored item may
weigh; each batch has one hand at a time, so that no item is done twice (``revision`` says who was first).
"""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil

from chalicelib.domain.value import dataclass

from .errors import FieldError, InvalidRequest, Refused
from .organisation import Person, UnitName
from .pace import seconds_left
from .retention import Kept, period

#: One transaction writes the job, its batches and the operation: a hundred items at most.
MAXIMUM_BATCHES = 90
SMALLEST_BATCH = 10
LARGEST_BATCH = 100
MAXIMUM_ITEMS = MAXIMUM_BATCHES * LARGEST_BATCH
#: The transaction holds four megabytes; what is said of an item later has room besides.
MAXIMUM_BYTES = 3 * 1024 * 1024
MAXIMUM_MESSAGE = 400
#: A file that nobody fetched is deleted then, by the bucket's own rule.
FILE_KEPT = period(Kept.COPIES)
#: For how long it is told what became of a job that is over.
JOB_KEPT = period(Kept.JOBS)
#: A job that nobody could finish is given up long before.
LONGEST_OPEN = timedelta(days=30)


class JobState(StrEnum):
    """``done`` went through every item, whatever became of each; ``failed`` could not go on."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class ItemState(StrEnum):
    """What became of one item; ``left_out`` was not to be done, and ``message`` says why."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class JobItem:
    """One thing to be done. ``reference`` names it to the act; ``label`` is what a person reads.

    ``code`` and ``message`` tell why it failed or was left out; ``found`` is what the act learned, for the end.
    """

    label: str
    reference: Mapping[str, str]
    state: ItemState = ItemState.WAITING
    code: str = ""
    message: str = ""
    found: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act says of an item."""

    state: ItemState = ItemState.DONE
    code: str = ""
    message: str = ""
    found: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Batch:
    """Some items of a job, in order; ``first`` is the place of the first one within the job, from 0. ``ordered_at``:
    when the job was asked for.
    """

    job: str
    user: str
    number: int
    first: int
    items: tuple[JobItem, ...]
    revision: int = 0
    ordered_at: datetime | None = None

    @property
    def waiting(self) -> tuple[int, ...]:
        """Positions of what is still to be done."""
        return tuple(n for n, item in enumerate(self.items) if item.state is ItemState.WAITING)

    @property
    def kept_until(self) -> datetime | None:
        """Later than its job, whenever that ends."""
        return self.ordered_at + LONGEST_OPEN + JOB_KEPT if self.ordered_at else None

    def settled(self, position: int, outcome: Outcome) -> "Batch":
        """The batch with one item's outcome."""
        item = replace(
            self.items[position],
            state=outcome.state,
            code=outcome.code,
            message=outcome.message[:MAXIMUM_MESSAGE],
            found=outcome.found,
        )
        items = (*self.items[:position], item, *self.items[position + 1 :])
        return replace(self, items=items, revision=self.revision + 1)


@dataclass(frozen=True, slots=True)
class JobFile:
    """What a job made, to be fetched until it is deleted."""

    key: str
    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Job:
    """A job. ``kind`` is its row in ``application/jobs/kinds.py``; ``options`` is what was chosen, for the act.

    ``process`` is the process it is about, if it is about one. ``stoppable``: who asked may cancel it half-way.
    ``in_turn``: its batches are done one after the other, because all of them change one same thing.
    """

    id: str
    tenant: str
    kind: str
    title: str
    user: Person
    unit: UnitName
    total: int
    batches: int
    created_at: datetime
    process: str | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    stoppable: bool = True
    in_turn: bool = False
    state: JobState = JobState.WAITING
    started_at: datetime | None = None
    ended_at: datetime | None = None
    message: str = ""
    file: JobFile | None = None
    revision: int = 0

    @property
    def open(self) -> bool:
        """Whether there is still something to be done."""
        return self.state in (JobState.WAITING, JobState.RUNNING)

    @property
    def kept_until(self) -> datetime | None:
        """None while it is not over."""
        return self.ended_at + JOB_KEPT if self.ended_at and not self.open else None

    def file_at(self, now: datetime) -> JobFile | None:
        """The file, while it is kept."""
        fresh = self.ended_at is not None and now < self.ended_at + FILE_KEPT
        return self.file if fresh else None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is. ``closing`` and ``closing_total`` count what follows the last item, 0 of 0 if nothing does.

    ``seconds_left`` is an estimate; None while there is nothing to estimate from.
    """

    total: int
    done: int = 0
    failed: int = 0
    left_out: int = 0
    closing: int = 0
    closing_total: int = 0
    seconds_left: int | None = None

    @property
    def settled(self) -> int:
        """Items that are over, whatever became of them."""
        return self.done + self.failed + self.left_out


def divide(job: str, user: str, items: Sequence[JobItem], at: datetime) -> tuple[Batch, ...]:
    """The items in batches, as even as they come, of a job asked for ``at``.

    Raises InvalidRequest ``too_many_items``, or ``no_items``.
    """
    if not items:
        raise InvalidRequest(FieldError("items", "no_items", "Escolha ao menos um item."))
    weight = sum(len(item.label) + sum(map(len, item.reference.values())) + 160 for item in items)
    if len(items) > MAXIMUM_ITEMS or weight > MAXIMUM_BYTES:
        message = f"São itens demais para uma só vez: no máximo {MAXIMUM_ITEMS}."
        raise InvalidRequest(FieldError("items", "too_many_items", message))
    size = max(SMALLEST_BATCH, ceil(len(items) / MAXIMUM_BATCHES))
    starts = range(0, len(items), size)
    return tuple(
        Batch(job, user, number, start, tuple(items[start : start + size]), ordered_at=at)
        for number, start in enumerate(starts)
    )


def begun(job: Job, at: datetime) -> Job:
    """The job at work."""
    return replace(job, state=JobState.RUNNING, started_at=job.started_at or at, revision=job.revision + 1)


def ended(job: Job, state: JobState, at: datetime, message: str = "", file: JobFile | None = None) -> Job:
    """The job as it ended."""
    return replace(job, state=state, ended_at=at, message=message, file=file, revision=job.revision + 1)


def cancel(job: Job, at: datetime) -> Job:
    """Stop before the next item; what is done stays done. Raises Refused ``job_over``, ``job_not_stoppable``."""
    if not job.open:
        raise Refused("job_over", "Este trabalho já terminou.")
    if not job.stoppable:
        raise Refused("job_not_stoppable", "Este trabalho não para no meio. Aguarde o fim.")
    return ended(
        job, JobState.CANCELLED, at, "Cancelado por quem o pediu. O que já estava feito continua feito."
    )


def undone(batches: Sequence[Batch]) -> tuple[JobItem, ...]:
    """What failed, or was never begun because the job stopped before."""
    left = (ItemState.FAILED, ItemState.WAITING)
    return tuple(item for batch in batches for item in batch.items if item.state in left)


def progress(job: Job, batches: Sequence[Batch], closing: tuple[int, int], now: datetime) -> Progress:
    """Count what became of the items and estimate the rest by the pace so far."""
    items = [item for batch in batches for item in batch.items]
    states = [item.state for item in items]
    counted = Progress(
        total=job.total,
        done=states.count(ItemState.DONE),
        failed=states.count(ItemState.FAILED),
        left_out=states.count(ItemState.LEFT_OUT),
        closing=closing[0],
        closing_total=closing[1],
    )
    # Rows of a spreadsheet that were left out when it was ordered took no time and say nothing of the pace.
    never = sum(1 for item in items if item.state is ItemState.LEFT_OUT and not item.reference)
    return replace(counted, seconds_left=_seconds_left(job, counted, never, now))


def _seconds_left(job: Job, counted: Progress, never: int, now: datetime) -> int | None:
    over = counted.settled - never + counted.closing
    everything = counted.total - never + counted.closing_total
    if job.state is not JobState.RUNNING or job.started_at is None:
        return None
    return seconds_left(job.started_at, now, over, everything)
