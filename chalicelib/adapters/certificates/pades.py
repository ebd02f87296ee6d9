"""PAdES with the key on the signer's side: ``prepare`` says what is to be signed, ``finish`` puts the signature in.

Between the two there is a prepared PDF and a small JSON; neither holds any secret. Every signature is an incremental
update, so those of before stay as they were.
"""

import base64
import json
from asyncio import run
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from asn1crypto import cms, x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.ades.api import CAdESSignedAttrSpec
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import PdfSignedData, PreparedByteRangeDigest
from pyhanko.sign.signers.pdf_cms import ExternalSigner, PdfCMSSignedAttributes
from pyhanko.sign.timestamps.api import TimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from chalicelib.domain.errors import Refused
from chalicelib.domain.value import dataclass

from .policies import FILTER, SUBFILTER, Policy

DIGEST = "sha256"
#: Hexadecimal digits: 24 KB for the chain of certificates, the signature and a timestamp with a long chain of its own.
RESERVED = 48 * 1024


@dataclass(frozen=True, slots=True)
class Prepared:
    """``to_sign``: the bytes whose signature (SHA-256) is awaited; ``pdf`` has a hole where it goes."""

    to_sign: bytes
    state: str
    pdf: bytes


class _IcpBrasilSignature(PdfSignedData):
    """The signature dictionary with the names that DOC-ICP-15.03 demands; the library has no option for them."""

    def __init__(self, at: datetime) -> None:
        super().__init__(pdf_name("/Sig"), SigSeedSubFilter.PADES, at, RESERVED)
        self[pdf_name("/Filter")] = pdf_name(FILTER)
        self[pdf_name("/SubFilter")] = pdf_name(SUBFILTER)


def prepare(
    pdf: bytes, chain: Sequence[x509.Certificate], field: str, at: datetime, policy: Policy
) -> Prepared:
    """Make room for a signature of the first of ``chain``; those above it follow."""
    hole, output = make_room(IncrementalPdfFileWriter(BytesIO(pdf)), field, _IcpBrasilSignature(at))
    attributes = PdfCMSSignedAttributes(
        cades_signed_attrs=CAdESSignedAttrSpec(signature_policy_identifier=policy.identifier())
    )
    signer = _signer(chain, None)
    signed = run(signer.signed_attrs(hole.document_digest, DIGEST, attr_settings=attributes, use_pades=True))
    state = {
        "digest": hole.document_digest.hex(),
        "hole": [hole.reserved_region_start, hole.reserved_region_end],
        "attributes": base64.b64encode(signed.dump()).decode(),
        "chain": [base64.b64encode(one.dump()).decode() for one in chain],
    }
    return Prepared(signed.dump(), json.dumps(state, sort_keys=True), output)


def make_room(
    writer: IncrementalPdfFileWriter, field: str, dictionary: PdfSignedData
) -> tuple[PreparedByteRangeDigest, bytes]:
    """The file with the signature's dictionary and a hole in it: where the hole is, and the digest of all the rest."""
    embedding = PdfCMSEmbedder().write_cms(field_name=field, writer=writer)
    next(embedding)
    embedding.send(SigObjSetup(sig_placeholder=dictionary))
    hole, output = embedding.send(SigIOSetup(md_algorithm=DIGEST, in_place=False))
    return hole, output.getvalue()


def finish(pdf: bytes, state: str, signature: bytes, timestamper: TimeStamper | None = None) -> bytes:
    """The signed PDF; with a ``timestamper`` the signature is dated by an authority (AD-RT).

    Raises Refused ``signature_of_another_key`` when it is not of the certificate over these very bytes.
    """
    known: dict[str, Any] = json.loads(state)
    certificates = read_chain([base64.b64decode(one) for one in known["chain"]])
    attributes = cms.CMSAttributes.load(base64.b64decode(known["attributes"]))
    _check(certificates[0], attributes.dump(), signature)
    signer = _signer(certificates, signature)
    made = run(signer.async_sign_prescribed_attributes(DIGEST, attributes, timestamper=timestamper))
    output = BytesIO(pdf)
    hole = PreparedByteRangeDigest(bytes.fromhex(known["digest"]), *known["hole"])
    hole.fill_with_cms(output, made)
    return output.getvalue()


def read_chain(chain: Sequence[bytes]) -> list[x509.Certificate]:
    """The certificates (DER). Raises Refused ``certificate_unreadable``."""
    try:
        found = [x509.Certificate.load(one, strict=True) for one in chain]
        for one in found:
            one.public_key.native  # noqa: B018 (parsing is lazy: whatever is wrong shows here)
    except (ValueError, TypeError) as error:
        raise Refused("certificate_unreadable", "O certificado não pôde ser lido.") from error
    if not found:
        raise Refused("certificate_unreadable", "Não veio nenhum certificado.")
    return found


def _signer(certificates: Sequence[x509.Certificate], signature: bytes | None) -> ExternalSigner:
    kind = certificates[0].public_key.algorithm
    return ExternalSigner(
        signing_cert=certificates[0],
        cert_registry=SimpleCertificateStore.from_certs(certificates[1:]),  # type: ignore[no-untyped-call]
        signature_value=signature,
        signature_mechanism=cms.SignedDigestAlgorithm(
            {"algorithm": f"{DIGEST}_{'ecdsa' if kind == 'ec' else 'rsa'}"}
        ),
        embed_roots=False,
    )


def _check(certificate: x509.Certificate, signed: bytes, signature: bytes) -> None:
    key = load_der_public_key(certificate.public_key.dump())
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, signed, padding.PKCS1v15(), SHA256())
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, signed, ec.ECDSA(SHA256()))
        else:
            raise InvalidSignature
    except InvalidSignature as error:
        raise Refused(
            "signature_of_another_key",
            "A assinatura não é do certificado escolhido, ou é de outro documento.",
        ) from error
