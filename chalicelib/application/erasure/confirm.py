"""Confirm what another person asked: from here on it is done, process by process (LGPD, art. 18)."""

from collections.abc import Iterator, Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.jobs.begin import Order, begin_job
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ErasureKey, JobKey, Key, UserKey
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.contact import Contact
from chalicelib.domain.erasure import Erasure, confirmed
from chalicelib.domain.erasure_plan import Surveyed
from chalicelib.domain.identity import Actor, User
from chalicelib.domain.job import Job, JobItem
from chalicelib.domain.leaver import check_left
from chalicelib.domain.policy import Action

from .kind import BOOK, KIND, OTHERS
from .leaver_kind import KIND as LEAVER_KIND
from .leaver_kind import leaver_items
from .subject import requested
from .survey import survey


def confirm_erasure(ports: Ports, actor: Actor, operation: Operation, identifier: str) -> Reply:
    """-> ``{"job"}``. Raises Forbidden, NotFound, Refused as ``erasure.confirmed`` and ``check_left``."""
    allow(actor, Action.PERSON_ERASE)
    known, subject = requested(ports, identifier)
    kind, items, keys = _work(ports, known, subject)
    at, stopped = ports.now(), _stopped(ports, known)
    loaded: list[Erasure] = []

    def decide(_: Action, found: Sequence[object]) -> Order:
        before, *leaver = found
        assert isinstance(before, Erasure)
        for user in leaver:
            assert isinstance(user, User)
            check_left(user)
        loaded[:] = [before]
        return Order(kind, "Eliminar dados pessoais", items, options={"erasure": identifier}, in_turn=True)

    def along(work: Work, job: Job) -> None:
        before = loaded[0]
        again = stopped and before.job == known.job
        work.put_erasure(before, confirmed(before, actor.user, at, job.id, again))

    return begin_job(ports, actor, operation, Action.PERSON_ERASE, keys, decide, along)


def _work(
    ports: Ports, known: Erasure, subject: Contact | User
) -> tuple[str, list[JobItem], tuple[Key, ...]]:
    """The kind of job, its items, and what the decision is made on."""
    if isinstance(subject, User):
        return LEAVER_KIND, list(leaver_items()), (ErasureKey(known.id), UserKey(subject.id))
    found, _ = survey(ports, subject, known.ground)
    return KIND, list(_items(found)), (ErasureKey(known.id),)


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
