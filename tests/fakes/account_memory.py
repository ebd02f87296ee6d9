"""The writes of how a person enters, in memory: a part of ``MemoryWork``."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from chalicelib.application.references import Key, SecondFactorKey
from chalicelib.domain.account import AccountEvent
from chalicelib.domain.identity import Session, User
from chalicelib.domain.link_request import LinkRequest
from chalicelib.domain.password_link import PasswordLink
from chalicelib.domain.second_factor import SecondFactor


class AccountWrites:
    """What it collects is committed by the whole."""

    _memory: Any
    _writes: list[Callable[[], None]]

    def _expect(self, key: Key, before: Any) -> None:
        raise NotImplementedError

    def _set(self, key: Key, value: Any) -> None:
        raise NotImplementedError

    def put_second_factor(self, before: SecondFactor | None, after: SecondFactor | None) -> None:
        thing = after or before
        assert thing is not None
        self._expect(SecondFactorKey(thing.user), before)
        self._set(SecondFactorKey(thing.user), after)

    def keep_session(self, session: Session) -> None:
        raise AssertionError("no session is in memory here")

    def keep_opening(self, session: Session, process: str, until: datetime) -> None:
        raise AssertionError("no session is in memory here")

    def end_sessions(self, user: User) -> User:
        raise AssertionError("no session is in memory here")

    def forgive(self, names: Sequence[str]) -> None:
        self._writes.extend(partial(self._memory.forgive, name) for name in names)

    def put_password(self, user: str, before: str | None, after: str) -> None:
        raise AssertionError("no password is in memory here")

    def put_password_link(self, before: PasswordLink | None, after: PasswordLink) -> None:
        raise AssertionError("no link is in memory here")

    def put_link_request(self, request: LinkRequest) -> None:
        raise AssertionError("no link is in memory here")

    def remember(self, event: AccountEvent) -> None:
        raise AssertionError("no account's log is in memory here")
