"""The last thing an execution does: what the kind does at its end, and the word that it is over."""

from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.application.ports import Ports
from chalicelib.application.references import JobKey
from chalicelib.domain.errors import DomainError, Unavailable
from chalicelib.domain.job import Batch, ItemState, Job, JobFile, JobState, Outcome, begun, ended

from .acting import acting_in
from .kinds import Kinds, Task

GIVEN_UP = Outcome(
    ItemState.FAILED, "item_gave_up", "Não foi possível concluir este item depois de várias tentativas."
)


def close_job(ports: Ports, kinds: Kinds, user: str, job_id: str) -> Mapping[str, Any]:
    """-> ``{"state"}``. What no worker could do is failed, item by item; closing again changes nothing."""
    (job,) = ports.reader.get(JobKey(user, job_id))
    if job is None or not job.open:
        return {"state": job.state.value if job else None}
    batches = [_given_up(ports, batch) for batch in ports.jobs.batches(job)]
    over = _over(ports, kinds, job, batches)
    if not ports.jobs.save(job, over):
        (now,) = ports.reader.get(JobKey(user, job_id))
        return {"state": now.state.value if now else None}
    return {"state": over.state.value}


def _over(ports: Ports, kinds: Kinds, job: Job, batches: Sequence[Batch]) -> Job:
    end = kinds[job.kind].end
    made: JobFile | str | None = None
    try:
        if end:
            task = Task(
                ports, acting_in(ports, job), job, lambda done, total: ports.jobs.report(job, done, total)
            )
            made = end(task, batches)
    except Unavailable:
        raise
    except DomainError as error:
        return ended(begun(job, ports.now()), JobState.FAILED, ports.now(), error.message)
    said = made if isinstance(made, str) else ""
    file = made if isinstance(made, JobFile) else None
    return ended(begun(job, ports.now()), JobState.DONE, ports.now(), said, file)


def _given_up(ports: Ports, batch: Batch) -> Batch:
    for position in batch.waiting:
        after = batch.settled(position, GIVEN_UP)
        if not ports.jobs.settle(batch, after):
            return batch
        batch = after
    return batch
