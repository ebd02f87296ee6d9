"""The password typed in the request that signs: verified once, however many documents it signs (DOC-10, ACC-01)."""

from datetime import datetime

from chalicelib.application.ports import Ports
from chalicelib.domain.errors import Unauthenticated
from chalicelib.domain.identity import Actor
from chalicelib.domain.login import check_attempts


class PasswordProof:
    """What was typed, against the account's password; a right one is not asked of argon2id again."""

    def __init__(self, ports: Ports, actor: Actor, password: str, now: datetime) -> None:
        self._ports, self._actor = ports, actor
        self.at = now
        self._password = password
        self._proven: list[str | None] = []

    def check(self, hashed: str | None) -> None:
        """Raises Unauthenticated ``wrong_password``, TooManyAttempts."""
        if self._proven and self._proven[0] == hashed:
            return
        ports, tenant = self._ports, self._actor.tenant
        account = [f"account.{self._actor.user.id}"]
        failures = ports.identity.failures(tenant, account, self.at)
        check_attempts(failures, self.at)
        if not ports.passwords.verify(hashed, self._password):
            ports.identity.fail(tenant, account, self.at)
            raise Unauthenticated("wrong_password", "A senha não confere. O documento não foi assinado.")
        if any(count for count, _ in failures):
            ports.identity.forgive(tenant, account)
        self._proven[:] = [hashed]
