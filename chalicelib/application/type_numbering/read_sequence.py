"""Where the sequence of a document type stands, and how it was adjusted (DOC-02)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.references import SequenceKey
from chalicelib.domain.catalogue import DocumentType
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.type_sequence import Sequence
from chalicelib.domain.value import dataclass

from .which import named_sequence


@dataclass(frozen=True, slots=True)
class Standing:
    """``last`` is the last number taken, 0 when none; ``lowest`` the least that may come next."""

    kind: DocumentType
    year: int | None
    last: int
    lowest: int
    sequence: Sequence


def read_sequence(ports: Ports, actor: Actor, code: str, unit: str | None) -> Standing:
    """Raises Forbidden and as ``named_sequence``."""
    allow(actor, Action.NUMBERING_ADJUST)
    now = ports.now()
    kind, counter = named_sequence(ports, actor, code, unit, now)
    last, kept = ports.reader.get(counter, SequenceKey(counter.name))
    sequence = kept or Sequence(counter.name)
    year = now.astimezone(ports.zone).year if kind.numbering.annual else None
    return Standing(kind, year, last, sequence.floor(last) + 1, sequence)
