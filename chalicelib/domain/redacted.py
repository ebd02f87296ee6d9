"""What ties a document to the copies of it that have concealed passages."""

from chalicelib.domain.value import dataclass

from .process import Named


@dataclass(frozen=True, slots=True)
class RedactedFrom:
    """What a copy says of its origin: the original, its SHA-256, how many passages are gone, by which law and why."""

    document: str
    number: str
    digest: str
    legal_basis: Named
    reason: str
    count: int
    certificate: str


@dataclass(frozen=True, slots=True)
class RedactedCopy:
    """A copy, as the original names it."""

    document: str
    number: str


@dataclass(frozen=True, slots=True)
class Redactions:
    """``source`` of a copy; ``copies`` that were made of a document."""

    source: RedactedFrom | None = None
    copies: tuple[RedactedCopy, ...] = ()
