"""Make the copy: draw it without the passages, and bring it and its certificate into the process at once."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.documents.create import check_room
from chalicelib.application.documents.numbering import (
    document_number,
    identifier_in,
    type_counter,
    type_number,
)
from chalicelib.application.documents.text import resolved, store_text
from chalicelib.application.jobs.kinds import Act
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, Key, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.access import AccessLevel
from chalicelib.domain.catalogue import DocumentType, LegalBasis
from chalicelib.domain.concealment_certificate import Certified, notice
from chalicelib.domain.content_concealing import concealed, lines_of, said
from chalicelib.domain.document import Document, DocumentState, File, Kind, Metadata
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import Job, Outcome
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Named, Process
from chalicelib.domain.redacted import RedactedFrom
from chalicelib.domain.redaction import (
    PDF,
    Area,
    Marks,
    Passage,
    check_marks,
    check_source,
    copy_metadata,
    copy_of,
    copy_title,
    redact,
    still_said,
)
from chalicelib.domain.rendition import RenderModel
from chalicelib.domain.value import dataclass
from chalicelib.domain.version import Version

from .certifying import certificate_content, certificate_type, concealing_law
from .ports import Concealer, Copy
from .signed_text import concealed_model, lines, signed_content

Typeset = Callable[[RenderModel], bytes]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for, read back from the job."""

    digest: str
    marks: Marks
    basis: LegalBasis
    reason: str
    level: AccessLevel

    @property
    def law(self) -> Named:
        return Named(self.basis.code, self.basis.label)


def redact_document(typeset: Typeset, concealer: Concealer) -> Act:
    """The act of the job's only item; -> ``found`` names the copy, and its message what is still to be looked at."""

    def act(
        ports: Ports, actor: Actor, operation: Operation, reference: Mapping[str, str], job: Job
    ) -> Outcome:
        place = (str(job.process), reference["document"])
        wanted = _wanted(ports, job)
        process, document = ports.reader.get(ProcessKey(place[0]), DocumentKey(*place))
        if process is None or document is None:
            raise NotFound("document_gone", "O documento não está mais neste processo.")
        _check(ports, actor, process, document, wanted)
        drawn = _drawn(ports, typeset, concealer, process, document, wanted)
        file = _stored(ports, document, drawn)
        reply = _brought_in(ports, actor, operation, place, wanted, file)
        return Outcome(found=reply, message=still_said(drawn.said, drawn.left))

    return act


def _wanted(ports: Ports, job: Job) -> Wanted:
    told, level = json.loads(job.options["marks"]), AccessLevel(job.options["level"])
    marks = Marks(
        tuple(Passage(**each) for each in told["passages"]), tuple(Area(**each) for each in told["areas"])
    )
    basis = concealing_law(ports, job.options["legal_basis"], level)
    return Wanted(job.options["digest"], marks, basis, job.options["reason"], level)


def _check(ports: Ports, actor: Actor, process: Process, document: Document, wanted: Wanted) -> None:
    """What was allowed when it was asked for must still be."""
    allow_on_document(actor, Action.DOCUMENT_REDACT, process, document)
    check_source(document, wanted.digest)
    check_marks(wanted.marks, document, lines(ports, document))


def _drawn(
    ports: Ports, typeset: Typeset, concealer: Concealer, process: Process, document: Document, wanted: Wanted
) -> Copy:
    if document.file:
        title = f"{document.type.name} {copy_title(document)}"
        told = notice(document.number, wanted.basis.label)
        source = ports.contents.get(document.file.key)
        return concealer.conceal(source, wanted.marks.areas, title, told, document.created_at)
    content, passages = signed_content(ports, document), wanted.marks.passages
    model = concealed_model(ports, process, document, wanted.marks, wanted.basis.label)
    # A camera writes in a picture who took it, where and when: the copy takes only what is seen.
    model = replace(model, pictures=concealer.bare(model.pictures))
    left = " ".join(line.text for line in lines_of(concealed(content, passages)))
    return Copy(typeset(model), None, tuple(said(content, passages)), (left,))


def _stored(ports: Ports, document: Document, drawn: Copy) -> File:
    key, digest = ports.contents.put(drawn.data, PDF)
    name = f"{document.number} com trechos ocultados.pdf"
    return File(name, PDF, len(drawn.data), digest, key, drawn.pages)


def _brought_in(
    ports: Ports, actor: Actor, operation: Operation, place: tuple[str, str], wanted: Wanted, file: File
) -> Reply:
    """Copy, certificate, the original's word of them and the history at once; -> ``{"document", "number"}``."""
    now, kind, names = ports.now(), certificate_type(ports), (ports.identifier(), ports.identifier())
    counter = type_counter(ports, actor, kind, now)
    numbers: list[str] = []

    def attempt(work: Work) -> Reply:
        keys: list[Key] = [ProcessKey(place[0]), DocumentKey(*place), *([counter] if counter else [])]
        loaded: list[Any] = list(work.load(*keys))
        taken = loaded.pop() if counter else 0
        process, original = allow_on_document(actor, Action.DOCUMENT_REDACT, *loaded)
        check_source(original, wanted.digest)
        check_room(process, documents=2)
        if not numbers:
            numbers.extend(document_number(ports) for _ in range(2))
        sequence = work.take(counter, taken) if counter else 0
        numbered = type_number(ports, kind, sequence, now) if counter else None
        basis = wanted.law if wanted.level is AccessLevel.RESTRICTED else None
        today = now.astimezone(ports.zone).date()
        registered = copy_metadata(original, wanted.level, basis, today)
        copy = _placed(process, copy_of(original, actor, now, registered, file), 1, names[0], numbers[0])
        certificate = _placed(process, _draft(actor, kind, original, numbered, now), 2, names[1], numbers[1])
        certificate = _certified(ports, process, original, copy, certificate, wanted)
        source = RedactedFrom(
            original.id,
            original.number,
            wanted.digest,
            wanted.law,
            wanted.reason,
            wanted.marks.count,
            certificate.id,
        )
        change, told, copied = redact(process, actor, (original, copy, certificate), source, now)
        _put(work, original, told, copied, certificate)
        work.change_process(process, change)
        return {"document": copied.id, "number": copied.number}

    return transact(lambda: ports.begin(operation), attempt)


def _put(work: Work, original: Document, told: Document, copied: Document, certificate: Document) -> None:
    assert certificate.text is not None
    work.put_document(original, told)
    work.put_document(None, copied)
    work.put_document(None, certificate)
    first = certificate.text
    work.put_version(
        Version(
            certificate.process,
            certificate.id,
            1,
            first.key,
            first.digest,
            certificate.author,
            certificate.created_at,
        )
    )


def _placed(process: Process, document: Document, place: int, unique: str, number: str) -> Document:
    order = process.document_count + place
    return replace(document, id=identifier_in(order, unique), order=order, number=number)


def _draft(
    actor: Actor, kind: DocumentType, original: Document, numbered: str | None, now: datetime
) -> Document:
    """The certificate before it has a text; as open as the copy, of which it says nothing that is concealed."""
    return Document(
        id="",
        process=original.process,
        number="",
        order=0,
        kind=Kind.AUTHORED,
        type=Named(kind.code, kind.name),
        state=DocumentState.DRAFT,
        unit=actor.unit,
        author=actor.user,
        created_at=now,
        metadata=Metadata(subjects=original.metadata.subjects),
        type_number=numbered,
        version=1,
        revision=1,
        edited_by=actor.user,
        edited_at=now,
        version_opened_at=now,
    )


def _certified(
    ports: Ports, process: Process, original: Document, copy: Document, draft: Document, wanted: Wanted
) -> Document:
    assert copy.file is not None
    facts = Certified(
        original=original.number,
        original_type=original.type.name,
        copy=copy.number,
        nup=process.nup,
        count=wanted.marks.count,
        places=wanted.marks.places,
        legal_basis=wanted.basis.label,
        reason=wanted.reason,
        original_digest=wanted.digest,
        copy_digest=copy.file.sha256,
    )
    first = certificate_content(ports, certificate_type(ports), facts)
    text = store_text(ports, resolved(ports, process, draft, first, draft.created_at))
    return replace(draft, text=text)
