"""The writes of an erasure of who left: lines of the register's histories, sessions, devices and secrets."""

from collections.abc import Sequence
from typing import Any

from chalicelib.application.references import LearnerKey, PasswordKey, PasswordLinkKey, SecondFactorKey
from chalicelib.domain.leaver import AccountLine, RegisterLine

from . import keys, records
from .items import HistoryItem, MainItem, SessionItem
from .register_writes import KIND


class LeaverWrites:
    """A part of ``UnitOfWork``: it collects, the whole commits."""

    _tenant: str
    _puts: list[tuple[MainItem | HistoryItem, Any]]
    _deletes: list[tuple[MainItem, Any]]
    _forgotten: list[SessionItem]

    def put_register_line(self, before: RegisterLine, after: RegisterLine) -> None:
        record, still = after.record, HistoryItem.body == records.encode(before.record)
        beside = keys.any_change(self._tenant, record.at, record.table, record.code, record.n)
        for place in ((keys.changes(self._tenant, record.table), after.place), beside):
            self._puts.append((HistoryItem(*place, kind=KIND, body=records.encode(record)), still))

    def put_account_line(self, before: AccountLine, after: AccountLine) -> None:
        partition = keys.account_log(self._tenant, after.event.user)
        line = HistoryItem(partition, after.place, kind=after.event.change.value, body=records.encode(after.event))
        self._puts.append((line, HistoryItem.body == records.encode(before.event)))

    def forget_entrances(self, user: str, sessions: Sequence[str], devices: Sequence[str]) -> None:
        self._forgotten.extend(SessionItem(*keys.session(self._tenant, user, one)) for one in sessions)
        self._forgotten.extend(SessionItem(*keys.device(self._tenant, user, one)) for one in devices)

    def forget_secrets(
        self, secrets: Sequence[PasswordKey | SecondFactorKey | PasswordLinkKey | LearnerKey]
    ) -> None:
        places = [records.address(self._tenant, key) for key in secrets]
        self._deletes.extend((MainItem(*place), None) for place in places)
