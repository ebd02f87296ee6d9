"""The numbers a document takes: the tenant-wide one, and its type's (DOC-01, DOC-02)."""

from datetime import datetime

from chalicelib.application.ports import Ports
from chalicelib.application.references import CounterKey
from chalicelib.domain.catalogue import DocumentType, TypeNumbering
from chalicelib.domain.identity import Actor

DIGITS = 7


def document_number(ports: Ports) -> str:
    """The next number of the installation, with at least seven digits; it may leave gaps."""
    return f"{ports.next_document_number():0{DIGITS}d}"


def identifier_in(order: int, unique: str) -> str:
    """The order comes first, so that the tree is one sorted query; the rest cannot be guessed.

    ``unique`` is drawn before the transaction, so that another try names the document as the first one did.
    """
    return f"{order:05d}-{unique}"


def type_counter(ports: Ports, actor: Actor, kind: DocumentType, at: datetime) -> CounterKey | None:
    """Which sequence numbers documents of this type here and now; None for types without numbers."""
    if kind.numbering is TypeNumbering.NONE:
        return None
    owner = actor.unit.id if kind.numbering.by_unit else actor.agency
    return counter_of(kind, owner, at.astimezone(ports.zone).year)


def counter_of(kind: DocumentType, owner: str, year: int) -> CounterKey:
    """The sequence of a unit or agency; one of its own each year, for the types that begin again."""
    return CounterKey(f"type.{kind.code}.{owner}" + (f".{year}" if kind.numbering.annual else ""))


def type_number(ports: Ports, kind: DocumentType, sequence: int, at: datetime) -> str:
    """``12/2026`` for annual sequences, ``12`` for the others."""
    return f"{sequence}/{at.astimezone(ports.zone).year}" if kind.numbering.annual else str(sequence)
