"""Signatures (DOC-10, DOC-14): who, as what, when, how, over which exact bytes."""

from dataclasses import dataclass
from datetime import datetime

from .organisation import Person, UnitName


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature. ``digest`` is the SHA-256 of the content signed, ``factors`` what proved the identity.

    ``method`` is ``password`` (Lei 14.063 art. 4º; which level that is, each body's norm says: norms.md §3).
    """

    signer: Person
    role_title: str
    unit: UnitName
    at: datetime
    method: str
    digest: str
    factors: tuple[str, ...] = ("password",)
    address: str = ""
