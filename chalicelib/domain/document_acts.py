"""What is done to a document that is already there: acknowledge, lock, move (DOC-18, DOC-20, DOC-21)."""

from dataclasses import replace
from datetime import datetime

from . import history
from .acknowledgement import Acknowledgement
from .document import Document
from .errors import Refused
from .history import Fact
from .identity import Actor

Outcome = tuple[Document, tuple[Fact, ...]]


def acknowledge(document: Document, actor: Actor, at: datetime) -> Outcome:
    """Say that one knows of it: once each, and for good. Raises Refused ``already_acknowledged``."""
    if any(made.user.id == actor.user.id for made in document.acknowledgements):
        raise Refused("already_acknowledged", "Você já deu ciência deste documento.")
    made = Acknowledgement(actor.user, actor.unit, at)
    known = replace(
        document, acknowledgements=(*document.acknowledgements, made), revision=document.revision + 1
    )
    return known, (history.DocumentAcknowledged(document.id, document.label),)


def lock(document: Document) -> Outcome:
    """Nobody changes its text or its data any more, until it is unlocked. Raises Refused ``already_locked``."""
    if document.locked:
        raise Refused("already_locked", "Este documento já está bloqueado.")
    locked = replace(document, locked=True, revision=document.revision + 1)
    return locked, (history.DocumentLocked(document.id, document.label),)


def unlock(document: Document) -> Outcome:
    """As before it was locked. Raises Refused ``not_locked``."""
    if not document.locked:
        raise Refused("not_locked", "Este documento não está bloqueado.")
    unlocked = replace(document, locked=False, revision=document.revision + 1)
    return unlocked, (history.DocumentUnlocked(document.id, document.label),)


def placed(document: Document, process: str, identifier: str, order: int) -> Document:
    """The same document, with the same number, at the end of another process's tree."""
    return replace(document, id=identifier, process=process, order=order, revision=document.revision + 1)
