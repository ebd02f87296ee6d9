"""One item of a duplication: a document copied into the duplicate, or a relation made again (PRO-12)."""

import json
from collections.abc import Mapping
from dataclasses import replace

from chalicelib.application.authorisation import allow_on_process, document_resource, subject
from chalicelib.application.documents.images import keep_pictures, other_uploads
from chalicelib.application.documents.numbering import (
    document_number,
    identifier_in,
    type_counter,
    type_number,
)
from chalicelib.application.documents.text import resolved, store_text
from chalicelib.application.ports import Ports, Work
from chalicelib.application.processes.protocol_number import ATTEMPTS
from chalicelib.application.references import DocumentKey, Key, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import content as contents
from chalicelib.domain import duplicating, tying
from chalicelib.domain.content_images import under_other_uploads
from chalicelib.domain.document import Document, Kind
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import ItemState, Job, Outcome
from chalicelib.domain.policy import Action, decide
from chalicelib.domain.process import Process
from chalicelib.domain.version import Version


def copy_item(
    ports: Ports, actor: Actor, operation: Operation, reference: Mapping[str, str], job: Job
) -> Outcome:
    """The act of the job's items. Raises what the policy or the rules refuse."""
    if "relation" in reference:
        _relate(ports, actor, operation, str(job.process), reference["relation"])
        return Outcome()
    reply = _copy(ports, actor, operation, job, reference["document"], int(reference["order"]))
    reason = str(reply.get("left_out", ""))
    return Outcome(ItemState.LEFT_OUT, "left_out", reason) if reason else Outcome()


def _copy(ports: Ports, actor: Actor, operation: Operation, job: Job, wanted: str, order: int) -> Reply:
    source_id, duplicate_id = job.options["source"], str(job.process)
    now, number, unique = ports.now(), "", ports.identifier()
    pictures = other_uploads(ports)

    def attempt(work: Work) -> Reply:
        nonlocal number
        source, document, duplicate = work.load(
            ProcessKey(source_id), DocumentKey(source_id, wanted), ProcessKey(duplicate_id)
        )
        document = _readable(actor, source, document)
        duplicate = _open_duplicate(actor, duplicate)
        reason = _why_not(actor, source, document)
        if reason:
            return {"left_out": reason}
        number = number or document_number(ports)
        identifier = identifier_in(order, unique)
        copy = duplicating.copied(document, duplicate, identifier, number, order, actor)
        copy = _numbered(ports, actor, work, replace(copy, created_at=now))
        copy = _written(ports, work, duplicate, copy, pictures)
        work.put_document(None, copy)
        work.change_process(duplicate, duplicating.include(duplicate, actor, copy, now))
        return {"id": copy.id, "number": copy.number}

    return transact(lambda: ports.begin(operation), attempt, ATTEMPTS)


def _readable(actor: Actor, source: Process | None, document: Document | None) -> Document:
    allow_on_process(actor, Action.PROCESS_DUPLICATE, source)
    if document is None:
        raise NotFound("document_gone", "O documento não está mais no processo.")
    return document


def _open_duplicate(actor: Actor, duplicate: Process | None) -> Process:
    """The duplicate, for whoever may write in it once everything is there. Raises NotFound, Forbidden."""
    if duplicate is None:
        raise NotFound()
    allow_on_process(actor, Action.DOCUMENT_CREATE, duplicating.unlocked(duplicate))
    return duplicate


def _why_not(actor: Actor, source: Process, document: Document) -> str | None:
    readable = decide(subject(actor), Action.DOCUMENT_READ, document_resource(source, document)).allowed
    return duplicating.left_out(document) or (None if readable else duplicating.NO_ACCESS)


def _numbered(ports: Ports, actor: Actor, work: Work, copy: Document) -> Document:
    """With the next number of its type, where the type has numbers (DOC-02)."""
    kind = ports.catalogues.document_types().get(copy.type.code)
    counter = (
        type_counter(ports, actor, kind, copy.created_at) if kind and copy.kind is Kind.AUTHORED else None
    )
    if kind is None or counter is None:
        return copy
    wanted: list[Key] = [counter]
    (taken,) = work.load(*wanted)
    return replace(copy, type_number=type_number(ports, kind, work.take(counter, taken), copy.created_at))


def _written(ports: Ports, work: Work, duplicate: Process, copy: Document, pictures: Mapping[str, str]) -> Document:
    """With the same text, its letterhead, numbers and pictures those of the duplicate; a file stays the same file."""
    if copy.text is None:
        return copy
    written = contents.from_template(contents.parse(json.loads(ports.contents.get(copy.text.key))))
    content = under_other_uploads(written, pictures)
    keep_pictures(ports, work, copy, content)
    text = store_text(ports, resolved(ports, duplicate, copy, content, copy.created_at))
    at = copy.created_at
    kept = replace(copy, text=text, edited_by=copy.author, edited_at=at, version_opened_at=at)
    work.put_version(Version(duplicate.id, copy.id, 1, text.key, text.digest, copy.author, at))
    return kept


def _relate(ports: Ports, actor: Actor, operation: Operation, duplicate_id: str, other_id: str) -> Reply:
    now = ports.now()

    def attempt(work: Work) -> Reply:
        duplicate, found = work.load(ProcessKey(duplicate_id), ProcessKey(other_id))
        duplicate = _open_duplicate(actor, duplicate)
        other = allow_on_process(actor, Action.PROCESS_SEE, found)
        here, there = tying.relate(duplicating.unlocked(duplicate), other, actor, now)
        kept = replace(here.process, state=duplicate.state, lock=duplicate.lock)
        work.change_process(duplicate, replace(here, process=kept))
        work.change_process(other, there)
        return {}

    return transact(lambda: ports.begin(operation), attempt, ATTEMPTS)
