"""The public ledger in its own table, to which rows are only added: leaves in order, places of entries, signed heads.

Every row goes in on condition that there is none: that alone makes one writer of many. Calls go through the
connection's own client, for no model describes these three kinds of row.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from pynamodb.connection import Connection

from chalicelib.adapters.ledger_files import LedgerFiles
from chalicelib.application.ledger.ports import SignedHead
from chalicelib.application.references import ProcessKey
from chalicelib.domain.history import read
from chalicelib.domain.ledger import Place, Record
from chalicelib.domain.organisation import Unit
from chalicelib.domain.process import Process

from . import keys, records
from .items import HistoryItem

ABSENT = "attribute_not_exists(pk)"
#: Others were first, or are at it: the ledger is read again.
LOST = {"None", "ConditionalCheckFailed", "TransactionConflict"}


class DynamoLedger:
    """Implements ``application.ledger.ports.LedgerBook`` for one tenant."""

    def __init__(self, connection: Connection, table: str, tenant: str, files: LedgerFiles) -> None:
        self._connection, self._table, self._tenant, self._files = connection, table, tenant, files

    @property
    def _client(self) -> Any:
        return self._connection.client

    def places(self, process: str) -> Sequence[Place]:
        """One query."""
        pk, _ = keys.ledger_place(self._tenant, process, 0)
        return [_place(item) for item in self._query(pk)]

    def last_place(self, process: str) -> Place | None:
        pk, _ = keys.ledger_place(self._tenant, process, 0)
        return next((_place(item) for item in self._query(pk, last=True)), None)

    def size(self, agency: str) -> int:
        pk, _ = keys.ledger_leaf(self._tenant, agency, 0)
        return next((int(item["sk"]["S"]) + 1 for item in self._query(pk, last=True)), 0)

    def append(self, process: str, agency: str, size: int, places: Sequence[Place]) -> bool:
        """One transaction of two rows for each entry."""
        assert [place.index for place in places] == list(range(size, size + len(places)))
        rows = []
        for place in places:
            leaf = _key(keys.ledger_leaf(self._tenant, agency, place.index)) | {"leaf": {"B": place.leaf}}
            own = _key(keys.ledger_place(self._tenant, process, place.n)) | {
                "agency": {"S": agency},
                "index": {"N": str(place.index)},
                "leaf": {"B": place.leaf},
            }
            rows += [leaf, own | ({"salt": {"B": place.salt}} if place.salt else {})]
        puts = [
            {"Put": {"TableName": self._table, "Item": row, "ConditionExpression": ABSENT}} for row in rows
        ]
        try:
            self._client.transact_write_items(TransactItems=puts)
        except self._client.exceptions.TransactionCanceledException as error:
            if {reason.get("Code") for reason in error.response.get("CancellationReasons", [])} <= LOST:
                return False
            raise
        return True

    def leaves(self, agency: str, start: int, end: int) -> Sequence[bytes]:
        if start >= end:
            return []
        pk, first = keys.ledger_leaf(self._tenant, agency, start)
        _, last = keys.ledger_leaf(self._tenant, agency, end - 1)
        return [bytes(item["leaf"]["B"]) for item in self._query(pk, between=(first, last))]

    def last_head(self, agency: str) -> SignedHead | None:
        pk, _ = keys.ledger_head(self._tenant, agency, 0)
        return next((_head(item) for item in self._query(pk, last=True)), None)

    def first_head(self, agency: str, size: int) -> SignedHead | None:
        pk, first = keys.ledger_head(self._tenant, agency, size)
        found = self._query(pk, between=(first, keys.LAST), limit=1)
        return next((_head(item) for item in found), None)

    def keep_head(self, agency: str, head: SignedHead) -> None:
        item = _key(keys.ledger_head(self._tenant, agency, head.size)) | {
            "note": {"S": head.note},
            "spki": {"B": head.spki},
        }
        try:
            self._client.put_item(TableName=self._table, Item=item, ConditionExpression=ABSENT)
        except self._client.exceptions.ConditionalCheckFailedException:
            return

    def file(self, agency: str, path: str) -> bytes:
        return self._files.read(agency, path)

    def publish(self, agency: str, path: str, data: bytes) -> bytes:
        return self._files.create(agency, path, data)

    def show_last(self, agency: str, note: str) -> None:
        self._files.replace(agency, "checkpoint", note.encode())

    def _query(
        self, pk: str, last: bool = False, between: tuple[str, str] | None = None, limit: int | None = None
    ) -> list[dict[str, Any]]:
        """Consistent; the last row alone, those of a range, or all there are."""
        condition, values = "pk = :pk", {":pk": {"S": pk}}
        if between:
            condition += " AND sk BETWEEN :first AND :last"
            values |= {":first": {"S": between[0]}, ":last": {"S": between[1]}}
        asked: dict[str, Any] = {
            "TableName": self._table,
            "KeyConditionExpression": condition,
            "ExpressionAttributeValues": values,
            "ConsistentRead": True,
            "ScanIndexForward": not last,
        }
        if last or limit:
            found: list[dict[str, Any]] = self._client.query(**asked, Limit=limit or 1)["Items"]
            return found
        pages = self._client.get_paginator("query").paginate(**asked)
        return [item for page in pages for item in page["Items"]]


class DynamoChronicle:
    """Implements ``application.ledger.ports.Chronicle`` for one tenant."""

    def __init__(self, connection: Connection, tenant: str, units: Mapping[str, Unit]) -> None:
        self._connection, self._tenant, self._units = connection, tenant, units

    def after(self, process: str, n: int) -> Sequence[Record]:
        """One query, of as many as a transaction takes and a few more."""
        pk, first = keys.entry(self._tenant, process, n + 1)
        items = HistoryItem.query(pk, HistoryItem.sk >= first, consistent_read=True, limit=50, page_size=50)
        return [Record(process, int(item.sk), item.kind, item.body.encode()) for item in items]

    def process(self, process: str) -> Process | None:
        """One consistent read."""
        key = ProcessKey(process)
        pair = records.address(self._tenant, key)
        found: Process | None = records.restore(key, records.batch_get(self._connection, [pair]).get(pair))
        return found

    def agency_of_start(self, process: str) -> str:
        """By the unit of the first entry."""
        (first,) = self.after(process, 0)[:1]
        return self._units[read(first.body).unit.id].agency


def _key(place: tuple[str, str]) -> dict[str, Any]:
    return {"pk": {"S": place[0]}, "sk": {"S": place[1]}}


def _place(item: Mapping[str, Any]) -> Place:
    salt = bytes(item["salt"]["B"]) if "salt" in item else b""
    return Place(
        int(item["sk"]["S"]), item["agency"]["S"], int(item["index"]["N"]), bytes(item["leaf"]["B"]), salt
    )


def _head(item: Mapping[str, Any]) -> SignedHead:
    return SignedHead(int(item["sk"]["S"]), item["note"]["S"], bytes(item["spki"]["B"]))
