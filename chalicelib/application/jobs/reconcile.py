"""Jobs that should be running and are not: started again, or given up after too many times."""

from datetime import timedelta

from chalicelib.application.ports import Ports
from chalicelib.application.references import JobKey
from chalicelib.domain.value import dataclass

from .abandon import abandon_job

#: One that was asked for just now is being started by who took the request.
SETTLING = timedelta(minutes=2)
MAXIMUM_EXECUTIONS = 5


@dataclass(frozen=True, slots=True)
class ReconciledJobs:
    """Ids of what was found not over, started again and given up."""

    open: tuple[str, ...]
    revived: tuple[str, ...]
    abandoned: tuple[str, ...]


def reconcile_jobs(ports: Ports, settling: timedelta = SETTLING) -> ReconciledJobs:
    """Look at every open job of the tenant. Starting twice is harmless: batches have one hand at a time."""
    found, revived, abandoned = [], [], []
    for user, job_id in ports.jobs.open():
        (job,) = ports.reader.get(JobKey(user, job_id))
        if job is None or not job.open or ports.now() - job.created_at < settling:
            continue
        found.append(job_id)
        execution = ports.engine.revive(user, job_id)
        if execution > MAXIMUM_EXECUTIONS:
            abandon_job(ports, user, job_id)
            abandoned.append(job_id)
        elif execution:
            revived.append(job_id)
    return ReconciledJobs(tuple(found), tuple(revived), tuple(abandoned))
