"""The first thing an execution does: say that the job is at work, and which batches it has."""

from collections.abc import Mapping
from typing import Any

from chalicelib.application.ports import Ports
from chalicelib.application.references import JobKey
from chalicelib.domain.job import JobState, begun


def open_job(ports: Ports, user: str, job_id: str) -> Mapping[str, Any]:
    """-> ``{"batches": [number]}``: those with something left to do; none when the job is over or gone.

    Of a job whose batches are done in turn, only the first one: its worker goes on to the others.
    """
    (job,) = ports.reader.get(JobKey(user, job_id))
    if job is None or not job.open:
        return {"batches": []}
    if job.state is JobState.WAITING:
        ports.jobs.save(job, begun(job, ports.now()))
    left = [batch.number for batch in ports.jobs.batches(job) if batch.waiting]
    return {"batches": left[:1] if job.in_turn else left}
