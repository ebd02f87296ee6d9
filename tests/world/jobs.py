"""Jobs on the embedded AWS: a kind that assigns processes, as an act on many would."""

import uuid
from collections.abc import Mapping
from dataclasses import replace

from chalicelib.application.administration.copy_unit_grants import KIND as UNIT_GRANTS
from chalicelib.application.administration.copy_unit_grants import unit_grants_kind
from chalicelib.application.bulk.acts import ACTS, bulk_kind
from chalicelib.application.bulk.document_acts import KIND as BULK_DOCUMENTS
from chalicelib.application.bulk.document_acts import bulk_documents_kind
from chalicelib.application.circulars.mail_block import KIND as BLOCK_MAIL
from chalicelib.application.circulars.mail_block import block_mail_kind
from chalicelib.application.circulars.order_circular import KIND as CIRCULAR
from chalicelib.application.circulars.order_circular import circular_kind
from chalicelib.application.jobs.begin import Order, begin_job
from chalicelib.application.jobs.close import close_job
from chalicelib.application.jobs.kinds import Kind
from chalicelib.application.jobs.open_job import open_job
from chalicelib.application.jobs.run_batch import run_batch
from chalicelib.application.mail_merge.order_merge import merge_kind
from chalicelib.application.ports import Ports, Renderer
from chalicelib.application.routing.assign import Assignment, assign_process
from chalicelib.application.spreadsheets.order_import import KIND as IMPORT
from chalicelib.application.spreadsheets.order_import import import_kind
from chalicelib.application.transaction import Operation
from chalicelib.domain.access import Profile
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import Job, JobItem, Outcome
from chalicelib.domain.organisation import Person as Named
from chalicelib.domain.organisation import UnitName
from chalicelib.domain.policy import Action

from .wire import untapped
from .world import Ask, Person, World

ASSIGNEE = "carlos.moura"


def assign(
    ports: Ports, actor: Actor, operation: Operation, reference: Mapping[str, str], job: Job
) -> Outcome:
    """One process to Carlos."""
    assign_process(ports, actor, operation, reference["process"], Assignment(ASSIGNEE, None, False))
    return Outcome()


KINDS = {"assign_processes": Kind(assign)}


def assigning(
    world: World, processes: list[str], who: Person | None = None, kind: str = "assign_processes"
) -> str:
    """A job of Ana's, or of whoever, over processes; -> its id."""
    person = who or world.ana
    actor = Actor(world.tenant, Named(person.login, person.login), UnitName(person.unit, person.unit), "pmu")
    order = Order(kind, "Atribuir processos", [JobItem(one, {"process": one}) for one in processes])
    ports = world.installed.place.ports(world.tenant)
    with untapped():
        operation = Operation(person.login, f"job-{ports.identifier()}", "d")
        return str(begin_job(ports, actor, operation, Action.PROCESS_ASSIGN, (), lambda *_: order)["job"])


def ordering(who: Person, act: str, processes: list[str], **form: object) -> Ask:
    """An act on many, as the bar of a list asks for it."""
    return Ask(who, "POST", "/bulk-acts", {"act": act, "processes": processes, "form": form})


def ordering_documents(who: Person, act: str, places: list[tuple[str, str]], **form: object) -> Ask:
    """An act on many documents, as the bar of a tree asks for it."""
    chosen = [{"process": process, "document": document} for process, document in places]
    return Ask(who, "POST", "/bulk-document-acts", {"act": act, "documents": chosen, "form": form})


def on_one(world: World, who: Person, act: str, process: str, **form: object) -> Ask:
    """What a worker does to one process of a bulk job; after a failure it asks again with the same operation."""
    named, unit = Named(who.login, who.login), UnitName(who.unit, who.unit)
    actor = Actor(world.tenant, named, unit, "pmu", frozenset({Profile.BASIC.value}))
    key = f"job-{uuid.uuid4().hex}"

    def do() -> bool:
        ports = world.installed.place.ports(world.tenant)
        ACTS[act].on_one(ports, actor, Operation(who.login, key, "d"), process, form)
        return True

    return Ask(who, "EVENT", f"{act} of one", process=process, act=do)


def worked(world: World, who: Person, job: str, renderer: Renderer | None = None) -> None:
    """A bulk job from its first step to its last, as its workers would; with the renderer of who needs pages."""
    ports = world.installed.place.ports(world.tenant)
    ports = replace(ports, renderer=renderer) if renderer else ports
    kinds = {"bulk": bulk_kind(), BULK_DOCUMENTS: bulk_documents_kind(), "mail_merge": merge_kind()}
    kinds |= {CIRCULAR: circular_kind(), BLOCK_MAIL: block_mail_kind(), IMPORT: import_kind()}
    kinds |= {UNIT_GRANTS: unit_grants_kind()}
    with untapped():
        for number in open_job(ports, who.login, job)["batches"]:
            while run_batch(ports, kinds, who.login, job, number, lambda: False)["more"]:
                pass
        close_job(ports, kinds, who.login, job)
