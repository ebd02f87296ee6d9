"""Confirm what another person asked: from here on it is done, process by process (LGPD, art. 18)."""

from collections.abc import Iterator, Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.jobs.begin import Order, begin_job
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ErasureKey, JobKey
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.erasure import Erasure, confirmed
from chalicelib.domain.erasure_plan import Surveyed
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import Job, JobItem
from chalicelib.domain.policy import Action

from .kind import KIND
from .survey import request, survey

#: Two writes for each record, beside the process's own: a transaction holds a hundred.
AT_ONCE = 25


def confirm_erasure(ports: Ports, actor: Actor, operation: Operation, identifier: str) -> Reply:
    """-> ``{"job"}``. Raises Forbidden, NotFound, Refused as ``erasure.confirmed`` and ``too_many_processes``."""
    allow(actor, Action.PERSON_ERASE)
    known, contact = request(ports, identifier)
    items = list(_items(survey(ports, contact, known.ground)))
    at, stopped = ports.now(), _stopped(ports, known)
    loaded: list[Erasure] = []

    def decide(_: Action, found: Sequence[object]) -> Order:
        (before,) = found
        assert isinstance(before, Erasure)
        loaded[:] = [before]
        return Order(KIND, "Eliminar dados pessoais", items, options={"erasure": identifier}, in_turn=True)

    def along(work: Work, job: Job) -> None:
        before = loaded[0]
        again = stopped and before.job == known.job
        work.put_erasure(before, confirmed(before, actor.user, at, job.id, again))

    keys = (ErasureKey(identifier),)
    return begin_job(ports, actor, operation, Action.PERSON_ERASE, keys, decide, along)


def _stopped(ports: Ports, known: Erasure) -> bool:
    """Whether the work that was begun the last time is over."""
    if not known.settled_by or not known.job:
        return False
    (job,) = ports.reader.get(JobKey(known.settled_by.id, known.job))
    return job is not None and not job.open


def _items(surveyed: Sequence[Surveyed]) -> Iterator[JobItem]:
    """A process is one item, or several where it has many records; the address book comes last."""
    for one in surveyed:
        ready = [n for n in one.found.records if n not in one.waiting]
        parts = [ready[at : at + AT_ONCE] for at in range(0, len(ready), AT_ONCE)]
        for part in parts or ([[]] if one.found.registered else []):
            records = ",".join(map(str, part))
            yield JobItem(f"Processo {one.nup}", {"process": one.process, "records": records})
    yield JobItem("Cadastro de contatos", {"process": "", "records": ""})
