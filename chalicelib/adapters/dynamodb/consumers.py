"""What the consumers of the history read: the state, what is open, the history by day, a stream's record."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from pynamodb.connection import Connection

from chalicelib.application.conducting.ports import HistoryFact
from chalicelib.application.references import FlowRunKey, ProcessKey
from chalicelib.domain.account import letters_of
from chalicelib.domain.flow_run import FlowRun
from chalicelib.domain.process import Process

from . import keys, records
from .items import HistoryItem, MainItem


class DynamoTruth:
    """Implements ``conducting.ports.Truth`` for one tenant."""

    def __init__(self, connection: Connection, tenant: str) -> None:
        self._connection = connection
        self._tenant = tenant

    def process(self, process: str) -> Process | None:
        """One consistent read."""
        key = ProcessKey(process)
        pair = records.address(self._tenant, key)
        found: Process | None = records.restore(key, records.batch_get(self._connection, [pair]).get(pair))
        return found


class DynamoOpenWork:
    """Implements ``conducting.ports.OpenWork`` for one tenant, by the second index of the main table."""

    def __init__(self, tenant: str) -> None:
        self._tenant = tenant

    def routings(self) -> Iterator[tuple[str, str]]:
        """The index's sort key is (due date, process, routing)."""
        for item in MainItem.second.query(keys.open_routings(self._tenant)):
            yield keys.of_process(item.pk)[1], keys.last_part(item.sk)

    def reopenings(self, until: date) -> Iterator[tuple[str, str, date]]:
        """The index's sort key begins with the day of the reopening."""
        condition = MainItem.gsi2sk < keys.part((until + timedelta(days=1)).isoformat())
        for item in MainItem.second.query(keys.reopenings(self._tenant), range_key_condition=condition):
            day = date.fromisoformat(item.gsi2sk[:10])
            yield keys.of_process(item.pk)[1], keys.last_part(item.sk), day


class DynamoFlowTruth:
    """Implements ``conducting.flow_ports.FlowTruth`` for one tenant."""

    def __init__(self, connection: Connection, tenant: str) -> None:
        self._connection = connection
        self._tenant = tenant

    def run(self, process: str) -> FlowRun | None:
        """One consistent read."""
        key = FlowRunKey(process)
        pair = records.address(self._tenant, key)
        found: FlowRun | None = records.restore(key, records.batch_get(self._connection, [pair]).get(pair))
        return found


class DynamoOpenFlows:
    """Implements ``conducting.flow_ports.OpenFlows`` for one tenant, by the second index of the main table."""

    def __init__(self, tenant: str) -> None:
        self._tenant = tenant

    def runs(self) -> Iterator[tuple[str, str]]:
        """The index's sort key ends with (process, run); the oldest first."""
        for item in MainItem.second.query(keys.flows_open(self._tenant), attributes_to_get=["pk", "gsi2sk"]):
            yield keys.of_process(item.pk)[1], keys.last_part(item.gsi2sk)


class DynamoHistoryDays:
    """Implements ``conducting.ports.HistoryDays`` for one tenant, by the units' days of the history.

    A query per unit and civil day: a city has hundreds of units, not of thousands, and no index of its own
    is then needed only for sweeping.
    """

    def __init__(self, connection: Connection, tenant: str, units: Sequence[str], zone: ZoneInfo) -> None:
        self._client: Any = connection.client
        self._tenant = tenant
        self._units = units
        self._zone = zone

    def facts(self, since: datetime, until: datetime) -> Iterator[HistoryFact]:
        """Both ends included, to the microsecond."""
        first, last = since.astimezone(UTC), until.astimezone(UTC)
        for day in _days(first.astimezone(self._zone).date(), last.astimezone(self._zone).date()):
            for unit in self._units:
                pages = self._client.get_paginator("query").paginate(
                    TableName=HistoryItem.Meta.table_name,
                    IndexName="gsi1",
                    KeyConditionExpression="gsi1pk = :pk AND gsi1sk BETWEEN :first AND :last",
                    ExpressionAttributeValues={
                        ":pk": {"S": keys.unit_day(self._tenant, unit, day.isoformat())},
                        ":first": {"S": keys.moment(first)},
                        ":last": {"S": keys.moment(last) + keys.LAST},
                    },
                    ProjectionExpression="pk, sk, kind",
                )
                for page in pages:
                    yield from filter(None, map(fact_of, page["Items"]))


def fact_of(image: Mapping[str, Any]) -> HistoryFact | None:
    """The fact of a stream record's NewImage. Raises KeyError, ValueError for what is no history entry.

    None for what the administration or operators changed: no process is told.

    A line of a unit's own log stands as fact zero: it has no place in the chain, so no mark moves. So does a change of
    how a person enters, and what is asked at the door, under a name that tells nobody who it is.
    """
    if keys.is_of_register(image["pk"]["S"]) or keys.is_of_operators(image["pk"]["S"]):
        return None
    of_desk = keys.of_desk(image["pk"]["S"])
    if of_desk:
        return HistoryFact(*of_desk, 0, image["kind"]["S"])
    of_account = keys.of_account(image["pk"]["S"])
    if of_account:
        return HistoryFact(of_account[0], letters_of(of_account[1]), 0, image["kind"]["S"])
    of_letters = keys.of_letters(image["pk"]["S"])
    if of_letters:
        return HistoryFact(*of_letters, 0, image["kind"]["S"])
    tenant, process = keys.of_process(image["pk"]["S"])
    return HistoryFact(tenant, process, int(image["sk"]["S"]), image["kind"]["S"])


def is_flow_wait(keys_of_record: Mapping[str, Any]) -> bool:
    """Whether a record of the waits' stream is about a flow's step. Raises KeyError."""
    return keys.is_flow_wait(keys_of_record["sk"]["S"])


def process_of(keys_of_record: Mapping[str, Any]) -> tuple[str, str]:
    """(tenant, process) of a stream record's Keys. Raises KeyError, ValueError."""
    return keys.of_process(keys_of_record["pk"]["S"])


def _days(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += timedelta(days=1)
