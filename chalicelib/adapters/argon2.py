"""Passwords by argon2id, OWASP's minimum cost unless configured (security.md §1.5)."""

from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError


@cache
def _common() -> frozenset[str]:
    return frozenset((Path(__file__).parent / "common_passwords.txt").read_text(encoding="utf-8").split())


class Argon2Passwords:
    """Implements ``application.ports.Passwords``. ``memory`` in KiB."""

    def __init__(self, memory: int, rounds: int) -> None:
        self._hasher = PasswordHasher(time_cost=rounds, memory_cost=memory, parallelism=1)
        self._nobody: str | None = None

    def verify(self, hashed: str | None, password: str) -> bool:
        """True when the password is right. Unknown users cost the same time as known ones (ASVS 6.3.8)."""
        try:
            return self._hasher.verify(hashed or self._nobodys_hash(), password) and hashed is not None
        except (VerificationError, InvalidHashError):
            return False

    def hash(self, password: str) -> str:
        return self._hasher.hash(password)

    def is_common(self, password: str) -> bool:
        """Whether it is, or is made of, one of those most seen in leaks (``common_passwords.txt``; ASVS 6.2.12).

        They lie here: nobody outside is asked about a password. Of those shorter than a password may be only what stays
        when digits and signs are taken off the ends, as ``check_new_password`` asks.
        """
        return password in _common()

    def _nobodys_hash(self) -> str:
        if self._nobody is None:
            self._nobody = self._hasher.hash("nobody")
        return self._nobody
