"""What anybody may ask."""

from typing import Literal

from typing_extensions import TypedDict

from .certificates import CertificateOfSignature

SignatureLevel = Literal["simple", "advanced", "qualified"]


class CheckedDocument(TypedDict):
    """O documento conferido"""

    type: str
    number: str
    type_number: str | None
    process_nup: str
    unit: str
    agency: str
    signed_at: str


class SignatureProof(TypedDict):
    """O lugar da assinatura no histórico e o selo do registro dela"""

    entry: int
    entry_hash: str
    record: str
    seal: str
    kid: str


class CheckedSignature(TypedDict):
    """Uma assinatura conferida"""

    signer: str
    role_title: str
    unit: str
    at: str
    method: str
    level: SignatureLevel
    certificate: CertificateOfSignature | None
    proof: SignatureProof | None


class Authenticity(TypedDict):
    """O resultado da conferência"""

    document: CheckedDocument
    signatures: list[CheckedSignature]
    digest: str
    pdf_digest: str | None
    html: str | None
    pdf: str | None
    signed_pdf: str | None
    content_available: bool
    reason: str | None
    file: Literal["current", "earlier"] | None


class PublicKey(TypedDict):
    """Uma chave pública, pelo nome e em SubjectPublicKeyInfo (DER, Base64)"""

    kid: str
    spki: str
    since: str


class PublicKeys(TypedDict):
    """As chaves que selam ou já selaram assinaturas"""

    algorithm: str
    items: list[PublicKey]


class SealedRecord(TypedDict):
    """O registro selado de uma assinatura: o texto exato, o selo e o nome da chave"""

    record: str
    seal: str
    kid: str
