"""The keys inside KMS, which are never seen: those that seal signatures and sign tree heads (ECC_NIST_P256), and the
one that others are derived from (HMAC_256)."""

import base64
from collections.abc import Callable
from functools import cached_property
from typing import Any

from chalicelib.domain.sealing import key_name

ALGORITHM = "ECDSA_SHA_256"


class KmsKey:
    """One key of the installation; its public half is asked for once in a container's life."""

    def __init__(self, client: Callable[[], Any], identifier: str) -> None:
        self._client, self._identifier = client, identifier

    @cached_property
    def public(self) -> bytes:
        """SubjectPublicKeyInfo, DER."""
        found: bytes = self._client().get_public_key(KeyId=self._identifier)["PublicKey"]
        return found

    @cached_property
    def kid(self) -> str:
        return key_name(self.public)

    def sign_bytes(self, message: bytes) -> bytes:
        """ECDSA over SHA-256 of the message, DER.

        The message is sent as it is: emulators do not agree on what a digest given by the caller means.
        """
        made = self._client().sign(
            KeyId=self._identifier, Message=message, MessageType="RAW", SigningAlgorithm=ALGORITHM
        )
        signature: bytes = made["Signature"]
        return signature

    def sign(self, message: bytes) -> str:
        """The same in Base64."""
        return base64.b64encode(self.sign_bytes(message)).decode()


class KmsSealer:
    """Implements ``application.ports.Sealer`` for one tenant."""

    def __init__(self, key: KmsKey, publish: Callable[[str, bytes], None]) -> None:
        self._key, self._publish = key, publish

    def kid(self) -> str:
        """The key's name; its public half is published before anything is sealed with it."""
        self._publish(self._key.kid, self._key.public)
        return self._key.kid

    def seal(self, message: bytes) -> str:
        return self._key.sign(message)


class KmsDerivation:
    """Makes a secret out of a name: the same for the same name, and nobody's guess."""

    def __init__(self, client: Callable[[], Any], identifier: str) -> None:
        self._client, self._identifier = client, identifier

    def __call__(self, name: str) -> bytes:
        """32 bytes."""
        asked = {"KeyId": self._identifier, "Message": name.encode(), "MacAlgorithm": "HMAC_SHA_256"}
        made: bytes = self._client().generate_mac(**asked)["Mac"]
        return made
