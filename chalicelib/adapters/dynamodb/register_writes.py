"""The writes of the administration: users, entries of catalogues, and the record of what was changed."""

import json
from typing import Any

from chalicelib.application.transaction import Operation
from chalicelib.domain.catalogue import DocumentType, LegalBasis, ProcessType, Subject
from chalicelib.domain.catalogue_entry import CatalogueEntry
from chalicelib.domain.change_record import ChangeRecord
from chalicelib.domain.identity import User
from chalicelib.domain.organisation import Agency, Unit
from chalicelib.domain.service_account import ServiceAccount

from . import keys, records
from .items import HistoryItem, MainItem, SessionItem
from .people import listed_in, member_item, user_item

#: What the entries of a catalogue are read back as; all others are plain.
TYPES: dict[str, type] = {
    "agencies": Agency,
    "units": Unit,
    "process-types": ProcessType,
    "document-types": DocumentType,
    "subjects": Subject,
    "legal-bases": LegalBasis,
}
NEW = MainItem.pk.does_not_exist()
#: The kind of these lines of the history table; no process has them.
KIND = "register_changed"


class RegisterWrites:
    """A part of ``UnitOfWork``: it collects, the whole commits."""

    _tenant: str
    _operation: Operation
    _bodies: dict[tuple[str, str], str | None]
    _puts: list[tuple[MainItem | HistoryItem, Any]]
    _updates: list[tuple[MainItem | SessionItem, list[Any], Any]]
    _deletes: list[tuple[MainItem, Any]]
    _checks: list[tuple[tuple[str, str], Any]]

    def put_user(self, before: User | None, after: User) -> None:
        self._puts.append((user_item(after), self._as_loaded(keys.user(self._tenant, after.id), before)))
        self._list_user(before, after)
        if before and before.taxpayer and before.taxpayer != after.taxpayer:
            self._deletes.append((MainItem(*keys.taxpayer(self._tenant, before.taxpayer)), None))
        if after.taxpayer and (before is None or before.taxpayer != after.taxpayer):
            pair = keys.taxpayer(self._tenant, after.taxpayer)
            self._puts.append((MainItem(*pair, body=after.id), NEW))

    def _list_user(self, before: User | None, after: User) -> None:
        old, new = (listed_in(user) if user else set() for user in (before, after))
        renamed = before is not None and before.person != after.person
        for unit in sorted(new if renamed else new - old):
            self._puts.append((member_item(after, unit), None))
        for unit in sorted(old - new):
            self._deletes.append((MainItem(*keys.member(self._tenant, unit, after.id)), None))

    def require_user(self, user: User) -> None:
        pair = keys.user(self._tenant, user.id)
        self._checks.append((pair, self._as_loaded(pair, user)))

    def put_service_account(self, before: ServiceAccount | None, after: ServiceAccount) -> None:
        pair = keys.service_account(self._tenant, after.id)
        item = MainItem(*pair, n=after.revision, body=records.encode(after))
        self._puts.append((item, self._as_loaded(pair, before)))

    def put_entry(self, before: CatalogueEntry | None, after: CatalogueEntry) -> None:
        pair = keys.catalogue_entry(self._tenant, after.table, after.place)
        body = json.dumps(dict(after.values), ensure_ascii=False)
        if after.table in TYPES:
            # One entry that cannot be read back would take its whole catalogue with it.
            records.decode(TYPES[after.table], body)
        self._puts.append((MainItem(*pair, n=after.revision, body=body), self._as_loaded(pair, before)))

    def record_change(self, record: ChangeRecord) -> None:
        partition = keys.changes(self._tenant, record.table)
        operation = self._operation.digest[:8] + self._operation.key[-8:]
        body = records.encode(record)
        for pair in (
            keys.change(partition, record.code, record.at, operation, record.n),
            keys.any_change(self._tenant, record.at, record.table, record.code, record.n),
        ):
            self._puts.append((HistoryItem(*pair, kind=KIND, body=body), HistoryItem.pk.does_not_exist()))

    def renew_catalogues(self) -> None:
        item = MainItem(*keys.catalogues_revision(self._tenant))
        self._updates.append((item, [MainItem.n.add(1)], None))

    def _as_loaded(self, pair: tuple[str, str], before: Any) -> Any:
        """That nobody wrote it since: what was stored, not what is made of it, which may have gained fields since."""
        return NEW if before is None else MainItem.body == self._bodies[pair]
