"""Projections of the history: inbox counters, consumers' marks, notices given. May be dropped and rebuilt.

Reads and writes go through the connection's own client: a transaction here moves a memory row and up to
three counters by differences, which no single model describes.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pynamodb.connection import Connection

from chalicelib.application.conducting.ports import Counted, Notice, Share

from . import keys

NUMBERS = ("received", "generated", "unread", "unassigned")
MAXIMUM_BATCH = 100
_table = {"name": ""}


def bind(name: str) -> None:
    """Name the table, before the first call."""
    _table["name"] = name


def counters_beside(
    connection: Connection, tenant: str, unit: str, user: str, table: str, places: Sequence[tuple[str, str]]
) -> tuple[Mapping[str, int], Mapping[tuple[str, str], dict[str, Any]]]:
    """``received, generated, unread, unassigned, assigned_to_me`` of a unit's inbox (PRO-01), and in the same call
    items of another table, by their places: the screen shows all.
    """
    own, whole = keys.assigned_counter(tenant, unit, user), keys.inbox_counters(tenant, unit)
    wanted = {
        _table["name"]: {"Keys": [_item(whole), _item(own)]},
        table: {"Keys": [_item(place) for place in places], "ConsistentRead": True},
    }
    found: dict[str, list[Any]] = {_table["name"]: [], table: []}
    client: Any = connection.client
    while wanted:
        answer = client.batch_get_item(RequestItems=wanted)
        for name, items in answer["Responses"].items():
            found[name] += items
        wanted = answer.get("UnprocessedKeys") or {}
    mine, others = (
        {(item["pk"]["S"], item["sk"]["S"]): item for item in found[name]} for name in (_table["name"], table)
    )
    return _counters(mine.get(whole), mine.get(own)), others


def table() -> str:
    """The table's name, as bound."""
    return _table["name"]


def figures(connection: Connection, tenant: str, unit: str) -> dict[str, int]:
    """How many processes open in the unit say each figure (TRA-13), in one call."""
    place = keys.unit_figures(tenant, unit)
    item = _get(connection.client, _table["name"], [place], consistent=False).get(place, {})
    return {word: int(value["N"]) for word, value in item.items() if word not in ("pk", "sk")}


def _counters(whole: Mapping[str, Any] | None, own: Mapping[str, Any] | None) -> dict[str, int]:
    return {name: _number(whole, name) for name in NUMBERS} | {"assigned_to_me": _number(own, "assigned")}


class Projections:
    """Implements ``Counters``, ``Marks`` and ``Register`` of ``conducting.ports`` for one tenant."""

    def __init__(self, connection: Connection, tenant: str) -> None:
        self._client: Any = connection.client
        self._tenant = tenant
        self._table = _table["name"]

    def counted(self, process: str) -> Mapping[str, Counted]:
        """One consistent query (two from about five thousand units on)."""
        pk, _ = keys.counted(self._tenant, process, "")
        pages = self._client.get_paginator("query").paginate(
            TableName=self._table,
            KeyConditionExpression="pk = :pk AND begins_with(sk, :prefix)",
            ExpressionAttributeValues={":pk": {"S": pk}, ":prefix": {"S": keys.COUNTED}},
            ConsistentRead=True,
        )
        return {keys.last_part(item["sk"]["S"]): _counted(item) for page in pages for item in page["Items"]}

    def recount(self, process: str, unit: str, before: Counted, after: Share) -> bool:
        """One transaction: the memory on condition of its version, the counters by the difference."""
        memory = {
            "TableName": self._table,
            "Item": _item(keys.counted(self._tenant, process, unit))
            | {name: {"N": str(getattr(after, name))} for name in NUMBERS}
            | ({"assignee": {"S": after.assignee}} if after.assignee else {})
            | ({"figures": {"SS": sorted(after.figures)}} if after.figures else {})
            | {"version": {"N": str(before.version + 1)}},
            "ConditionExpression": "version = :version" if before.version else "attribute_not_exists(pk)",
        }
        if before.version:
            memory["ExpressionAttributeValues"] = {":version": {"N": str(before.version)}}
        writes: list[dict[str, Any]] = [{"Put": memory}, *self._moves(unit, before.share, after)]
        try:
            self._client.transact_write_items(TransactItems=writes)
        except self._client.exceptions.TransactionCanceledException as error:
            codes = {reason.get("Code") for reason in error.response.get("CancellationReasons", [])}
            if codes <= {"None", "ConditionalCheckFailed", "TransactionConflict"}:
                return False
            raise
        return True

    def _moves(self, unit: str, before: Share, after: Share) -> list[dict[str, Any]]:
        moves = []
        steps = {name: getattr(after, name) - getattr(before, name) for name in NUMBERS}
        steps = {name: step for name, step in steps.items() if step}
        if steps:
            moves.append(self._add(keys.inbox_counters(self._tenant, unit), steps))
        if before.assignee != after.assignee:
            for assignee, step in ((before.assignee, -1), (after.assignee, 1)):
                if assignee:
                    place = keys.assigned_counter(self._tenant, unit, assignee)
                    moves.append(self._add(place, {"assigned": step}))
        said = dict.fromkeys(after.figures - before.figures, 1)
        said |= dict.fromkeys(before.figures - after.figures, -1)
        if said:
            moves.append(self._add(keys.unit_figures(self._tenant, unit), said))
        return moves

    def _add(self, place: tuple[str, str], steps: Mapping[str, int]) -> dict[str, Any]:
        names = sorted(steps)
        return {
            "Update": {
                "TableName": self._table,
                "Key": _item(place),
                "UpdateExpression": "ADD " + ", ".join(f"#n{at} :v{at}" for at in range(len(names))),
                "ExpressionAttributeNames": {f"#n{at}": name for at, name in enumerate(names)},
                "ExpressionAttributeValues": {
                    f":v{at}": {"N": str(steps[name])} for at, name in enumerate(names)
                },
            }
        }

    def reach(self, consumer: str, process: str, n: int) -> None:
        """A mark that would go back is left where it is."""
        try:
            self._client.update_item(
                TableName=self._table,
                Key=_item(keys.mark(self._tenant, process, consumer)),
                UpdateExpression="SET n = :n",
                ConditionExpression="attribute_not_exists(n) OR n < :n",
                ExpressionAttributeValues={":n": {"N": str(n)}},
            )
        except self._client.exceptions.ConditionalCheckFailedException:
            return

    def reached(self, consumer: str, processes: Iterable[str]) -> Mapping[str, int]:
        """Batches of a hundred marks."""
        places = {keys.mark(self._tenant, process, consumer): process for process in processes}
        found = _get(self._client, self._table, list(places), consistent=True)
        return {places[place]: _number(item, "n") for place, item in found.items()}

    def given(self, notice: Notice) -> bool:
        place = self._place(notice)
        return place in _get(self._client, self._table, [place], consistent=True)

    def note(self, notice: Notice) -> None:
        self._client.put_item(TableName=self._table, Item=_item(self._place(notice)))

    def _place(self, notice: Notice) -> tuple[str, str]:
        return keys.notice(self._tenant, notice.process, notice.routing, notice.kind, notice.until)


def _item(place: tuple[str, str]) -> dict[str, Any]:
    return {"pk": {"S": place[0]}, "sk": {"S": place[1]}}


def _number(item: Mapping[str, Any] | None, name: str) -> int:
    return int(item[name]["N"]) if item and name in item else 0


def _counted(item: Mapping[str, Any]) -> Counted:
    assignee = item["assignee"]["S"] if "assignee" in item else None
    said = frozenset(item["figures"]["SS"]) if "figures" in item else frozenset[str]()
    share = Share(**{name: _number(item, name) for name in NUMBERS}, assignee=assignee, figures=said)
    return Counted(share, _number(item, "version"))


def _get(
    client: Any, table: str, places: list[tuple[str, str]], consistent: bool
) -> dict[tuple[str, str], Mapping[str, Any]]:
    found = {}
    wanted = [_item(place) for place in places]
    while wanted:
        chunk, wanted = wanted[:MAXIMUM_BATCH], wanted[MAXIMUM_BATCH:]
        answer = client.batch_get_item(RequestItems={table: {"Keys": chunk, "ConsistentRead": consistent}})
        for item in answer["Responses"].get(table, []):
            found[(item["pk"]["S"], item["sk"]["S"])] = item
        wanted += answer.get("UnprocessedKeys", {}).get(table, {}).get("Keys", [])
    return found
