"""Proving oneself again in the very request of an act: the password and, when enrolled, a code (security.md §1.5).

For signing, opening what is confidential, and changing how one enters. A use case asks for ``keys`` in its load, hands
what came to ``check`` and commits: the code is spent in the act's own transaction. The same object serves any number of
acts of one request, and a request repeated with its key is not refused for having spent its code the first time.
"""

from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import Key, PasswordKey, SecondFactorKey
from chalicelib.application.transaction import Operation
from chalicelib.domain.errors import Forbidden, Unauthenticated
from chalicelib.domain.identity import Actor
from chalicelib.domain.login import check_attempts
from chalicelib.domain.second_factor import SecondFactor, accept
from chalicelib.domain.value import dataclass

from .one_time_code import counted_under, try_code


@dataclass(frozen=True, slots=True)
class Typed:
    """What the person typed in the act; the code may be a recovery code, and is empty where none is asked."""

    password: str
    one_time_code: str = ""


def check_password(ports: Ports, actor: Actor, hashed: str | None, typed: str, refused: str) -> None:
    """The password alone, counted with all guesses at the account.

    Raises Forbidden ``person_required``, Unauthenticated ``wrong_password``, TooManyAttempts.
    """
    if actor.scope is not None:
        raise Forbidden("person_required", "Somente pessoas podem fazer isso.")
    now, account = ports.now(), [f"account.{actor.user.id}"]
    failures = ports.identity.failures(actor.tenant, account, now)
    check_attempts(failures, now)
    if not ports.passwords.verify(hashed, typed):
        ports.identity.fail(actor.tenant, account, now)
        raise Unauthenticated("wrong_password", f"A senha não confere. {refused}".strip())
    if any(count for count, _ in failures):
        ports.identity.forgive(actor.tenant, account)


class Reauthentication:
    """What was typed, against the account. ``refused`` tells what did not happen: "O documento não foi assinado."."""

    def __init__(self, ports: Ports, actor: Actor, operation: Operation, typed: Typed, refused: str = "") -> None:
        self._ports, self._actor, self._typed, self._refused = ports, actor, typed, refused
        # One dialog may send several requests, each with a key of its own after the same beginning: "uuid.1", "uuid.2".
        self._purpose = f"{operation.user} {operation.key.partition('.')[0]}"
        self._proven: list[str | None] = []
        self._tried = False
        self.at = ports.now()

    @property
    def keys(self) -> tuple[Key, Key]:
        """What ``check`` needs of the use case's load, in this order."""
        return PasswordKey(self._actor.user.id), SecondFactorKey(self._actor.user.id)

    def check(self, work: Work, hashed: str | None, factor: SecondFactor | None) -> None:
        """Prove, and spend the code with ``work``.

        Raises Unauthenticated ``wrong_password``, ``one_time_code_required`` or ``wrong_code``, TooManyAttempts.
        """
        self._check_password(hashed)
        if factor is None or not factor.asks(self.at):
            return
        accepted = self._accepted(factor)
        if accepted is not factor:
            work.put_second_factor(factor, accepted)

    def proven(self, hashed: str | None, factor: SecondFactor) -> SecondFactor:
        """The factor after password and code, for a use case that writes it by itself. Raises as ``check``."""
        self._check_password(hashed)
        return self._accepted(factor)

    def _check_password(self, hashed: str | None) -> None:
        if self._proven and self._proven[0] == hashed:
            return
        check_password(self._ports, self._actor, hashed, self._typed.password, self._refused)
        self._proven[:] = [hashed]

    def _accepted(self, factor: SecondFactor) -> SecondFactor:
        if not self._typed.one_time_code:
            raise Unauthenticated("one_time_code_required", "Informe também o código do aplicativo autenticador.")
        code, purpose = self._typed.one_time_code, self._purpose
        if self._tried:
            return accept(factor, code, self.at, purpose)
        self._tried = True
        try:
            accepted = try_code(self._ports, factor, code, self.at, purpose)
        except Unauthenticated as wrong:
            raise Unauthenticated(wrong.code, f"{wrong.message} {self._refused}".strip()) from None
        self._ports.identity.forgive(self._ports.tenant, [counted_under(factor.user)])
        return accepted
