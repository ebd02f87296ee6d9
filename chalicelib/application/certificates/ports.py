"""The function that puts certificates' signatures into PDFs, apart from the API (architecture §7)."""

from datetime import datetime
from typing import Protocol

from chalicelib.domain.value import dataclass
from chalicelib.domain.version import CertifiedFile, Frozen, Holder


@dataclass(frozen=True, slots=True)
class ToPrepare:
    """``model``: where everything the page shows is described, for the first signature; ``base``: the signed file
    that another is added to. ``chain``: certificates (DER, Base64), the signer's first.
    """

    model: str
    base: Frozen | None
    chain: tuple[str, ...]
    field: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Prepared:
    """``to_sign`` (Base64): the bytes whose signature is awaited; ``pdf``: where the file with the hole is."""

    to_sign: str
    state: str
    pdf: str
    holder: Holder


@dataclass(frozen=True, slots=True)
class Finished:
    """The signed file, under lock."""

    made: CertifiedFile


class CertificateSigner(Protocol):
    """Two steps, and between them the signer's key signs somewhere else."""

    def prepare(self, wanted: ToPrepare) -> Prepared:
        """Raises Refused for a certificate that is not good, Unavailable."""

    def finish(self, pdf: str, state: str, signature: str) -> Finished:
        """``signature`` in Base64. Raises Refused for one that is not good, Unavailable."""
