"""What is kept of a document beside it: versions of a draft (DOC-05), the PDF made of it (DOC-23), what was signed."""

from datetime import datetime

from chalicelib.domain.value import dataclass

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


@dataclass(frozen=True, slots=True)
class Frozen:
    """Bytes under lock: at ``key`` they hash to ``sha256`` (hex); ``object_version`` is the locked one."""

    key: str
    sha256: str
    object_version: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose certificate it is, as the certificate says: ``taxpayer`` is the CPF, digits only."""

    name: str
    taxpayer: str
    serial: str
    issuer: str


@dataclass(frozen=True, slots=True)
class CertifiedFile:
    """The PDF with this signature inside, under lock; ``timestamp`` is that of an authority, None without one."""

    holder: Holder
    policy: str
    file: Frozen
    size: int
    timestamp: datetime | None = None


@dataclass(frozen=True, slots=True)
class Rendition:
    """The PDF of ``revision``: its bytes lie at ``key`` and hash to ``sha256`` (hex). Never made twice.

    The PDF of a signed state is under lock: ``frozen`` is the SHA-256 of the package it was made from.
    """

    process: str
    document: str
    revision: int
    key: str
    sha256: str
    size: int
    at: datetime
    frozen: str = ""
    object_version: str = ""
