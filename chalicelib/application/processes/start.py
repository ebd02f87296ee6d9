"""Start a process (PRO-02, PRO-05): the number is taken inside the transaction that creates it, or comes with it
(PRO-06)."""

from datetime import datetime
from typing import Any

from chalicelib.application.authorisation import allow, allow_on_process
from chalicelib.application.flows.start import follow_from_the_start
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import FlowKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.application.work_plan.offered import offered_plans
from chalicelib.domain import registering, tying
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Change, Process, then
from chalicelib.domain.value import dataclass
from chalicelib.domain.work_plan import plan_of_type

from .informing import FormerRecord, informed_numbering
from .protocol_number import ATTEMPTS, numbering
from .registration import RegistrationForm, checked_registration, contact_keys


@dataclass(frozen=True, slots=True)
class StartForm:
    """The screen of PRO-02: registration data and the unit's first remark; ``related_to`` for PRO-14.

    ``flow`` is the code of the one it follows from the start. ``record``: its number and date on paper, if it has them.
    """

    registration: RegistrationForm
    remark: str = ""
    related_to: str | None = None
    flow: str | None = None
    record: FormerRecord | None = None


def start_process(ports: Ports, actor: Actor, operation: Operation, form: StartForm) -> Reply:
    """Start a process in the actor's unit; -> ``{"id", "nup"}``.

    Raises Forbidden, InvalidRequest per field, Refused ``type_not_for_unit``, ``numbering_code_missing``, or as
    ``informed_numbering`` or ``flow_acts.start_flow``.
    """
    allow(actor, Action.PROCESS_START)
    now, identifier = ports.now(), ports.identifier()
    numbers = _numbers(ports, actor, form.record, now)

    def attempt(work: Work) -> Reply:
        beside = [ProcessKey(form.related_to)] if form.related_to else []
        followed = [FlowKey(form.flow)] if form.flow else []
        contacts_of = contact_keys(form.registration.interested_parties)
        told, *loaded = work.load(numbers.key, *beside, *followed, *contacts_of)
        contacts = loaded[len(beside) + len(followed) :]
        registration = checked_registration(form.registration, contacts, ports.catalogues, actor)
        nup = numbers.take(work, told)
        plan = plan_of_type(offered_plans(ports), registration.type.code)
        change = registering.start(identifier, nup, actor, registration, now, plan, numbers.filed_on)
        if form.remark.strip():
            noted = registering.remark(change.process, actor, form.remark.strip(), now)
            change = then(change, noted.process, *noted.acts)
        if beside:
            change = _related(work, actor, loaded[0], change, now)
        if followed:
            change = follow_from_the_start(ports, work, actor, loaded[len(beside)], change)
        work.change_process(None, change)
        return {"id": identifier, "nup": nup}

    return transact(lambda: ports.begin(operation), attempt, ATTEMPTS)


def _numbers(ports: Ports, actor: Actor, record: FormerRecord | None, at: datetime) -> Any:
    """Where its number comes from, which tells what is to be loaded and takes it."""
    return informed_numbering(ports, actor, record, at) if record else numbering(ports, actor, at)


def _related(work: Work, actor: Actor, found: Process | None, started: Change, at: datetime) -> Change:
    """Tie the new process to the one it was started from, in the same transaction (PRO-14)."""
    origin = allow_on_process(actor, Action.PROCESS_RELATE, found)
    here, there = tying.relate(origin, started.process, actor, at)
    work.change_process(origin, here)
    return then(started, there.process, *there.acts)
