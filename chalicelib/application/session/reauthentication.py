"""Proving oneself again in the very request of an act: the password and, when enrolled, a code (security.md §1.5).

For signing, opening what is confidential, and changing how one enters. A use case asks for ``keys`` in its load, hands
what came to ``check`` and commits by ``transact``: the code is spent, and what was counted forgiven, in the act's own
transaction. The same object serves any number of acts of one request, and a request repeated with its key is not
refused for having spent its code the first time.
"""

from collections.abc import Callable
from contextlib import suppress

from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import Key, PasswordKey, SecondFactorKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import DomainError, Forbidden, Unauthenticated
from chalicelib.domain.identity import Actor
from chalicelib.domain.login import OF_ONE_ACCOUNT
from chalicelib.domain.second_factor import SecondFactor, accept
from chalicelib.domain.value import dataclass

from .guessing import Guess
from .one_time_code import counted_under, try_code


@dataclass(frozen=True, slots=True)
class Typed:
    """What the person typed in the act; the code may be a recovery code, and is empty where none is asked."""

    password: str
    one_time_code: str = ""


class Reauthentication:
    """What was typed, against the account. ``refused`` tells what did not happen: "O documento não foi assinado."."""

    def __init__(self, ports: Ports, actor: Actor, operation: Operation, typed: Typed, refused: str = "") -> None:
        self._ports, self._actor, self._typed, self._refused = ports, actor, typed, refused
        # One dialog may send several requests, each with a key of its own after the same beginning: "uuid.1", "uuid.2".
        self._purpose = f"{operation.user} {operation.key.partition('.')[0]}"
        self._proven: list[str | None] = []
        self._tried = False
        # A right password stays counted until the act is done, which forgives it and the names that are owed.
        self._held: Guess | None = None
        self._owed: list[str] = []
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
        if factor is not None and factor.asks(self.at):
            accepted = self._accepted(factor)
            if accepted is not factor:
                work.put_second_factor(factor, accepted)
        work.forgive(self._owed)

    def proven(self, work: Work, hashed: str | None, factor: SecondFactor) -> SecondFactor:
        """The factor after password and code, for a use case that writes it by itself. Raises as ``check``."""
        self._check_password(hashed)
        accepted = self._accepted(factor)
        work.forgive(self._owed)
        return accepted

    def transact(self, begin: Callable[[], Work], attempt: Callable[[Work], Reply]) -> Reply:
        """As ``transaction.transact``, of an act that checks; who was right and is refused otherwise is no guesser."""
        made: list[Reply] = []

        def noted(work: Work) -> Reply:
            made[:] = [attempt(work)]
            return made[0]

        try:
            reply = transact(begin, noted)
        except DomainError as refusal:
            self._let_go(proven=not isinstance(refusal, Unauthenticated))
            raise
        except Exception:
            # Something outside failed: whoever repeats it is not made to wait for a try that nobody ends.
            with suppress(Exception):
                self._let_go(proven=False)
            raise
        if not (made and reply is made[0]):
            # It was done by another request of the same key, which forgave what it had counted itself.
            self._let_go(proven=True)
        self._held, self._owed = None, []
        return reply

    def _let_go(self, proven: bool) -> None:
        identity, tenant, code = self._ports.identity, self._ports.tenant, counted_under(self._actor.user.id)
        if self._held:
            self._held.right()
        if proven and code in self._owed:
            identity.forgive(tenant, [code])
        self._held, self._owed = None, []

    def _check_password(self, hashed: str | None) -> None:
        if self._proven and self._proven[0] == hashed:
            return
        if self._actor.scope is not None:
            raise Forbidden("person_required", "Somente pessoas podem fazer isso.")
        identity, tenant = self._ports.identity, self._ports.tenant
        guess = self._held or Guess(identity, tenant, self._ports.now(), (self._account, OF_ONE_ACCOUNT))
        self._held = None
        if not self._ports.passwords.verify(hashed, self._typed.password):
            guess.wrong()
            raise Unauthenticated("wrong_password", f"A senha não confere. {self._refused}".strip())
        self._proven[:] = [hashed]
        if guess.alone:
            self._held, self._owed = guess, [self._account]
        else:
            identity.forgive(tenant, [self._account])

    @property
    def _account(self) -> str:
        """The same name as at the door: all guesses at the account are counted together."""
        return f"account.{self._actor.user.id}"

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
        self._owed.append(counted_under(factor.user))
        return accepted
