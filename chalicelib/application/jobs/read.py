"""How far a job of one's own is, and what became of each item."""

from collections.abc import Sequence
from datetime import datetime

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import ItemState, Job, JobItem, Progress, progress
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass

from .acting import own_job

PAGE = 100


@dataclass(frozen=True, slots=True)
class JobPage:
    """A job, its progress, and one page of its items; ``next`` is where the next page begins."""

    job: Job
    progress: Progress
    items: Sequence[JobItem]
    next: int | None
    at: datetime


def read_job(
    ports: Ports, actor: Actor, job_id: str, start: int = 0, states: frozenset[ItemState] = frozenset()
) -> JobPage:
    """``start`` counts among the items in ``states`` (all, when empty). Raises NotFound ``job_not_found``."""
    allow(actor, Action.JOB_SEE)
    job, now = own_job(ports, actor, job_id), ports.now()
    batches = ports.jobs.batches(job)
    far = progress(job, batches, ports.jobs.closing(job), now)
    items = [item for batch in batches for item in batch.items if not states or item.state in states]
    after = start + PAGE
    return JobPage(job, far, items[start:after], after if after < len(items) else None, now)
