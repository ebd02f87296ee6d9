"""What jobs need from the outside: their shelf, and the engine that runs them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from chalicelib.domain.job import Batch, Job
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class JobsPage:
    """A page of somebody's jobs, newest first."""

    items: Sequence[Job]
    next_cursor: str | None


class Shelf(Protocol):
    """Jobs as they are kept. What is saved is saved on condition that nobody was faster."""

    def of_user(self, user: str, cursor: str | None) -> JobsPage: ...
    def batches(self, job: Job) -> Sequence[Batch]: ...
    def batch(self, job: Job, number: int) -> Batch | None: ...
    def save(self, before: Job, after: Job) -> bool:
        """False when somebody changed it since it was read."""

    def settle(self, before: Batch, after: Batch) -> bool:
        """False when somebody else has this batch in hand."""

    def closing(self, job: Job) -> tuple[int, int]:
        """How far the end of the job is: so much of so much."""

    def report(self, job: Job, done: int, total: int) -> None:
        """Say how far the end of the job is. Of no consequence but on the screen."""

    def open(self) -> Iterator[tuple[str, str]]:
        """(user, job) of every job of the tenant that is not over, the oldest first."""


class Engine(Protocol):
    """Runs jobs; its executions may die, the shelf does not."""

    def start(self, user: str, job: str) -> None:
        """Best effort, and of no effect the second time: what does not start is found by the reconciler."""

    def revive(self, user: str, job: str) -> int:
        """Start again unless it runs: 0 when it runs, else which execution of the job this one is."""


Reference = Mapping[str, str]
