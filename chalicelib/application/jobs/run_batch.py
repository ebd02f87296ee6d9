"""What a worker does: one batch of a job, item by item, until it is over or the worker's time is."""

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from chalicelib.application.ports import Ports
from chalicelib.application.references import JobKey
from chalicelib.application.transaction import Operation
from chalicelib.domain.errors import DomainError, Unavailable
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import Batch, ItemState, Job, Outcome

from .acting import acting_in
from .kinds import Act, Kinds

#: A job that was cancelled stops within so long: asking before each item would be a fifth of the calls.
ASKED_EVERY = timedelta(seconds=1)


def run_batch(
    ports: Ports, kinds: Kinds, user: str, job_id: str, number: int, time_is_up: Callable[[], bool]
) -> Mapping[str, Any]:
    """-> ``{"more": whether something of the batch still waits}``, or of the batches after it, where they are in turn.

    An item that was done and not yet noted when the worker died is asked for again with the same operation, which
    answers as it did and changes nothing. Stops when the job was cancelled; where another worker has the batch too,
    looks at it again.
    """
    job = _at_work(ports, user, job_id)
    batch = _turn(ports, job, number) if job else None
    if job is None or batch is None or not batch.waiting:
        return {"more": False}
    act = kinds[job.kind].act
    actor: Actor | None = None
    asked = ports.now()
    for position in batch.waiting:
        if time_is_up():
            return {"more": True}
        if ports.now() - asked >= ASKED_EVERY:
            asked = ports.now()
            if _at_work(ports, user, job_id) is None:
                return {"more": False}
        try:
            actor = actor or acting_in(ports, job)
            outcome = _done(ports, act, actor, job, batch, position)
        except Unavailable:
            raise
        except DomainError as error:
            outcome = Outcome(ItemState.FAILED, error.code, error.message)
        after = batch.settled(position, outcome)
        if not ports.jobs.settle(batch, after):
            return {"more": True}
        batch = after
    return {"more": job.in_turn and batch.number + 1 < job.batches}


def _turn(ports: Ports, job: Job, number: int) -> Batch | None:
    """The batch, or the first that still waits when they are done one after the other."""
    if not job.in_turn:
        return ports.jobs.batch(job, number)
    return next((batch for batch in ports.jobs.batches(job) if batch.waiting), None)


def _at_work(ports: Ports, user: str, job_id: str) -> Job | None:
    (job,) = ports.reader.get(JobKey(user, job_id))
    return job if job is not None and job.open else None


def _done(ports: Ports, act: Act, actor: Actor, job: Job, batch: Batch, position: int) -> Outcome:
    reference = batch.items[position].reference
    text = json.dumps([job.kind, dict(reference)], sort_keys=True)
    digest = hashlib.sha256(text.encode()).hexdigest()
    operation = Operation(job.user.id, f"job-{job.id}-{batch.first + position}", digest)
    return act(ports, actor, operation, reference, job)
