"""Documents entering and leaving a process (DOC-01, DOC-08, DOC-17): what that does to the process."""

from dataclasses import replace
from datetime import datetime

from . import history
from .access import AccessLevel
from .document import Document, Kind
from .history import Fact
from .identity import Actor
from .planning import follow_document
from .presence import Signal
from .process import Act, Change, Process, check_active, signalled, then, touch, with_presence
from .secrecy import level_moved

MAXIMUM_DOCUMENTS = 99_999


def include(process: Process, actor: Actor, document: Document, at: datetime) -> Change:
    """The process with one more document; an uploaded one is news for the other units (TRA-14)."""
    change = acted(process, actor, at)
    level, fact = document.metadata.level, inclusion(document)
    included = change.process
    if document.kind is Kind.UPLOADED:
        included = signalled(included, actor, Signal.DOCUMENT_INCLUDED, at)
    included = replace(
        included,
        document_count=included.document_count + 1,
        live_documents=included.live_documents + 1,
        document_levels=_counted(included.document_levels, level, 1),
    )
    done = then(change, included, Act(actor.user, actor.unit, fact))
    return level_moved(follow_document(done, actor, document, at), process, actor, at)


def inclusion(document: Document) -> Fact:
    """What the history tells of a document that enters: SEI's entries 2, 12 and 13."""
    metadata = document.metadata
    level, basis = metadata.level.value, metadata.legal_basis.name if metadata.legal_basis else None
    if document.kind is Kind.AUTHORED:
        return history.DocumentGenerated(document.id, document.label, level, basis)
    if document.kind is Kind.MAILED:
        return history.EmailSent(document.id, document.label)
    check = metadata.conformity_check.name if metadata.conformity_check else None
    return history.DocumentFiled(document.id, document.label, level, check, basis)


def leave(process: Process, actor: Actor, document: Document, at: datetime) -> Change:
    """The process without a deleted document; its restriction goes with it (features.md §1.3)."""
    return take_away(process, actor, document, history.DocumentDeleted(document.id, document.label), at)


def take_away(process: Process, actor: Actor, document: Document, fact: Fact, at: datetime) -> Change:
    """The process without a document that went elsewhere (DOC-18)."""
    change = acted(process, actor, at)
    left = replace(
        change.process,
        live_documents=change.process.live_documents - 1,
        document_levels=_counted(change.process.document_levels, document.metadata.level, -1),
    )
    return level_moved(then(change, left, Act(actor.user, actor.unit, fact)), process, actor, at)


def put_back(process: Process, actor: Actor, document: Document, fact: Fact, at: datetime) -> Change:
    """The process with a document that was there before, in its old place (DOC-17)."""
    change = acted(process, actor, at)
    back = replace(
        change.process,
        live_documents=change.process.live_documents + 1,
        document_levels=_counted(change.process.document_levels, document.metadata.level, 1),
    )
    return level_moved(then(change, back, Act(actor.user, actor.unit, fact)), process, actor, at)


def bring_in(process: Process, actor: Actor, document: Document, fact: Fact, at: datetime) -> Change:
    """The process with a document that comes from elsewhere, which is news for the other units (DOC-18)."""
    change = put_back(process, actor, document, fact, at)
    told = signalled(change.process, actor, Signal.DOCUMENT_INCLUDED, at)
    return then(change, replace(told, document_count=told.document_count + 1))


def record(
    process: Process, actor: Actor, facts: tuple[Fact, ...], at: datetime, signal: Signal | None = None
) -> Change:
    """Facts about a document of the process, with news for the other units if there are any."""
    change = acted(process, actor, at)
    moved = signalled(change.process, actor, signal, at) if signal else change.process
    return then(change, moved, *(Act(actor.user, actor.unit, fact) for fact in facts))


def relevel(
    process: Process,
    actor: Actor,
    facts: tuple[Fact, ...],
    levels: tuple[AccessLevel, AccessLevel],
    at: datetime,
) -> Change:
    """As ``record``, for a document whose own level moved from ``levels[0]`` to ``levels[1]``."""
    change = record(process, actor, facts, at)
    counted = _counted(change.process.document_levels, levels[0], -1)
    moved = replace(change.process, document_levels=_counted(counted, levels[1], 1))
    return level_moved(then(change, moved), process, actor, at)


def acted(process: Process, actor: Actor, at: datetime) -> Change:
    """Receive first where it is open; a protocol unit may act where it is not (features.md §1.3)."""
    check_active(process)
    presence = process.presence(actor.unit.id)
    if presence is None or not presence.open:
        return Change(process)
    change = touch(process, actor, at)
    here = replace(change.process.presences[actor.unit.id], last_activity_at=at)
    return then(change, with_presence(change.process, here))


def _counted(levels: dict[str, int], level: AccessLevel, step: int) -> dict[str, int]:
    counted = {**levels, level.value: levels.get(level.value, 0) + step}
    return {name: count for name, count in counted.items() if count > 0}
