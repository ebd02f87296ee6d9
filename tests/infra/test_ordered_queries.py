"""The embedded DynamoDB answers queries as before when it reads only what it returns (architecture §10)."""

import itertools
import random
import time
from typing import Any

import pytest

from tests.conftest import DataStack

LETTERS = "abcdef"
CONDITIONS: list[tuple[str, Any]] = [
    ("", lambda sort: True),
    (" AND begins_with (#s, :b)", lambda sort: sort.startswith("c")),
    (" AND #s BETWEEN :b AND :d", lambda sort: "c" <= sort <= "d"),
    (" AND #s <= :d", lambda sort: sort <= "d"),
    (" AND #s < :d", lambda sort: sort < "d"),
    (" AND #s > :b", lambda sort: sort > "c"),
    (" AND #s >= :b", lambda sort: sort >= "c"),
]
VALUES = {":b": "c", ":d": "d"}


@pytest.fixture(scope="module")
def rows(data_stack: DataStack) -> dict[str, dict[str, Any]]:
    """Items of one base partition, some in an index partition, put, moved and removed at random."""
    client, table = data_stack.client("dynamodb"), data_stack.outputs["MainTable"]
    chance = random.Random(7)
    sorts = ["".join(letters) for letters in itertools.product(LETTERS, repeat=3)]
    kept: dict[str, dict[str, Any]] = {}

    def put(sort: str) -> None:
        item = {"pk": {"S": "T#order#P"}, "sk": {"S": sort}}
        if chance.random() < 0.7:
            item |= {"gsi1pk": {"S": "T#order#I"}, "gsi1sk": {"S": chance.choice(sorts)}}
        client.put_item(TableName=table, Item=item)
        kept[sort] = item

    for sort in chance.sample(sorts, 90):
        put(sort)
    read(client, table, "gsi1", "", 5, True)
    read(client, table, None, "", 5, True)
    for sort in chance.sample(sorted(kept), 30):
        put(sort)
    for sort in chance.sample(sorted(kept), 20):
        client.delete_item(TableName=table, Key={"pk": {"S": "T#order#P"}, "sk": {"S": sort}})
        del kept[sort]
    return kept


def read(
    client: Any, table: str, index: str | None, condition: str, limit: int, forward: bool
) -> list[tuple[str, str]]:
    """Every page, as (sort key asked about, base sort key)."""
    names = {"#p": "gsi1pk", "#s": "gsi1sk"} if index else {"#p": "pk", "#s": "sk"}
    used = {name: attribute for name, attribute in names.items() if name in "#p" + condition}
    values = {":p": {"S": "T#order#I" if index else "T#order#P"}}
    values |= {name: {"S": value} for name, value in VALUES.items() if name in condition}
    asked: dict[str, Any] = {
        "TableName": table,
        "KeyConditionExpression": f"#p = :p{condition}",
        "ExpressionAttributeNames": used,
        "ExpressionAttributeValues": values,
        "Limit": limit,
        "ScanIndexForward": forward,
    }
    if index:
        asked["IndexName"] = index
    found: list[tuple[str, str]] = []
    while True:
        answer = client.query(**asked)
        assert len(answer["Items"]) <= limit
        found += [(item["gsi1sk" if index else "sk"]["S"], item["sk"]["S"]) for item in answer["Items"]]
        if "LastEvaluatedKey" not in answer:
            return found
        asked["ExclusiveStartKey"] = answer["LastEvaluatedKey"]


@pytest.mark.parametrize("forward", [True, False])
@pytest.mark.parametrize("limit", [1, 3, 1000])
@pytest.mark.parametrize("index", [None, "gsi1"])
@pytest.mark.parametrize("condition", CONDITIONS, ids=[text or "all" for text, _ in CONDITIONS])
def test_pages_of_a_query_are_the_items_in_their_order(
    data_stack: DataStack,
    rows: dict[str, dict[str, Any]],
    condition: tuple[str, Any],
    index: str | None,
    limit: int,
    forward: bool,
):
    text, holds = condition
    attribute = "gsi1sk" if index else "sk"
    expected = sorted(
        (item[attribute]["S"], sort)
        for sort, item in rows.items()
        if attribute in item and holds(item[attribute]["S"])
    )
    found = read(data_stack.client("dynamodb"), data_stack.outputs["MainTable"], index, text, limit, forward)
    assert found == (expected if forward else expected[::-1])


def test_a_page_costs_the_same_in_a_large_partition(data_stack: DataStack):
    client, table = data_stack.client("dynamodb"), data_stack.outputs["MainTable"]

    def fill(partition: str, size: int) -> None:
        for start in range(0, size, 25):
            puts = [
                {"PutRequest": {"Item": {"pk": {"S": partition}, "sk": {"S": f"{n:08d}"}}}}
                for n in range(start, start + 25)
            ]
            client.batch_write_item(RequestItems={table: puts})

    def page(partition: str) -> float:
        times = []
        for _ in range(15):
            began = time.perf_counter()
            client.query(
                TableName=table,
                KeyConditionExpression="pk = :p",
                ExpressionAttributeValues={":p": {"S": partition}},
                Limit=50,
                ScanIndexForward=False,
            )
            times.append(time.perf_counter() - began)
        return min(times)

    fill("T#order#SMALL", 100)
    fill("T#order#LARGE", 5000)
    assert page("T#order#LARGE") < 2 * page("T#order#SMALL") + 0.005
