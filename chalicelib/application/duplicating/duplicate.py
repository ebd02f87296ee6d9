"""Duplicar processo (PRO-12): the new process is there at once, view only, and a job puts the documents into it."""

from collections.abc import Sequence
from dataclasses import replace

from chalicelib.application.authorisation import allow, allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.processes.protocol_number import ATTEMPTS, numbering
from chalicelib.application.processes.registration import (
    contact_keys,
    edited_registration,
    form_of,
    served_type,
)
from chalicelib.application.processes.see import visible_documents
from chalicelib.application.processes.whole_tree import every_document
from chalicelib.application.references import ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import duplicating
from chalicelib.domain.contact import Contact
from chalicelib.domain.document import Document
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import Batch, Job, JobItem, divide
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process, Registration
from chalicelib.domain.value import dataclass

KIND = "duplicate"


@dataclass(frozen=True, slots=True)
class DuplicateForm:
    """The dialog: ``documents`` None is all of them; ``interested_parties`` None leaves the original's."""

    documents: frozenset[str] | None = None
    interested_parties: tuple[str, ...] | None = None
    keep_relations: bool = False


def duplicate_process(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, form: DuplicateForm
) -> Reply:
    """-> ``{"id", "nup", "job"}``; the job tells which documents were copied and why others were not.

    Raises NotFound, Forbidden, InvalidRequest ``no_items``, ``document_unknown``, ``contact_unknown``, Refused
    ``type_not_for_unit`` or ``numbering_code_missing``.
    """
    chosen = _chosen(ports, actor, process_id, form)
    allow(actor, Action.PROCESS_START)
    now, numbers = ports.now(), numbering(ports, actor, ports.now())
    identifier, job_id = ports.identifier(), ports.identifier()
    items = [_item(document, order) for order, document in enumerate(chosen, start=1)]

    def attempt(work: Work) -> Reply:
        taken, found, *contacts = work.load(
            numbers.key, ProcessKey(process_id), *contact_keys(form.interested_parties or ())
        )
        source = allow_on_process(actor, Action.PROCESS_DUPLICATE, found)
        registration = _registration(ports, actor, source, form, contacts)
        related = [_tie(relation.process) for relation in source.relations] if form.keep_relations else []
        nup = numbers.take(work, taken)
        change = duplicating.begin(identifier, nup, actor, source, registration, len(items), now)
        work.change_process(None, change)
        everything = [*items, *related]
        batches = divide(job_id, actor.user.id, everything, now)
        work.put_job(None, _job(actor, source, change.process, job_id, everything, batches), batches)
        return {"id": identifier, "nup": nup, "job": job_id}

    reply = transact(lambda: ports.begin(operation), attempt, ATTEMPTS)
    ports.engine.start(actor.user.id, str(reply["job"]))
    return reply


def _chosen(ports: Ports, actor: Actor, process_id: str, form: DuplicateForm) -> Sequence[Document]:
    """In the order of the tree."""
    (found,) = ports.reader.get(ProcessKey(process_id))
    process = allow_on_process(actor, Action.PROCESS_DUPLICATE, found)
    seen = [node.document for node in visible_documents(actor, process, list(every_document(ports, process)))]
    chosen = [one for one in seen if form.documents is None or one.id in form.documents]
    if form.documents is not None and len(chosen) < len(form.documents):
        message = "Um dos documentos escolhidos não existe mais neste processo. Atualize a página."
        raise InvalidRequest(FieldError("documents", "document_unknown", message))
    if not chosen:
        raise InvalidRequest(FieldError("documents", "no_items", "Escolha ao menos um documento."))
    return chosen


def _registration(
    ports: Ports, actor: Actor, source: Process, form: DuplicateForm, contacts: Sequence[Contact | None]
) -> Registration:
    """The original's, still good for the unit; the priority is of the people it was given for."""
    before = source.registration
    served_type(before.type.code, ports.catalogues, actor)
    was = form_of(before)
    parties = was.interested_parties if form.interested_parties is None else form.interested_parties
    priority = was.priority if parties == was.interested_parties else None
    wanted = replace(was, interested_parties=parties, priority=priority)
    return edited_registration(before, wanted, contacts, ports.catalogues, actor)


def _item(document: Document, order: int) -> JobItem:
    return JobItem(document.label, {"document": document.id, "order": str(order)})


def _tie(other: str) -> JobItem:
    return JobItem("Relacionamento com outro processo", {"relation": other})


def _job(
    actor: Actor,
    source: Process,
    duplicate: Process,
    job_id: str,
    items: Sequence[JobItem],
    batches: Sequence[Batch],
) -> Job:
    return Job(
        id=job_id,
        tenant=actor.tenant,
        kind=KIND,
        title=f"Duplicar o processo {source.nup}",
        user=actor.user,
        unit=actor.unit,
        total=len(items),
        batches=len(batches),
        created_at=duplicate.started_at,
        process=duplicate.id,
        options={"source": source.id},
        stoppable=False,
    )
