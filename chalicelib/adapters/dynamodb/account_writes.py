"""The writes of how a person enters: the second factor, passwords, sessions, what is remembered of changes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from chalicelib.application.conducting.interests import LINK_ASKED
from chalicelib.application.transaction import Operation
from chalicelib.domain.account import AccountEvent
from chalicelib.domain.identity import Session, User
from chalicelib.domain.link_request import LinkRequest
from chalicelib.domain.password_link import PasswordLink
from chalicelib.domain.retention import Kept, period
from chalicelib.domain.second_factor import SecondFactor

from . import keys, records
from .items import HistoryItem, MainItem, SessionItem

NEW = MainItem.pk.does_not_exist()
#: Longer than any link is good for.
LETTERS_KEPT = period(Kept.LINK_LETTERS)
REQUESTS_KEPT = period(Kept.LINK_REQUESTS)


class AccountWrites:
    """A part of ``UnitOfWork``: it collects, the whole commits."""

    _tenant: str
    _operation: Operation
    _bodies: dict[tuple[str, str], str | None]
    _puts: list[tuple[Any, Any]]
    _deletes: list[tuple[MainItem, Any]]
    _forgotten: list[SessionItem]
    _updates: list[tuple[MainItem | SessionItem, list[Any], Any]]

    def put_second_factor(self, before: SecondFactor | None, after: SecondFactor | None) -> None:
        condition = MainItem.n == before.revision if before else NEW
        thing = after or before
        assert thing is not None
        place = keys.second_factor(self._tenant, thing.user)
        if after:
            self._puts.append((MainItem(*place, n=after.revision, body=records.encode(after)), condition))
        else:
            self._deletes.append((MainItem(*place), condition))

    def keep_session(self, session: Session) -> None:
        item = SessionItem(*keys.session(session.tenant, session.user, session.digest))
        kept = [SessionItem.strength.set(session.strength.value), SessionItem.epoch.set(session.epoch)]
        self._updates.append((item, kept, SessionItem.pk.exists()))

    def keep_opening(self, session: Session, process: str, until: datetime) -> None:
        item = SessionItem(*keys.session(session.tenant, session.user, session.digest))
        opened = SessionItem.opened[process].set(int(until.timestamp()))  # type: ignore[attr-defined]
        self._updates.append((item, [opened], SessionItem.pk.exists()))

    def end_sessions(self, user: User) -> User:
        place = keys.user(self._tenant, user.id)
        after = replace(user, session_epoch=user.session_epoch + 1)
        written = [MainItem.body.set(records.encode(after))]
        # On the very bytes that were read: what the value became by decoding may not be what is kept.
        self._updates.append((MainItem(*place), written, MainItem.body == self._bodies[place]))
        return after

    def forgive(self, names: Sequence[str]) -> None:
        self._forgotten.extend(SessionItem(*keys.attempts(self._tenant, name)) for name in names)

    def put_password(self, user: str, before: str | None, after: str) -> None:
        condition = MainItem.body == before if before else NEW
        self._puts.append((MainItem(*keys.password(self._tenant, user), body=after), condition))

    def put_password_link(self, before: PasswordLink | None, after: PasswordLink) -> None:
        place = keys.password_link_of(self._tenant, after.user)
        condition = MainItem.n == before.revision if before else NEW
        until = int((after.letter.at + LETTERS_KEPT).timestamp())
        item = MainItem(*place, n=after.revision, body=records.encode(after), expires_at=until)
        self._puts.append((item, condition))

    def put_link_request(self, request: LinkRequest) -> None:
        """No condition looks at anything that only somebody has: what this costs is the same for everybody."""
        place = keys.link_request(self._tenant, request.letters)
        until = int((request.at + REQUESTS_KEPT).timestamp())
        operation = self._operation.digest[:16]
        line = keys.link_request_told(self._tenant, request.letters, request.at, operation)
        asked = MainItem(*place, body=records.encode(request), expires_at=until)
        self._puts += [(asked, None), (HistoryItem(*line, kind=LINK_ASKED, body="{}"), None)]

    def remember(self, event: AccountEvent) -> None:
        place = keys.account_event(self._tenant, event.user, event.at, self._operation.digest[:16])
        self._puts.append((HistoryItem(*place, kind=event.change.value, body=records.encode(event)), None))
