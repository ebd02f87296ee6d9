"""A key of the tests' own where production has one inside KMS."""

import base64

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from chalicelib.domain.sealing import PublicKey, key_name

_KEY = ec.generate_private_key(ec.SECP256R1())
SPKI = _KEY.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
PUBLISHED = PublicKey(key_name(SPKI), base64.b64encode(SPKI).decode(), "2026-01-01T00:00:00Z")


class LocalSealer:
    """Implements ``application.ports.Sealer``; ``sealed`` is everything it was asked to seal."""

    def __init__(self) -> None:
        self.sealed: list[bytes] = []

    def kid(self) -> str:
        return PUBLISHED.kid

    def seal(self, message: bytes) -> str:
        self.sealed.append(message)
        return base64.b64encode(_KEY.sign(message, ec.ECDSA(SHA256()))).decode()
