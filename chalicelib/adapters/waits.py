"""The ``waits`` table: task tokens, written by the executions themselves, removed when answered."""

from collections.abc import Mapping
from typing import Any

from chalicelib.adapters.dynamodb import keys
from chalicelib.application.conducting.ports import Wait


class DynamoWaits:
    """Implements ``conducting.ports.Waits`` for one tenant. ``client`` is a DynamoDB client."""

    def __init__(self, client: Any, table: str, tenant: str) -> None:
        self._client = client
        self._table = table
        self._tenant = tenant

    def of_process(self, process: str) -> Mapping[str, Wait]:
        """One consistent query."""
        pk, _ = keys.wait(self._tenant, process, "")
        pages = self._client.get_paginator("query").paginate(
            TableName=self._table,
            KeyConditionExpression="pk = :pk AND begins_with(sk, :prefix)",
            ExpressionAttributeValues={":pk": {"S": pk}, ":prefix": {"S": keys.WAITS}},
            ConsistentRead=True,
        )
        waits = [_wait(process, item) for page in pages for item in page["Items"]]
        return {wait.routing: wait for wait in waits}

    def forget(self, wait: Wait) -> None:
        """Deletes the row only while it still holds this token."""
        pk, sk = keys.wait(self._tenant, wait.process, wait.routing)
        try:
            self._client.delete_item(
                TableName=self._table,
                Key={"pk": {"S": pk}, "sk": {"S": sk}},
                ConditionExpression="#token = :token",
                ExpressionAttributeNames={"#token": "token"},
                ExpressionAttributeValues={":token": {"S": wait.token}},
            )
        except self._client.exceptions.ConditionalCheckFailedException:
            return


def _wait(process: str, item: Mapping[str, Any]) -> Wait:
    return Wait(
        process=process,
        routing=keys.last_part(item["sk"]["S"]),
        phase=item["phase"]["S"],
        until=item["until"]["S"],
        token=item["token"]["S"],
        execution=item["execution"]["S"],
    )
