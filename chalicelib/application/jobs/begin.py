"""How every act that starts a job starts it: job and items in one transaction, then the engine is told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import datetime

from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import Key
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import Job, JobItem, divide
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked: ``kind`` is a row of ``kinds.py``; ``in_turn``: one batch after the other."""

    kind: str
    title: str
    items: Sequence[JobItem]
    process: str | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    in_turn: bool = False


def begin_job(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    action: Action,
    keys: Sequence[Key],
    decide: Callable[[Action, Sequence[object]], Order],
    along: Callable[[Work, Job], None] | None = None,
) -> Reply:
    """Load ``keys``, let ``decide`` say what is to be done, and put it on the shelf; -> ``{"job"}``.

    ``decide`` receives the action and what was loaded, asks the policy and makes the order; ``along`` writes
    what goes with the job in its transaction. Raises what they raise, InvalidRequest as ``divide``.
    """
    identifier, now = ports.identifier(), ports.now()

    def attempt(work: Work) -> Reply:
        order = decide(action, work.load(*keys))
        batches = divide(identifier, actor.user.id, order.items, now)
        job = _job(actor, identifier, now, order, len(batches))
        work.put_job(None, job, batches)
        if along:
            along(work, job)
        return {"job": job.id}

    reply = transact(lambda: ports.begin(operation), attempt)
    ports.engine.start(actor.user.id, str(reply["job"]))
    return reply


def _job(actor: Actor, identifier: str, now: datetime, order: Order, batches: int) -> Job:
    return Job(
        id=identifier,
        tenant=actor.tenant,
        kind=order.kind,
        title=order.title,
        user=actor.user,
        unit=actor.unit,
        total=len(order.items),
        batches=batches,
        created_at=now,
        process=order.process,
        options=order.options,
        in_turn=order.in_turn,
    )
