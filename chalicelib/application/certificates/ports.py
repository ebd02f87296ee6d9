"""The function that puts signatures made elsewhere into PDFs, apart from the API (architecture §7)."""

from datetime import datetime
from typing import Protocol

from chalicelib.domain.certificate import METHOD
from chalicelib.domain.value import dataclass
from chalicelib.domain.version import CertifiedFile, Frozen, Holder


@dataclass(frozen=True, slots=True)
class ToPrepare:
    """``model``: where everything the page shows is described, for the first signature; ``base``: the signed file
    that another is added to. ``chain``: certificates (DER, Base64), the signer's first; none when they come with the
    signature (``method`` govbr).
    """

    model: str
    base: Frozen | None
    chain: tuple[str, ...]
    field: str
    at: datetime
    method: str = METHOD


@dataclass(frozen=True, slots=True)
class Prepared:
    """``to_sign`` (Base64): the bytes whose signature is awaited, or their SHA-256 when it is gov.br that signs;
    ``pdf``: where the file with the hole is.
    """

    to_sign: str
    state: str
    pdf: str
    holder: Holder | None


@dataclass(frozen=True, slots=True)
class Finished:
    """The signed file, under lock."""

    made: CertifiedFile


@dataclass(frozen=True, slots=True)
class Authorised:
    """What the person brought back from gov.br: the code of one authorisation, and where gov.br sent them with it."""

    code: str
    redirect: str
    taxpayer: str
    digests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Collected:
    """gov.br's word on one digest: the CMS (Base64), or why there is none."""

    signature: str = ""
    code: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Collection:
    """One for each digest asked, in the order asked."""

    items: tuple[Collected, ...]


class CertificateSigner(Protocol):
    """Two steps, and between them the signer's key signs somewhere else."""

    def prepare(self, wanted: ToPrepare) -> Prepared:
        """Raises Refused for a certificate that is not good, Unavailable."""

    def collect(self, wanted: Authorised) -> Collection:
        """Exchange the code, once, and ask gov.br to sign each digest (Base64) by the certificate of ``taxpayer``.

        Raises Refused, Unavailable for what is wrong with the authorisation, and so with all.
        """

    def finish(self, pdf: str, state: str, signature: str, taxpayer: str = "") -> Finished:
        """``signature`` in Base64: of the bytes, or the whole CMS that gov.br made for ``taxpayer``.

        Raises Refused for one that is not good, Unavailable.
        """
