"""The register of the administration in memory."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from chalicelib.application.ports import Page
from chalicelib.application.references import EntryKey, Key, ServiceAccountKey, TaxpayerKey, UserKey
from chalicelib.domain.catalogue_entry import CatalogueEntry
from chalicelib.domain.change_record import ChangeRecord
from chalicelib.domain.identity import User
from chalicelib.domain.service_account import ServiceAccount
from chalicelib.domain.spelling import plain


class MemoryRegisterWrites:
    """Implements ``administration.ports.RegisterWork``; a part of ``MemoryWork``."""

    _memory: Any
    _checks: list[Callable[[], bool]]
    _writes: list[Callable[[], None]]

    def put_user(self, before: User | None, after: User) -> None:
        self._replace(UserKey(after.id), before, after)
        if before and before.taxpayer and before.taxpayer != after.taxpayer:
            self._writes.append(lambda: self._memory.things.pop(TaxpayerKey(before.taxpayer), None))
        if after.taxpayer and (before is None or before.taxpayer != after.taxpayer):
            self._replace(TaxpayerKey(after.taxpayer), None, after.id)

    def require_rollout(self, seen: Any) -> None:
        """Nobody else is at work here."""

    def require_user(self, user: User) -> None:
        self._checks.append(lambda: self._memory.read(UserKey(user.id)) == user)

    def put_entry(self, before: CatalogueEntry | None, after: CatalogueEntry) -> None:
        self._replace(EntryKey(after.table, after.place), before, after)

    def put_service_account(self, before: ServiceAccount | None, after: ServiceAccount) -> None:
        self._replace(ServiceAccountKey(after.id), before, after)

    def record_change(self, record: ChangeRecord) -> None:
        self._writes.append(lambda: self._memory.changes.append(record))

    def renew_catalogues(self) -> None:
        """Nothing is kept in memory here."""

    def _replace(self, key: Key, before: Any, after: Any) -> None:
        self._checks.append(lambda: self._memory.read(key) == before)
        self._writes.append(lambda: self._memory.things.__setitem__(key, after))


class MemoryRegister:
    """Implements ``administration.ports.Register``."""

    def __init__(self, memory: Any) -> None:
        self._memory = memory

    def users(self, text: str, cursor: str | None) -> Page:
        found = [user for user in self._users() if plain(text) in plain(f"{user.person.name} {user.id}")]
        return Page(found, None)

    def every_user(self) -> Iterator[User]:
        return iter(self._users())

    def users_in(self, unit: str) -> Sequence[User]:
        return [user for user in self._users() if any(grant.unit == unit for grant in user.grants)]

    def place(self, table: str, code: str) -> str:
        return next((one.place for one in self.entries(table) if one.code == code), code)

    def new_place(self, code: str) -> str:
        return code

    def entries(self, table: str) -> Sequence[CatalogueEntry]:
        return [
            thing
            for key, thing in self._memory.things.items()
            if isinstance(key, EntryKey) and key.table == table
        ]

    def changes(self, table: str, code: str, cursor: str | None) -> Page:
        found = [one for one in self._memory.changes if (one.table, one.code) == (table, code)]
        return Page(found[::-1], None)

    def all_changes(self, cursor: str | None) -> Page:
        return Page(self._memory.changes[::-1], None)

    def service_accounts(self) -> Sequence[ServiceAccount]:
        return [thing for key, thing in self._memory.things.items() if isinstance(key, ServiceAccountKey)]

    def service_uses(self, account: str) -> Mapping[str, date]:
        return {}

    def _users(self) -> list[User]:
        found = [thing for key, thing in self._memory.things.items() if isinstance(key, UserKey)]
        return sorted(found, key=lambda user: plain(user.person.name))
