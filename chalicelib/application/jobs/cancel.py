"""Cancel a job of one's own: nothing more of it is begun."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import JobKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import cancel
from chalicelib.domain.policy import Action


def cancel_job(ports: Ports, actor: Actor, operation: Operation, job_id: str) -> Reply:
    """-> ``{"state"}``. Raises NotFound ``job_not_found``, Refused as ``job.cancel``."""
    allow(actor, Action.JOB_CANCEL)
    now = ports.now()

    def attempt(work: Work) -> Reply:
        (job,) = work.load(JobKey(actor.user.id, job_id))
        if job is None:
            raise NotFound("job_not_found", "Este trabalho não existe.")
        after = cancel(job, now)
        work.put_job(job, after)
        return {"state": after.state.value}

    return transact(lambda: ports.begin(operation), attempt)
