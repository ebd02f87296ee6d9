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

from .kind import BOOK, KIND, OTHERS
from .survey import request, survey


def confirm_erasure(ports: Ports, actor: Actor, operation: Operation, identifier: str) -> Reply:
    """-> ``{"job"}``. Raises Forbidden, NotFound, Refused as ``erasure.confirmed``."""
    allow(actor, Action.PERSON_ERASE)
    known, contact = request(ports, identifier)
    found, _ = survey(ports, contact, known.ground)
    items = list(_items(found))
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
    """The others are always there, whether or not there are any; the address book comes last."""
    for one in surveyed:
        yield JobItem(f"Processo {one.nup}", {"process": one.process})
    yield JobItem("Demais processos", {"process": OTHERS})
    yield JobItem("Cadastro de contatos", {"process": BOOK})
