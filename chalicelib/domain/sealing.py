"""The record of a signature: canonical JSON sealed by the installation's key and bound to the process's chain (DOC-10).

``record.previous`` is the head of the chain just before the signature, and the chain's entry of the signature carries
the record's SHA-256: neither can be changed, nor moved to another place, without the other showing it.
"""

import hashlib

from chalicelib.domain.value import dataclass

from .document import Document
from .history import canonical
from .process import Process
from .signature import Signature

FORMAT = "iperoig-signature-1"


@dataclass(frozen=True, slots=True)
class Seal:
    """A sealed record: ``record`` is its exact text, ``value`` the key's signature (ECDSA P-256, DER, Base64)."""

    process: str
    document: str
    record: str
    value: str
    kid: str

    @property
    def digest(self) -> str:
        """SHA-256 of the record, hex: what the chain's entry carries."""
        return hashlib.sha256(self.record.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A key that seals or once sealed: ``spki`` is its SubjectPublicKeyInfo in Base64, ``kid`` its name."""

    kid: str
    spki: str
    since: str


def key_name(spki: bytes) -> str:
    """The name of a public key: the beginning of its own SHA-256, so that the key cannot be swapped under it."""
    return hashlib.sha256(spki).hexdigest()[:32]


def record(
    process: Process,
    document: Document,
    signature: Signature,
    *,
    page: str,
    agency: str,
    session: str,
    kid: str,
) -> str:
    """The text that is sealed; ``page`` is the SHA-256 of the page that was frozen with the signature on it."""
    assert document.text is not None
    return canonical(
        {
            "format": FORMAT,
            "tenant": process.tenant,
            "agency": agency,
            "process": process.id,
            "nup": process.nup,
            "document": document.id,
            "number": document.number,
            "version": document.version,
            "content_sha256": signature.digest,
            "crc32": document.text.crc,
            "page_sha256": page,
            "signer": {"id": signature.signer.id, "name": signature.signer.name},
            "role_title": signature.role_title,
            "unit": {"id": signature.unit.id, "acronym": signature.unit.acronym},
            "method": signature.method,
            "level": signature.level.value,
            "factors": list(signature.factors),
            "session": session,
            "address": signature.address,
            "at": signature.at.isoformat().replace("+00:00", "Z"),
            "previous": process.head,
            "kid": kid,
        }
    ).decode()


def preimage(text: str) -> bytes:
    """What the key signs: short, and of no other use than this one."""
    return f"{FORMAT}:{hashlib.sha256(text.encode()).hexdigest()}".encode()
