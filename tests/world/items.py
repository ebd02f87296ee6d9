"""What really lies in the tables and buckets, read past the application."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from boto3.dynamodb.types import TypeDeserializer, TypeSerializer

from chalicelib.settings import Settings

from .wire import untapped

Place = tuple[str, str, str]
_plain = TypeDeserializer().deserialize
_typed = TypeSerializer().serialize


@dataclass(slots=True)
class Store:
    """Raw reads, by clients of the test's own."""

    settings: Settings
    dynamodb: Any
    s3: Any
    cells: dict[Any, Any] = field(default_factory=dict)

    def partition(self, pk: str, table: str = "main") -> list[dict[str, Any]]:
        """Every item of a partition, in order."""
        name = getattr(self.settings, f"{table}_table")
        found: list[dict[str, Any]] = []
        more: dict[str, Any] = {}
        with untapped():
            while True:
                answer = self.dynamodb.query(
                    TableName=name,
                    KeyConditionExpression="pk = :pk",
                    ExpressionAttributeValues={":pk": {"S": pk}},
                    ConsistentRead=True,
                    **more,
                )
                found += [_item(raw) for raw in answer["Items"]]
                if "LastEvaluatedKey" not in answer:
                    return found
                more = {"ExclusiveStartKey": answer["LastEvaluatedKey"]}

    def everything(self, table: str, prefix: str) -> list[dict[str, Any]]:
        """Every item whose partition begins with ``prefix``: a scan, for small tests only."""
        pages = self.dynamodb.get_paginator("scan").paginate(
            TableName=getattr(self.settings, f"{table}_table"),
            FilterExpression="begins_with(pk, :p)",
            ExpressionAttributeValues={":p": {"S": prefix}},
            ConsistentRead=True,
        )
        with untapped():
            return [_item(raw) for page in pages for raw in page["Items"]]

    def forget_attempts(self) -> None:
        """Delete every count of failed attempts."""
        table = self.settings.sessions_table
        with untapped():
            pages = self.dynamodb.get_paginator("scan").paginate(
                TableName=table,
                FilterExpression="contains(pk, :a)",
                ExpressionAttributeValues={":a": {"S": "#ATTEMPTS#"}},
            )
            for raw in [raw for page in pages for raw in page["Items"]]:
                self.dynamodb.delete_item(TableName=table, Key={"pk": raw["pk"], "sk": raw["sk"]})

    def get(self, places: Iterable[Place]) -> dict[Place, dict[str, Any] | None]:
        """Items by (table name, pk, sk); None when absent."""
        asked = list(dict.fromkeys(places))
        found: dict[Place, dict[str, Any] | None] = dict.fromkeys(asked)
        with untapped():
            for start in range(0, len(asked), 100):
                wanted: dict[str, Any] = {}
                for table, pk, sk in asked[start : start + 100]:
                    rows = wanted.setdefault(table, {"Keys": [], "ConsistentRead": True})
                    rows["Keys"].append({"pk": {"S": pk}, "sk": {"S": sk}})
                answer = self.dynamodb.batch_get_item(RequestItems=wanted)
                assert not answer.get("UnprocessedKeys")
                for table, raws in answer["Responses"].items():
                    for raw in raws:
                        item = _item(raw)
                        found[(table, item["pk"], item["sk"])] = item
        return found

    def put_back(self, was: dict[Place, dict[str, Any] | None]) -> None:
        """Let each item be what it was; what was absent is absent again."""
        now = self.get(was)
        moved = [place for place in was if now[place] != was[place]]
        for start in range(0, len(moved), 25):
            asked: dict[str, list[dict[str, Any]]] = {}
            for place in moved[start : start + 25]:
                asked.setdefault(place[0], []).append(_putting(place, was[place]))
            with untapped():
                answer = self.dynamodb.batch_write_item(RequestItems=asked)
            assert not answer.get("UnprocessedItems")
        assert {place: was[place] for place in moved} == self.get(moved)

    def content(self, key: str) -> bytes | None:
        """The bytes at a key of the content bucket; None when absent."""
        with untapped():
            try:
                answer = self.s3.get_object(Bucket=self.settings.content_bucket, Key=key)
            except self.s3.exceptions.NoSuchKey:
                return None
            return bytes(answer["Body"].read())


def _putting(place: Place, item: dict[str, Any] | None) -> dict[str, Any]:
    if item is None:
        return {"DeleteRequest": {"Key": {"pk": {"S": place[1]}, "sk": {"S": place[2]}}}}
    return {"PutRequest": {"Item": {name: _typed(value) for name, value in item.items()}}}


def _item(raw: dict[str, Any]) -> dict[str, Any]:
    return {name: _plain(value) for name, value in raw.items()}


def body(item: dict[str, Any]) -> Any:
    """The JSON of an item's body."""
    return json.loads(item["body"])
