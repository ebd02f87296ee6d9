"""The record of a signature: canonical JSON sealed by the installation's key and bound to the process's chain.

It is of a text that was signed (DOC-10), or of a digitized file that was authenticated (DOC-13), and says which.

``record.previous`` is the head of the chain just before the signature, and the chain's entry of the signature carries
the record's SHA-256: neither can be changed, nor moved to another place, without the other showing it.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from chalicelib.domain.value import dataclass

from .document import Document
from .history import canonical
from .process import Process
from .signature import Signature
from .version import CertifiedFile

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


def signed_text(document: Document, page: str) -> Mapping[str, Any]:
    """What was signed; ``page`` is the SHA-256 of the page that was frozen with the signature on it."""
    assert document.text is not None
    text = {"version": document.version, "crc32": document.text.crc, "page_sha256": page}
    certified = document.signatures[-1].certified
    return {**text, "certificate": _certificate(certified)} if certified else text


def _certificate(certified: CertifiedFile) -> Mapping[str, Any]:
    """The CPF stays out: the certificate inside the file says it, to who may have the file."""
    holder, dated = certified.holder, certified.timestamp
    return {
        "pdf_sha256": certified.file.sha256,
        "serial": holder.serial,
        "issuer": holder.issuer,
        "policy": certified.policy,
        "timestamp": dated.isoformat().replace("+00:00", "Z") if dated else None,
    }


def authenticated_file(document: Document) -> Mapping[str, Any]:
    """What was certified: the file, and all that the body answers for about it."""
    file, data = document.file, document.metadata
    assert file is not None
    paper = data.digitization
    check = data.conformity_check
    return {
        "act": "authentication",
        "file": {"name": file.name, "media_type": file.media_type, "size": file.size},
        "dated": data.dated.isoformat() if data.dated else None,
        "conformity_check": {"code": check.code, "name": check.name} if check else None,
        "digitization": {**asdict(paper), "on": paper.on.isoformat()} if paper else None,
    }


def record(
    process: Process,
    document: Document,
    signature: Signature,
    what: Mapping[str, Any],
    *,
    agency: str,
    session: str,
    kid: str,
) -> str:
    """The text that is sealed; ``what`` is ``signed_text`` or ``authenticated_file``."""
    return canonical(
        {
            **what,
            "format": FORMAT,
            "tenant": process.tenant,
            "agency": agency,
            "process": process.id,
            "nup": process.nup,
            "document": document.id,
            "number": document.number,
            "content_sha256": signature.digest,
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
