"""Write one text into many processes, each with its own words: a job, with a result for each row (DOC-09)."""

import json
from collections.abc import Mapping, Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.documents.create import DraftForm, create_draft
from chalicelib.application.documents.metadata import MetadataForm
from chalicelib.application.jobs.begin import Order, begin_job
from chalicelib.application.jobs.kinds import Kind
from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import ItemState, Job, JobItem, Outcome
from chalicelib.domain.policy import Action

from .examine import Looked, MergeForm, examined

KIND = "mail_merge"


def order_merge(ports: Ports, actor: Actor, operation: Operation, form: MergeForm) -> Reply:
    """-> ``{"job"}``. A row with a problem is left out, and says why; each of the others is a document of its own.

    Raises Forbidden, InvalidRequest ``nothing_to_do`` and as ``examined``.
    """
    allow(actor, Action.BULK_ORDER)
    rows = examined(ports, actor, form).rows
    if all(row.problems for row in rows):
        message = "Nenhuma linha pode ser feita: corrija o que o relatório aponta."
        raise InvalidRequest(FieldError("rows", "nothing_to_do", message))
    kind = ports.catalogues.document_types()[form.type]
    options = {"type": form.type, "model": form.model, "description": form.description, "block": form.block}

    def put(_: Action, __: Sequence[object]) -> Order:
        items = [_item(row) for row in rows]
        return Order(KIND, f"{kind.name} em vários processos", items, options=options)

    return begin_job(ports, actor, operation, Action.BULK_ORDER, (), put)


def merge_kind() -> Kind:
    """The kind of job that writes a document for each row; what writing it refuses is the row's result."""
    return Kind(_on_item)


def _item(looked: Looked) -> JobItem:
    row = looked.row
    label = f"Linha {row.line}: {looked.process.nup if looked.process else row.process[:60]}"
    if looked.problems or looked.process is None:
        return JobItem(label, {}, ItemState.LEFT_OUT, "row_with_problem", " ".join(looked.problems))
    fields = json.dumps(dict(row.fields), ensure_ascii=False, sort_keys=True)
    return JobItem(label, {"process": looked.process.id, "fields": fields})


def _on_item(
    ports: Ports, actor: Actor, operation: Operation, reference: Mapping[str, str], job: Job
) -> Outcome:
    about = MetadataForm(description=job.options["description"])
    fields = json.loads(reference["fields"])
    block = job.options.get("block", "")
    form = DraftForm(job.options["type"], about, "document", job.options["model"], fields, block)
    made = create_draft(ports, actor, operation, reference["process"], form)
    found = {"document": str(made["id"]), "number": str(made["number"])}
    put = " Está no bloco." if block else ""
    return Outcome(message=f"Criado o documento {made['number']}.{put}", found=found)
