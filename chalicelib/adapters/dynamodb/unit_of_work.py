"""The transaction: one batch read, one conditional write of everything (architecture §1.5)."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from pynamodb.connection import Connection
from pynamodb.exceptions import TransactWriteError
from pynamodb.transactions import TransactWrite

from chalicelib.application.conducting.interests import DESK_CHANGED
from chalicelib.application.confidential.row import Seat
from chalicelib.application.inbox.row import inbox_row
from chalicelib.application.references import CounterKey, Key, ProcessKey
from chalicelib.application.transaction import Operation, OperationDone, Reply, WriteConflict
from chalicelib.domain.arrangement import Arrangement
from chalicelib.domain.desk import DeskEntry
from chalicelib.domain.document import Document
from chalicelib.domain.errors import OperationMismatch
from chalicelib.domain.history import Entry, chain
from chalicelib.domain.process import Change, Process
from chalicelib.domain.retention import Kept, period
from chalicelib.domain.sealing import Seal
from chalicelib.domain.upload import Upload
from chalicelib.domain.version import Version

from . import credential_rows, keys, records
from .account_writes import AccountWrites
from .erasure_writes import ErasureWrites
from .item_of import entry_item, routing_item
from .items import HistoryItem, MainItem, PlaceItem, SessionItem
from .learning import LearnerWrites
from .leaver_writes import LeaverWrites
from .register_writes import RegisterWrites
from .rollout import RolloutWrites
from .row_attributes import row_actions
from .writes_apart import NEW, WritesApart, standing

RETRIABLE = {
    "ConditionalCheckFailed",
    "TransactionConflict",
    "TransactionInProgress",
    "ThrottlingError",
    "ProvisionedThroughputExceeded",
}

#: Nobody repeats a request later than this; until then what came of it is remembered, with a digest of what was asked.
OPERATIONS_KEPT = period(Kept.OPERATIONS)


def _still(process: Process) -> Any:
    """The condition that nobody changed the process since it was read, with or without an entry."""
    return (MainItem.n == process.n) & (MainItem.quiet == process.quiet)


class UnitOfWork(
    WritesApart, AccountWrites, RegisterWrites, ErasureWrites, LeaverWrites, LearnerWrites, RolloutWrites
):
    """Implements ``application.ports.Work`` for one tenant and one operation."""

    def __init__(
        self, connection: Connection, tenant: str, operation: Operation, now: datetime, zone: ZoneInfo
    ) -> None:
        self._connection = connection
        self._tenant = tenant
        self._operation = operation
        self._now = now
        self._zone = zone
        self._checked = False
        self._bodies: dict[tuple[str, str], str | None] = {}
        self._puts: list[tuple[MainItem | HistoryItem, Any]] = []
        self._updates: list[tuple[MainItem | SessionItem, list[Any], Any]] = []
        self._unsalted: list[PlaceItem] = []
        self._deletes: list[tuple[MainItem, Any]] = []
        self._forgotten: list[SessionItem] = []
        self._checks: list[tuple[tuple[str, str], Any]] = []
        self._held: Counter[Seat] = Counter()

    def load(self, *wanted: Key) -> tuple[Any, ...]:
        """One BatchGetItem, with the operation row the first time."""
        pairs = [records.address(self._tenant, key) for key in wanted]
        found = self._fetch(pairs)
        return tuple(records.restore(key, found.get(pair)) for key, pair in zip(wanted, pairs, strict=True))

    def _fetch(self, pairs: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], MainItem]:
        operation = keys.operation(self._tenant, self._operation.user, self._operation.key)
        asked = pairs if self._checked else [*pairs, operation]
        found = records.batch_get(self._connection, asked)
        self._bodies.update({pair: item.body for pair, item in found.items()})
        if not self._checked:
            self._checked = True
            self._replay(found.get(operation))
        return found

    def _replay(self, row: MainItem | None) -> None:
        if row is None:
            return
        if row.digest != self._operation.digest:
            raise OperationMismatch()
        raise OperationDone(json.loads(row.body or "{}"))

    def change_process(self, before: Process | None, change: Change) -> Process:
        process = change.process
        after = before.n if before else 0
        entries = self._chain(process, after, change)
        process = records.chained(process, entries) if entries else replace(process, quiet=process.quiet + 1)
        pk, sk = keys.process(self._tenant, process.id)
        item = MainItem(
            pk,
            sk,
            n=process.n,
            quiet=process.quiet,
            body=records.encode(process),
            open_units=records.open_units(process),
        )
        self._puts.append((item, _still(before) if before else NEW))
        if before is None or records.digits(before.nup) != records.digits(process.nup):
            self._put_number(process)
        self._write_rows(before, process)
        self._append(entries)
        self._puts.extend((routing_item(self._tenant, routing), None) for routing in change.routings)
        return process

    def _put_number(self, process: Process) -> None:
        """A number is of one process for good; one that it had before may be its own again (PRO-06)."""
        mine = json.dumps(process.id)
        number = MainItem(*keys.nup(self._tenant, records.digits(process.nup)), body=mine)
        self._puts.append((number, NEW | (MainItem.body == mine)))

    def _write_rows(self, before: Process | None, process: Process) -> None:
        for unit in process.presences:
            row = inbox_row(process, unit)
            if before and unit in before.presences and inbox_row(before, unit) == row:
                continue
            pk, sk = keys.presence(self._tenant, process.id, unit)
            self._updates.append((MainItem(pk, sk), row_actions(self._tenant, unit, row), None))
        for unit in (before.presences.keys() if before else set()) - process.presences.keys():
            self._deletes.append((MainItem(*keys.presence(self._tenant, process.id, unit)), None))
        self._write_credentials(before, process)

    def _write_credentials(self, before: Process | None, after: Process | None) -> None:
        self._puts.extend((row, None) for row in credential_rows.rows_written(self._tenant, before, after))
        self._deletes.extend((row, None) for row in credential_rows.rows_removed(self._tenant, before, after))
        self._held.update(credential_rows.counts_moved(before, after))

    def _append(self, entries: Sequence[Entry]) -> None:
        made = (entry_item(self._tenant, self._zone, entry) for entry in entries)
        self._puts.extend((item, HistoryItem.pk.does_not_exist()) for item in made)

    def _chain(self, process: Process, after: int, change: Change) -> list[Entry]:
        acts = [(act.user, act.unit, act.fact) for act in change.acts]
        return chain(process.id, after, process.head, self._now, acts)

    def delete_process(self, before: Process, change: Change) -> None:
        pk, sk = keys.process(self._tenant, before.id)
        self._deletes.append((MainItem(pk, sk), _still(before)))
        for unit in before.presences:
            self._deletes.append((MainItem(*keys.presence(self._tenant, before.id, unit)), None))
        self._write_credentials(before, None)
        self._release_numbers(before)
        entries = self._chain(before, before.n, change)
        self._append(entries)

    def _release_numbers(self, before: Process) -> None:
        """What the system gave is never given again; what was informed by hand may be informed again."""
        if before.informed is None:
            number = MainItem(*keys.nup(self._tenant, records.digits(before.nup)), body=json.dumps(None))
            self._puts.append((number, None))
            return
        held = {records.digits(one) for one in (before.nup, *before.informed.former)}
        self._deletes.extend((MainItem(*keys.nup(self._tenant, one)), None) for one in sorted(held))

    def put_document(self, before: Document | None, after: Document) -> None:
        pk, sk = keys.document(self._tenant, after.process, after.id)
        item = MainItem(
            pk,
            sk,
            n=after.revision,
            seen=after.seen_elsewhere,
            body=records.encode(after),
            gsi1pk=keys.document_number(self._tenant, after.number),
            gsi1sk=after.process,
        )
        condition = (
            NEW
            if before is None
            else (MainItem.n == before.revision) & (MainItem.seen == before.seen_elsewhere)
        )
        self._puts.append((item, condition))
        for signature in after.signatures[len(before.signatures) if before else 0 :]:
            pk, sk = keys.signature(
                self._tenant, after.process, after.id, signature.signer.id, signature.digest
            )
            made = MainItem(
                pk,
                sk,
                body=records.encode(signature),
                gsi2pk=keys.signed_by(self._tenant, signature.signer.id),
                gsi2sk=keys.moment(signature.at),
            )
            self._puts.append((made, None))

    def delete_document(self, before: Document) -> None:
        pk, sk = keys.document(self._tenant, before.process, before.id)
        condition = (MainItem.n == before.revision) & (MainItem.seen == before.seen_elsewhere)
        self._deletes.append((MainItem(pk, sk), condition))

    def put_version(self, version: Version) -> None:
        pk, sk = keys.version(self._tenant, version.process, version.document, version.number)
        self._puts.append((MainItem(pk, sk, n=version.number, body=records.encode(version)), None))

    def put_seal(self, seal: Seal) -> None:
        pair = keys.seal(self._tenant, seal.process, seal.document, seal.digest)
        self._puts.append((MainItem(*pair, body=records.encode(seal)), NEW))

    def put_upload(self, before: Upload | None, after: Upload) -> None:
        pk, sk = keys.upload(self._tenant, after.process, after.id)
        until = int(after.kept_until.timestamp()) if after.kept_until else None
        item = MainItem(pk, sk, body=records.encode(after), expires_at=until)
        self._puts.append((item, NEW if before is None else MainItem.body == records.encode(before)))

    def put_arrangement(self, before: Arrangement | None, after: Arrangement) -> None:
        n = (before.n if before else 0) + 1
        pk, sk = keys.arrangement(self._tenant, after.unit)
        item = MainItem(pk, sk, n=n, body=records.encode(replace(after, n=n)))
        self._puts.append((item, MainItem.n == before.n if before else NEW))

    def log(self, entries: Sequence[DeskEntry]) -> None:
        for n, entry in enumerate(entries):
            pk, sk = keys.desk_entry(
                self._tenant, entry.process, entry.unit, entry.at, self._operation.digest[:16], n
            )
            row = HistoryItem(pk, sk, kind=DESK_CHANGED, body=records.encode(entry))
            self._puts.append((row, None))

    def take(self, counter: CounterKey, seen: int, number: int | None = None) -> int:
        taken = number or seen + 1
        pk, sk = keys.counter(self._tenant, counter.name)
        self._puts.append((MainItem(pk, sk, n=taken), standing(seen)))
        return taken

    def require_open(self, process: Process, unit: str) -> None:
        pair = records.address(self._tenant, ProcessKey(process.id))
        self._checks.append((pair, MainItem.open_units.contains(f",{unit},")))

    def require_unchanged(self, process: Process) -> None:
        pair = records.address(self._tenant, ProcessKey(process.id))
        self._checks.append((pair, _still(process)))

    def commit(self, reply: Reply) -> None:
        """Raises WriteConflict, OperationDone, OperationMismatch."""
        row = MainItem(
            *keys.operation(self._tenant, self._operation.user, self._operation.key),
            digest=self._operation.digest,
            body=json.dumps(reply, ensure_ascii=False),
            expires_at=int((self._now + OPERATIONS_KEPT).timestamp()),
        )
        try:
            with TransactWrite(connection=self._connection) as transaction:
                for pair, condition in self._checks:
                    transaction.condition_check(MainItem, *pair, condition=condition)
                for item, condition in self._deletes:
                    transaction.delete(item, condition=condition)
                for count in self._forgotten:
                    transaction.delete(count)
                for model, condition in self._puts:
                    transaction.save(model, condition=condition)
                transaction.save(row, condition=NEW, return_values="ALL_OLD")
                for held, actions in credential_rows.counts_written(self._tenant, self._held):
                    transaction.update(held, actions=actions)
                for place in self._unsalted:
                    transaction.update(place, [PlaceItem.salt.remove()], PlaceItem.pk.exists())
                for row_or_session, actions, condition in self._updates:
                    transaction.update(row_or_session, actions=actions, condition=condition)
        except TransactWriteError as error:
            self._understand(error)

    def _understand(self, error: TransactWriteError) -> None:
        reasons: Sequence[Any] = [reason for reason in error.cancellation_reasons if reason]
        for reason in reasons:
            old: Mapping[str, Any] | None = getattr(reason, "raw_item", None)
            if old and "digest" in old:
                self._replay(MainItem.from_raw_data(dict(old)))
        if any(reason.code in RETRIABLE for reason in reasons):
            raise WriteConflict from error
        if records.cause_code(error) in ("TransactionInProgressException", "TransactionConflictException"):
            raise WriteConflict from error
        raise error
