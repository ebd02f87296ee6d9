"""One document of a copy: may it be read, does it go in, and where are its bytes (PRO-23)."""

from collections.abc import Mapping

from chalicelib.application.authorisation import document_resource, subject
from chalicelib.application.documents.pdf import current
from chalicelib.application.jobs.kinds import Act
from chalicelib.application.ports import Ports
from chalicelib.application.references import DocumentKey, ProcessKey, RenditionKey
from chalicelib.application.transaction import Operation
from chalicelib.domain.copying import NO_ACCESS, CopyFormat, left_out
from chalicelib.domain.document import Document
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import ItemState, Job, Outcome
from chalicelib.domain.policy import Action, decide
from chalicelib.domain.process import Process
from chalicelib.domain.version import Rendition


def prepare_document(wanted: CopyFormat) -> Act:
    """The act of a copy's item; it writes nothing but the PDF that was not made yet."""

    def prepare(
        ports: Ports, actor: Actor, operation: Operation, reference: Mapping[str, str], job: Job
    ) -> Outcome:
        identifier = reference["document"]
        process, document, rendition = ports.reader.get(
            ProcessKey(str(job.process)),
            DocumentKey(str(job.process), identifier),
            RenditionKey(str(job.process), identifier),
        )
        if process is None or document is None:
            raise NotFound("document_gone", "O documento não está mais neste processo.")
        reason = _reason(actor, process, document, wanted)
        if reason:
            return Outcome(ItemState.LEFT_OUT, "left_out", reason)
        return Outcome(found=_found(ports, document, rendition))

    return prepare


def _reason(actor: Actor, process: Process, document: Document, wanted: CopyFormat) -> str | None:
    resource = document_resource(process, document)
    reason = left_out(document, actor.unit.id, wanted)
    if reason is None and not decide(subject(actor), Action.DOCUMENT_READ, resource).allowed:
        return NO_ACCESS
    return reason


def _found(ports: Ports, document: Document, rendition: Rendition | None) -> Mapping[str, str]:
    about = {
        "title": document.title,
        "number": document.number,
        "unit": document.unit.acronym,
        "day": (document.metadata.dated or document.created_at.astimezone(ports.zone).date()).isoformat(),
        "signatures": str(len(document.signatures)),
    }
    if document.file:
        file = document.file
        bytes_of = {"key": file.key, "sha256": file.sha256, "size": str(file.size), "type": file.media_type}
        return {**about, **bytes_of, "name": file.name}
    made = current(ports, document, rendition)
    text = {}
    if document.text and document.signatures:
        text = {"text_key": document.text.key, "text_digest": document.text.digest}
    place = {"key": made.key, "sha256": made.sha256, "size": str(made.size), "version": made.object_version}
    return {**about, **place, "type": "application/pdf", "name": f"{document.label}.pdf", **text}
