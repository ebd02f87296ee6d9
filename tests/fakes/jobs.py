"""Jobs in memory: their shelf, and an engine that runs nothing until it is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from chalicelib.application.jobs.ports import JobsPage
from chalicelib.application.references import JobKey
from chalicelib.domain.job import Batch, Job

from .memory import Memory


class MemoryShelf:
    """Implements ``jobs.ports.Shelf``."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def of_user(self, user: str, cursor: str | None) -> JobsPage:
        found = [job for job in self._all() if job.user.id == user]
        return JobsPage(sorted(found, key=lambda job: job.created_at, reverse=True), None)

    def batches(self, job: Job) -> Sequence[Batch]:
        return [batch for (owner, _), batch in sorted(self._memory.batches.items()) if owner == job.id]

    def batch(self, job: Job, number: int) -> Batch | None:
        return self._memory.batches.get((job.id, number))

    def save(self, before: Job, after: Job) -> bool:
        key = JobKey(before.user.id, before.id)
        self._memory.interrupt()
        if self._memory.read(key) != before:
            return False
        self._memory.things[key] = after
        return True

    def settle(self, before: Batch, after: Batch) -> bool:
        place = (before.job, before.number)
        self._memory.interrupt()
        if self._memory.batches.get(place) != before:
            return False
        self._memory.batches[place] = after
        return True

    def closing(self, job: Job) -> tuple[int, int]:
        return self._memory.closings.get(job.id, (0, 0))

    def report(self, job: Job, done: int, total: int) -> None:
        self._memory.closings[job.id] = (done, total)

    def open(self) -> Iterator[tuple[str, str]]:
        yield from [(job.user.id, job.id) for job in self._all() if job.open]

    def _all(self) -> list[Job]:
        return [thing for thing in self._memory.things.values() if isinstance(thing, Job)]


@dataclass
class QuietEngine:
    """Implements ``jobs.ports.Engine``: remembers what it was told. ``running``: the jobs it says are alive."""

    started: list[str] = field(default_factory=list)
    running: set[str] = field(default_factory=set)
    executions: dict[str, int] = field(default_factory=dict)

    def start(self, user: str, job: str) -> None:
        self.started.append(job)

    def revive(self, user: str, job: str) -> int:
        if job in self.running:
            return 0
        self.executions[job] = self.executions.get(job, 0) + 1
        return self.executions[job]
