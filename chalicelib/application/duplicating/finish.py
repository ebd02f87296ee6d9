"""The end of a duplication: the duplicate may be worked on (PRO-12)."""

import hashlib
from collections.abc import Sequence

from chalicelib.application.jobs.kinds import Task
from chalicelib.application.ports import Work
from chalicelib.application.references import ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import duplicating
from chalicelib.domain.errors import NotFound
from chalicelib.domain.job import Batch


def finish_duplicate(task: Task, batches: Sequence[Batch]) -> str:
    """-> what is said to who asked. Doing it again after a kill changes nothing. Raises NotFound."""
    ports, job = task.ports, task.job
    key = f"job-{job.id}-end"
    operation = Operation(job.user.id, key, hashlib.sha256(key.encode()).hexdigest())

    def attempt(work: Work) -> Reply:
        (duplicate,) = work.load(ProcessKey(str(job.process)))
        if duplicate is None:
            raise NotFound()
        if duplicating.in_the_making(duplicate):
            work.change_process(duplicate, duplicating.finish(duplicate, task.actor))
        return {"nup": duplicate.nup}

    reply = transact(lambda: ports.begin(operation), attempt)
    return f"O processo {reply['nup']} está pronto."
