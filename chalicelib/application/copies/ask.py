"""Gerar PDF, Gerar ZIP do processo (PRO-23): the documents of the tree that were chosen, as a job."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.jobs.begin import Order, begin_job
from chalicelib.application.ports import Ports
from chalicelib.application.processes.see import visible_documents
from chalicelib.application.processes.whole_tree import every_document
from chalicelib.application.references import ProcessKey
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.copying import CopyFormat
from chalicelib.domain.document import Document
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import JobItem
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class CopyForm:
    """``documents`` None is all of them. ``attach``: the PDF carries each signed document as it was signed."""

    format: CopyFormat
    documents: frozenset[str] | None = None
    attach: bool = False


def ask_copy(ports: Ports, actor: Actor, operation: Operation, process_id: str, form: CopyForm) -> Reply:
    """-> ``{"job"}``. Documents that go in no copy are items too: the result says why of each.

    Raises NotFound, Forbidden, InvalidRequest ``documents`` ``no_items``, ``document_unknown``.
    """

    def decide(action: Action, loaded: Sequence[object]) -> Order:
        process = allow_on_process(actor, action, loaded[0] if isinstance(loaded[0], Process) else None)
        chosen = _chosen(actor, process, list(every_document(ports, process)), form)
        items = [JobItem(document.label, {"document": document.id}) for document in chosen]
        options = {"attach": "yes" if form.attach else "no"}
        title = f"Processo {process.nup} em {form.format.value.upper()}"
        return Order(f"process_{form.format.value}", title, items, process.id, options)

    return begin_job(ports, actor, operation, Action.PROCESS_COPY, (ProcessKey(process_id),), decide)


def _chosen(
    actor: Actor, process: Process, documents: Sequence[Document], form: CopyForm
) -> Sequence[Document]:
    seen = [node.document for node in visible_documents(actor, process, documents)]
    if form.documents is None:
        found = seen
    else:
        found = [document for document in seen if document.id in form.documents]
        if len(found) < len(form.documents):
            message = "Um dos documentos escolhidos não existe mais neste processo. Atualize a página."
            raise InvalidRequest(FieldError("documents", "document_unknown", message))
    if not found:
        raise InvalidRequest(FieldError("documents", "no_items", "Escolha ao menos um documento."))
    return found
