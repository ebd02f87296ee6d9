"""Whether a PDF signed by certificates is whole: every byte, every signer, revocation and time."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from asn1crypto import cms, crl, x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import CMSExtractionError, SigningError
from pyhanko.sign.validation import EmbeddedPdfSignature, validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import PathError

from chalicelib.domain.errors import ContentAltered
from chalicelib.domain.value import dataclass

TIME = "signature_time_stamp_token"
WHOLE = SignatureCoverageLevel.ENTIRE_FILE


@dataclass(frozen=True, slots=True)
class Trust:
    """Whom to believe: roots and lists of revoked certificates (DER), at a moment; None: whoever they are, revoked
    or not. ``lenient``: a certificate that names no list is believed without one.
    """

    roots: Sequence[bytes]
    revocations: Sequence[bytes] | None
    at: datetime
    lenient: bool = False

    def context(self) -> ValidationContext:
        """Nothing is fetched: what is not here is not believed."""
        mode = "hard-fail" if self.lenient else "require"
        return ValidationContext(
            trust_roots=[x509.Certificate.load(one) for one in self.roots],
            crls=[crl.CertificateList.load(one) for one in self.revocations or ()],
            revocation_mode="soft-fail" if self.revocations is None else mode,
            allow_fetching=False,
            moment=self.at,
        )


@dataclass(frozen=True, slots=True)
class Signed:
    """One good signature: whose certificate (DER), and the authority's time when there is one."""

    certificate: bytes
    timestamp: datetime | None


def verify(pdf: bytes, trust: Trust, last_only: bool = False) -> tuple[Signed, ...]:
    """Every signature of the file, in order, or the last one, which covers what was there before it.

    Raises ContentAltered when anything is not as it was signed.
    """
    try:
        reader = PdfFileReader(BytesIO(pdf), strict=True)
        found = list(reader.embedded_signatures)
        if not found:
            raise ContentAltered()
        signed = tuple(_one(pdf, embedded, trust) for embedded in found[-1 if last_only else 0 :])
        if found[-1].coverage is not WHOLE:
            raise ContentAltered()
    except ContentAltered:
        raise
    except (
        *(PdfError, PathError, SigningError, CMSExtractionError, SignatureValidationError),
        *(ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OSError),
    ) as error:
        # A file that was touched may break in any of the parsers it goes through.
        raise ContentAltered() from error
    return signed


def clock_certificates(pdf: bytes) -> list[x509.Certificate]:
    """Those of the authority of time of the last signature; none without one."""
    (*_, last) = PdfFileReader(BytesIO(pdf)).embedded_signatures
    tokens = [one["values"][0] for one in last.signer_info["unsigned_attrs"] or () if one["type"].native == TIME]
    return [one.chosen for token in tokens for one in token["content"]["certificates"] if one.name == "certificate"]


def _one(pdf: bytes, embedded: EmbeddedPdfSignature, trust: Trust) -> Signed:
    _check_hole(pdf, embedded)
    status: PdfSignatureStatus = validate_pdf_signature(
        embedded, signer_validation_context=trust.context(), ts_validation_context=trust.context()
    )
    if not status.bottom_line:
        raise ContentAltered()
    dated = status.timestamp_validity
    return Signed(embedded.signer_cert.dump(), dated.timestamp if dated else None)


def _check_hole(pdf: bytes, embedded: EmbeddedPdfSignature) -> None:
    """What no signature covers is the hole it stands in: one way of writing it, and nothing behind it."""
    start, length, after, _ = (int(number) for number in embedded.byte_range)
    written = pdf[start + length : after]
    content = cms.ContentInfo.load(embedded.pkcs7_content).dump()
    if written != b"<" + content.hex().upper().encode().ljust(len(written) - 2, b"0") + b">":
        raise ContentAltered()
