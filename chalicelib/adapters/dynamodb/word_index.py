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
#: What one transaction holds.
MOST_AT_ONCE = 100


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
        parties = frozenset(item.get("parties", {}).get("SS", ()))
        return Indexed(_findable(item) if "body" in item else None, int(item["version"]["N"]), parties)

    def replace(
        self, process: str, before: Indexed, after: Findable | None, parties: frozenset[str] = frozenset()
    ) -> bool:
        """One transaction: what is known of the process on condition of its version, and a row a word.

        Before it the rows of new parties, which nothing takes away: one that is there in vain costs who erases a look.
        """
        self._keep_under(process, sorted(parties - before.parties))
        memory: Item = {
            "TableName": self._table,
            "Item": _item(keys.indexed_words(self._tenant, process))
            | ({"body": {"S": encode(after)}} if after else {})
            | ({"parties": {"SS": sorted(parties)}} if parties else {})
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

    def _keep_under(self, process: str, contacts: Sequence[str]) -> None:
        for start in range(0, len(contacts), MOST_AT_ONCE):
            rows = [_item(keys.party(self._tenant, one, process)) for one in contacts[start : start + MOST_AT_ONCE]]
            writes = [{"Put": {"TableName": self._table, "Item": row}} for row in rows]
            self._client.transact_write_items(TransactItems=writes)

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


def of_party(
    connection: Connection, tenant: str, table: str, contact: str, after: str, most: int
) -> tuple[Sequence[str], bool]:
    """One query: the processes with the contact, confidential ones too, whose ids follow ``after``."""
    client: Any = connection.client
    beginning, _ = keys.party(tenant, contact, "")
    answer = client.query(
        TableName=table,
        KeyConditionExpression="pk = :pk AND sk > :after",
        ExpressionAttributeValues={":pk": {"S": beginning}, ":after": {"S": after or " "}},
        Limit=most,
    )
    return [str(item["sk"]["S"]) for item in answer["Items"]], "LastEvaluatedKey" in answer


def _findable(item: Item) -> Findable:
    return decode(Findable, item["body"]["S"])


def _item(place: tuple[str, str]) -> Item:
    return {"pk": {"S": place[0]}, "sk": {"S": place[1]}}
