"""What cannot be guessed: identifiers (128 random bits, 26 lower-case base32 characters) and salts."""

import base64
import secrets


def identifier() -> str:
    """26 characters of a-z and 2-7."""
    return base64.b32encode(secrets.token_bytes(16)).decode().rstrip("=").lower()


def new_salt() -> bytes:
    """256 random bits."""
    return secrets.token_bytes(32)
