"""Queries of the embedded DynamoDB that read only what they return, as AWS's do.

Runs inside the emulator's process. ministack 1.5.33 sorts the whole partition and evaluates the key condition on
every item of it: a page of 50 rows took 3 s in a unit with 50,000 processes. Here the order of each partition that
was queried is kept, and ministack's own ``Query`` is given only the items around the page that was asked for. What
it validates, filters, projects and answers stays its own; a query of another form goes through untouched.
"""

import re
import threading
from bisect import bisect_left, bisect_right, insort
from types import FunctionType
from typing import Any

from ministack.services import dynamodb

Key = tuple[str, ...]
LAST = "\U0010ffff"
NAME = r"(?P<{0}>[#\w.-]+)"
EQUAL = re.compile(rf"^{NAME.format('hash')} = (?P<value>:\w+)(?: AND (?P<rest>.+))?$")
BEGINS = re.compile(rf"^begins_with ?\( ?{NAME.format('range')} ?, ?(?P<low>:\w+) ?\)$")
BETWEEN = re.compile(rf"^{NAME.format('range')} BETWEEN (?P<low>:\w+) AND (?P<high>:\w+)$")
COMPARED = re.compile(rf"^{NAME.format('range')} (?P<sign><=|>=|<|>|=) (?P<low>:\w+)$")

_lock = threading.Lock()
# Table object's id -> (the table, index name or "" -> partition -> keys in order).
_orders: dict[int, tuple[dict[str, Any], dict[str, dict[str, list[Key]]]]] = {}


def apply() -> None:
    """Once, before the first request."""
    whole, stored, removed, replaced = (
        dynamodb._query,
        dynamodb._set_item,
        dynamodb._remove_item,
        dynamodb._items_replaced,
    )

    def query(data: dict[str, Any]) -> Any:
        near = _near(data)
        if near is None:
            return whole(data)
        name, table = near
        return FunctionType(whole.__code__, {**vars(dynamodb), "_tables": {name: table}})(data)

    def set_item(table: dict[str, Any], partition: str, sort: str, item: dict[str, Any]) -> Any:
        before = stored(table, partition, sort, item)
        _moved(table, partition, sort, before, item)
        return before

    def remove_item(table: dict[str, Any], partition: str, sort: str) -> Any:
        before = removed(table, partition, sort)
        _moved(table, partition, sort, before, None)
        return before

    def items_replaced(table: dict[str, Any]) -> Any:
        with _lock:
            _orders.pop(id(table), None)
        return replaced(table)

    dynamodb._query, dynamodb._set_item = query, set_item
    dynamodb._remove_item, dynamodb._items_replaced = remove_item, items_replaced


def _near(data: dict[str, Any]) -> tuple[str, dict[str, Any]] | None:
    """(table name, the table with only the items near the page asked for), or None for any other query."""
    name = dynamodb._normalize_table_name(data.get("TableName"))
    table = dynamodb._tables.get(name) if isinstance(name, str) else None
    limit, index = data.get("Limit"), data.get("IndexName") or ""
    if not table or not isinstance(limit, int) or limit < 1:
        return None
    hash_name, range_name = _names(table, index)
    asked = _asked(data, hash_name, range_name)
    if asked is None:
        return None
    partition, low, high = asked
    with _lock:
        keys = _order(table, index, partition, hash_name, range_name)
        start, end = bisect_left(keys, (low,)), bisect_right(keys, (high, LAST, LAST))
        cursor = _cursor(data.get("ExclusiveStartKey"), table, range_name, index)
        if data.get("ScanIndexForward", True):
            start = max(start, bisect_left(keys, cursor)) if cursor else start
            chosen = keys[start : min(end, start + limit + 1)]
        else:
            end = min(end, bisect_right(keys, cursor)) if cursor else end
            chosen = keys[max(start, end - limit - 1) : end]
        return name, _narrowed(table, index, partition, chosen)


def _names(table: dict[str, Any], index: str) -> tuple[str, str]:
    """(hash, range) attribute names; empty where the form is not the one dealt with here."""
    if not index:
        return table["pk_name"], table.get("sk_name") or ""
    definition = dynamodb._index_def(table, index)
    hashes, ranges = dynamodb._index_key_lists(definition) if definition else ([], [])
    return (hashes[0], ranges[0]) if len(hashes) == len(ranges) == 1 else ("", "")


def _asked(data: dict[str, Any], hash_name: str, range_name: str) -> tuple[str, str, str] | None:
    """(partition, lowest, highest sort key) of a key condition on text keys."""
    text = " ".join(str(data.get("KeyConditionExpression") or "").split())
    while text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    names, values = data.get("ExpressionAttributeNames") or {}, data.get("ExpressionAttributeValues") or {}
    match = EQUAL.match(text)
    if not match or not range_name or names.get(match["hash"], match["hash"]) != hash_name:
        return None
    partition = values.get(match["value"], {}).get("S")
    bounds = ("", LAST) if match["rest"] is None else _bounds(match["rest"], names, values, range_name)
    return (partition, *bounds) if isinstance(partition, str) and bounds else None


def _bounds(
    text: str, names: dict[str, str], values: dict[str, Any], range_name: str
) -> tuple[str, str] | None:
    """(lowest, highest); wider than asked at an open end, which the query itself then leaves out."""
    match = BEGINS.match(text) or BETWEEN.match(text) or COMPARED.match(text)
    if not match or names.get(match["range"], match["range"]) != range_name:
        return None
    found = match.groupdict()
    low = values.get(found["low"], {}).get("S")
    if not isinstance(low, str):
        return None
    if found.get("high"):
        high = values.get(found["high"], {}).get("S")
        return (low, high) if isinstance(high, str) else None
    if found.get("sign") == "=":
        return low, low
    # An open end leaves out the bound itself: a page of exactly the limit would then lack one item.
    return (low, low + LAST) if "sign" not in found else None


def _order(table: dict[str, Any], index: str, partition: str, hash_name: str, range_name: str) -> list[Key]:
    """The partition's keys in order, made at its first query and kept since."""
    known, orders = _orders.setdefault(id(table), (table, {}))
    if known is not table:
        _orders[id(table)] = (table, orders := {})
    partitions = orders.setdefault(index, {})
    if partition not in partitions:
        items = table["items"]
        if index:
            members = dynamodb._index_members(table)[index].get(partition, ())
            keys = [(items[pk][sk][range_name]["S"], pk, sk) for pk, sk in members]
        else:
            keys = [(sort,) for sort in items.get(partition, {})]
        partitions[partition] = sorted(keys)
    return partitions[partition]


def _cursor(start: dict[str, Any] | None, table: dict[str, Any], range_name: str, index: str) -> Key | None:
    if not isinstance(start, dict):
        return None
    names = (range_name, table["pk_name"], table["sk_name"]) if index else (range_name,)
    return tuple(str(start.get(name, {}).get("S", "")) for name in names)


def _narrowed(table: dict[str, Any], index: str, partition: str, keys: list[Key]) -> dict[str, Any]:
    items = table["items"]
    places = [(key[1], key[2]) for key in keys] if index else [(partition, key[0]) for key in keys]
    near: dict[str, dict[str, Any]] = {}
    for pk, sk in places:
        near.setdefault(pk, {})[sk] = items[pk][sk]
    members = {index: {partition: dict.fromkeys(places)}} if index else {}
    return {**table, "items": near, dynamodb._INDEX_MEMBERS: members}


def _moved(table: dict[str, Any], pk: str, sk: str, before: Any, after: Any) -> None:
    """Keep the orders that were already made in step with one item's change."""
    with _lock:
        known, orders = _orders.get(id(table), (None, {}))
        if known is not table:
            return
        for index, partitions in orders.items():
            hash_name, range_name = _names(table, index)
            old, new = (_place(item, index, pk, sk, hash_name, range_name) for item in (before, after))
            if old == new:
                continue
            if old and old[0] in partitions:
                keys = partitions[old[0]]
                place = bisect_left(keys, old[1])
                if place < len(keys) and keys[place] == old[1]:
                    del keys[place]
            if new and new[0] in partitions:
                insort(partitions[new[0]], new[1])


def _place(
    item: dict[str, Any] | None, index: str, pk: str, sk: str, hash_name: str, range_name: str
) -> tuple[str, Key] | None:
    if item is None:
        return None
    if not index:
        return pk, (sk,)
    if hash_name not in item or range_name not in item:
        return None
    return item[hash_name]["S"], (item[range_name]["S"], pk, sk)
