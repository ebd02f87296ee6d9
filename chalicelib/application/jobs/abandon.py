"""Say that a job could not be finished, after every try."""

from chalicelib.application.ports import Ports
from chalicelib.application.references import JobKey
from chalicelib.domain.job import JobState, ended

MESSAGE = (
    "O trabalho não pôde ser concluído depois de várias tentativas. O que já estava feito continua feito."
)


def abandon_job(ports: Ports, user: str, job_id: str) -> bool:
    """-> whether it was open until now."""
    (job,) = ports.reader.get(JobKey(user, job_id))
    if job is None or not job.open:
        return False
    return ports.jobs.save(job, ended(job, JobState.FAILED, ports.now(), MESSAGE))
