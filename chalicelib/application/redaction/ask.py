"""Ask for a copy with concealed passages (LAI, art. 7º, § 2º): a job, for the copy is drawn anew."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.documents.create import check_room
from chalicelib.application.jobs.begin import Order, begin_job
from chalicelib.application.ports import Ports
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.access import AccessLevel
from chalicelib.domain.document import Document
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import JobItem
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process, check_active
from chalicelib.domain.redaction import Marks, check_marks, check_source
from chalicelib.domain.value import dataclass

from .certifying import certificate_type, concealing_law
from .signed_text import lines

KIND = "redaction"


@dataclass(frozen=True, slots=True)
class RedactionForm:
    """``digest`` is that of what was marked. ``level`` is the copy's; when restricted, by the same legal basis."""

    digest: str
    marks: Marks
    legal_basis: str
    reason: str
    level: AccessLevel


def ask_redaction(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, document_id: str, form: RedactionForm
) -> Reply:
    """-> ``{"job"}``.

    Raises NotFound, Forbidden, Conflict ``document_changed``, InvalidRequest per field, Refused ``not_redactable``,
    ``too_many_pages``, ``certificate_not_set_up``, ``process_full`` or ``process_suspended`` ….
    """
    basis = concealing_law(ports, form.legal_basis, form.level)
    certificate_type(ports)

    def decide(action: Action, loaded: Sequence[object]) -> Order:
        process, document = allow_on_document(
            actor,
            action,
            loaded[0] if isinstance(loaded[0], Process) else None,
            loaded[1] if isinstance(loaded[1], Document) else None,
        )
        check_active(process)
        check_room(process, documents=2)
        check_source(document, form.digest)
        check_marks(form.marks, document, lines(ports, document))
        options = {
            "digest": form.digest,
            "legal_basis": basis.code,
            "reason": form.reason,
            "level": form.level.value,
            "marks": json.dumps(asdict(form.marks)),
        }
        items = [JobItem(document.label, {"document": document.id})]
        return Order(KIND, f"Cópia com trechos ocultados de {document.number}", items, process.id, options)

    keys = (ProcessKey(process_id), DocumentKey(process_id, document_id))
    return begin_job(ports, actor, operation, Action.DOCUMENT_REDACT, keys, decide)
