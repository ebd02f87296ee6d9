"""Ask again for what an act on many did not do: a new job over what was left (demands 4)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.jobs.acting import own_job
from chalicelib.application.jobs.begin import Order, begin_job
from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.errors import Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import Job, JobItem, undone
from chalicelib.domain.policy import Action

from .document_acts import KIND as BULK_DOCUMENTS


def retry_bulk_act(ports: Ports, actor: Actor, operation: Operation, job_id: str) -> Reply:
    """-> ``{"job"}``, another one: what became of the first stays told.

    Raises Forbidden, NotFound ``job_not_found``, Refused ``not_retried`` for a job of another kind, ``job_open``,
    ``job_of_another_unit`` or ``nothing_left``.
    """
    allow(actor, Action.BULK_ORDER)
    job = own_job(ports, actor, job_id)
    _check(job, actor)
    left = undone(ports.jobs.batches(job))
    if not left:
        raise Refused("nothing_left", "Não faltou nada neste trabalho.")
    items = [JobItem(item.label, item.reference) for item in left]
    order = Order(job.kind, job.title, items, options=job.options, in_turn=job.in_turn)
    return begin_job(ports, actor, operation, Action.BULK_ORDER, (), lambda action, found: order)


def _check(job: Job, actor: Actor) -> None:
    if job.kind not in ("bulk", BULK_DOCUMENTS):
        raise Refused("not_retried", "Este trabalho não se repete em parte: peça-o de novo.")
    if job.open:
        raise Refused("job_open", "Este trabalho ainda não terminou.")
    if job.unit.id != actor.unit.id:
        where = job.unit.acronym
        message = f"Este trabalho foi pedido em {where}: mude para essa unidade e tente de novo."
        raise Refused("job_of_another_unit", message)
