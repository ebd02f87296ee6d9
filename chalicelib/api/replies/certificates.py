"""Signatures by certificate."""

from typing import Literal

from typing_extensions import TypedDict


class CertificateOfSignature(TypedDict):
    """O certificado de uma assinatura feita com ele; ``timestamp`` é a hora da autoridade de carimbo do tempo"""

    holder: str
    serial: str
    issuer: str
    policy: Literal["AD-RB", "AD-RT"]
    timestamp: str | None


class PreparedSignature(TypedDict):
    """Os bytes (Base64) que a chave de quem assina deve assinar, e até quando se espera por isso"""

    id: str
    to_sign: str
    expires_at: str
