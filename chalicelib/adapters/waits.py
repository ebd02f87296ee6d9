"""The ``waits`` table: task tokens, written by the executions themselves, removed when answered."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from chalicelib.adapters.dynamodb import keys
from chalicelib.application.conducting.flow_ports import StepWait
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
        found = _query(self._client, self._table, pk, keys.WAITS)
        waits = [_wait(process, item) for item in found]
        return {wait.routing: wait for wait in waits}

    def forget(self, wait: Wait) -> None:
        """Deletes the row only while it still holds this token."""
        place = keys.wait(self._tenant, wait.process, wait.routing)
        _delete(self._client, self._table, place, wait.token)


class DynamoStepWaits:
    """Implements ``conducting.flow_ports.StepWaits`` for one tenant. ``client`` is a DynamoDB client."""

    def __init__(self, client: Any, table: str, tenant: str) -> None:
        self._client = client
        self._table = table
        self._tenant = tenant

    def of_process(self, process: str) -> Sequence[StepWait]:
        """One consistent query; waits of a flow that another one followed are there too."""
        pk, _ = keys.wait(self._tenant, process, "")
        found = _query(self._client, self._table, pk, keys.FLOW_WAITS)
        return [_step_wait(process, item) for item in found]

    def forget(self, wait: StepWait) -> None:
        """Deletes the row only while it still holds this token."""
        pk, prefix = keys.flow_waits(self._tenant, wait.process, wait.run)
        _delete(self._client, self._table, (pk, prefix + wait.at), wait.token)


def _query(client: Any, table: str, pk: str, prefix: str) -> Iterator[Mapping[str, Any]]:
    pages = client.get_paginator("query").paginate(
        TableName=table,
        KeyConditionExpression="pk = :pk AND begins_with(sk, :prefix)",
        ExpressionAttributeValues={":pk": {"S": pk}, ":prefix": {"S": prefix}},
        ConsistentRead=True,
    )
    return (item for page in pages for item in page["Items"])


def _delete(client: Any, table: str, place: tuple[str, str], token: str) -> None:
    try:
        client.delete_item(
            TableName=table,
            Key={"pk": {"S": place[0]}, "sk": {"S": place[1]}},
            ConditionExpression="#token = :token",
            ExpressionAttributeNames={"#token": "token"},
            ExpressionAttributeValues={":token": {"S": token}},
        )
    except client.exceptions.ConditionalCheckFailedException:
        return


def _step_wait(process: str, item: Mapping[str, Any]) -> StepWait:
    run, at = keys.of_flow_wait(item["sk"]["S"])
    names = ("until", "token", "execution")
    return StepWait(process, run, at, **{name: item[name]["S"] for name in names})


def _wait(process: str, item: Mapping[str, Any]) -> Wait:
    return Wait(
        process=process,
        routing=keys.last_part(item["sk"]["S"]),
        phase=item["phase"]["S"],
        until=item["until"]["S"],
        token=item["token"]["S"],
        execution=item["execution"]["S"],
    )
