"""Signatures by certificate."""

from typing import Literal

from typing_extensions import TypedDict


class CertificateOfSignature(TypedDict):
    """O certificado de uma assinatura feita com ele, aqui ou no gov.br; ``timestamp``: a hora da autoridade dele"""

    holder: str
    serial: str
    issuer: str
    policy: Literal["AD-RB", "AD-RT", "gov.br"]
    timestamp: str | None


class PreparedSignature(TypedDict):
    """Os bytes (Base64) que a chave de quem assina deve assinar, e até quando se espera por isso"""

    id: str
    to_sign: str
    expires_at: str
