"""Processes under the words they are looked for by, among the projections: they may be dropped and rebuilt.

A word lies in the partition of its first letters, so that a beginning of it is enough to find it with one query.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from pynamodb.connection import Connection

from chalicelib.application.conducting.ports import Indexed
from chalicelib.domain.word_index import STEM, Findable

from . import keys
from .codec import decode, encode

Item = dict[str, Any]


class DynamoWordIndex:
    """Implements ``conducting.ports.WordIndex`` for one tenant."""

    def __init__(self, connection: Connection, tenant: str, table: str) -> None:
        self._client: Any = connection.client
        self._tenant = tenant
        self._table = table

    def indexed(self, process: str) -> Indexed:
        """One consistent read."""
        place = keys.indexed_words(self._tenant, process)
        item = self._client.get_item(TableName=self._table, Key=_item(place), ConsistentRead=True).get("Item")
        if not item:
            return Indexed()
        return Indexed(_findable(item) if "body" in item else None, int(item["version"]["N"]))

    def replace(self, process: str, before: Indexed, after: Findable | None) -> bool:
        """One transaction: what is known of the process on condition of its version, and a row a word."""
        memory: Item = {
            "TableName": self._table,
            "Item": _item(keys.indexed_words(self._tenant, process))
            | ({"body": {"S": encode(after)}} if after else {})
            | {"version": {"N": str(before.version + 1)}},
            "ConditionExpression": "version = :version" if before.version else "attribute_not_exists(pk)",
        }
        if before.version:
            memory["ExpressionAttributeValues"] = {":version": {"N": str(before.version)}}
        kept, wanted = self._rows(before.found), self._rows(after)
        writes = [{"Put": memory}]
        writes += [{"Put": {"TableName": self._table, "Item": row}} for row in wanted.values()]
        gone = [place for place in kept if place not in wanted]
        writes += [{"Delete": {"TableName": self._table, "Key": _item(place)}} for place in gone]
        try:
            self._client.transact_write_items(TransactItems=writes)
        except self._client.exceptions.TransactionCanceledException as error:
            codes = {reason.get("Code") for reason in error.response.get("CancellationReasons", [])}
            if codes <= {"None", "ConditionalCheckFailed", "TransactionConflict"}:
                return False
            raise
        return True

    def _rows(self, found: Findable | None) -> Mapping[tuple[str, str], Item]:
        if found is None:
            return {}
        body = {"body": {"S": encode(found)}}
        places = [
            keys.word(self._tenant, word[:STEM], word, found.started_at, found.process)
            for word in found.words
        ]
        return {place: _item(place) | body for place in places}


def of_word(
    connection: Connection, tenant: str, table: str, beginning: str, most: int
) -> tuple[Sequence[Findable], bool]:
    """One query: the processes under the words that begin so, each word's newest first."""
    client: Any = connection.client
    answer = client.query(
        TableName=table,
        KeyConditionExpression="pk = :pk AND begins_with(sk, :beginning)",
        ExpressionAttributeValues={
            ":pk": {"S": keys.words_of_stem(tenant, beginning[:STEM])},
            ":beginning": {"S": beginning},
        },
        ProjectionExpression="body",
        ScanIndexForward=False,
        Limit=most,
    )
    return [_findable(item) for item in answer["Items"]], "LastEvaluatedKey" in answer


def _findable(item: Item) -> Findable:
    return decode(Findable, item["body"]["S"])


def _item(place: tuple[str, str]) -> Item:
    return {"pk": {"S": place[0]}, "sk": {"S": place[1]}}
