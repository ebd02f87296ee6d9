"""What an installation keeps, as it was at one moment, and putting it back: each press of the crawler finds the same
city, whatever the press before did to it."""

from typing import Any

import boto3

from infra.local.emulator import Endpoint
from infra.local.stack import STAGE

#: What a person's act changes. Sessions stay, so that nobody has to enter again; the ledger is written aside.
TABLES = ("main", "history", "projections")
Rows = dict[tuple[str, str], dict[str, Any]]


class KeptData:
    """The rows of ``TABLES`` when it was made."""

    def __init__(self, services: str) -> None:
        self._client = boto3.client("dynamodb", endpoint_url=services, **Endpoint(services, 0).credentials)
        self._keys = {table: self._key_names(table) for table in TABLES}
        self._then = {table: self._rows(table) for table in TABLES}

    def put_back(self) -> None:
        for table in TABLES:
            then, now = self._then[table], self._rows(table)
            for place, row in then.items():
                if now.get(place) != row:
                    self._client.put_item(TableName=_name(table), Item=row)
            for place, row in now.items():
                if place not in then:
                    key = {name: row[name] for name in self._keys[table]}
                    self._client.delete_item(TableName=_name(table), Key=key)

    def _key_names(self, table: str) -> list[str]:
        told = self._client.describe_table(TableName=_name(table))
        return [part["AttributeName"] for part in told["Table"]["KeySchema"]]

    def _rows(self, table: str) -> Rows:
        pages = self._client.get_paginator("scan").paginate(TableName=_name(table), ConsistentRead=True)
        rows = [row for page in pages for row in page["Items"]]
        return {tuple(str(row[name]) for name in self._keys[table]): row for row in rows}  # type: ignore[misc]


def _name(table: str) -> str:
    return f"iperoig-{STAGE}-{table}"
