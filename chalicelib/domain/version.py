"""A kept version of a draft (DOC-05)."""

from dataclasses import dataclass
from datetime import datetime

from .organisation import Person


@dataclass(frozen=True, slots=True)
class Version:
    """Version ``number`` of a document: ``content_key`` is where its text is, ``digest`` its SHA-256."""

    process: str
    document: str
    number: int
    content_key: str
    digest: str
    by: Person
    at: datetime
