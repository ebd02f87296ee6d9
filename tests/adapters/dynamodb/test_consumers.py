"""What the consumers read is what the transaction wrote (TRA-01, TRA-03, TRA-06; architecture §6)."""

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from chalicelib.adapters.dynamodb import keys
from chalicelib.adapters.dynamodb.consumers import (
    DynamoHistoryDays,
    DynamoOpenWork,
    DynamoTruth,
    fact_of,
    process_of,
)
from chalicelib.adapters.dynamodb.keys import RefusedKey
from chalicelib.adapters.dynamodb.unit_of_work import UnitOfWork
from chalicelib.application.conducting.interests import DESK_CHANGED, FLOWS, INTERESTS, STATISTICS
from chalicelib.application.conducting.ports import HistoryFact
from chalicelib.application.references import ProcessKey
from chalicelib.application.transaction import Operation
from chalicelib.domain import history
from chalicelib.domain.handling import conclude
from chalicelib.domain.identity import Actor
from chalicelib.domain.process import Act, Change
from tests.application.conducting.world import ANA, ORIGIN, START, a_process, a_routing

ZONE = ZoneInfo("America/Sao_Paulo")


@pytest.fixture
def write(connection, tenant):
    """``write(change, before, at)``: commit a change as a use case would."""
    made = []

    def commit(change, before=None, at=START):
        operation = Operation(ANA.id, f"operation-{len(made)}", "digest")
        work = UnitOfWork(connection, tenant, operation, at, ZONE)
        work.load(ProcessKey(change.process.id))
        made.append(work.change_process(before, change))
        work.commit({})
        return made[-1]

    return commit


def started(tenant, *routings):
    process = a_process(tenant=tenant, nup=f"00001.{abs(hash(tenant)) % 10**6:06d}/2026", routings=routings)
    acts = [Act(ANA, ORIGIN, history.ProcessStarted("public"))]
    acts += [Act(ANA, r.destination, history.ProcessSent("PROT", r.id)) for r in routings]
    return Change(process, tuple(acts), routings)


def test_truth_is_the_process_with_its_open_routings(write, connection, tenant):
    written = write(started(tenant, a_routing()))
    assert DynamoTruth(connection, tenant).process("p1") == written
    assert DynamoTruth(connection, tenant).process("p2") is None
    assert DynamoTruth(connection, tenant + "x").process("p1") is None


def test_routing_leaves_the_open_work_when_nothing_is_awaited_any_more(write, connection, tenant):
    due = a_routing("r1", return_due=date(2026, 12, 1))
    before = write(started(tenant, due, a_routing("r2")))
    work = DynamoOpenWork(tenant)
    assert sorted(work.routings()) == [("p1", "r1"), ("p1", "r2")]
    received = a_routing("r2").received(START)
    act = Act(ANA, received.destination, history.ProcessReceived())
    write(Change(replace(before, routings=(due,)), (act,), (received,)), before)
    assert list(work.routings()) == [("p1", "r1")]


def test_history_of_an_interval_has_every_unit_and_both_its_days(write, connection, tenant):
    before = write(started(tenant, a_routing()))
    late = START + timedelta(hours=14)
    act = Act(ANA, ORIGIN, history.ProgressRecorded("Vistoria feita"))
    write(Change(before, (act,)), before, at=late)
    days = DynamoHistoryDays(connection, tenant, ["prot", "unit-r1", "other"], ZONE)
    facts = sorted((fact.n, fact.kind) for fact in days.facts(START, late))
    assert facts == [(1, "process_started"), (2, "process_sent"), (3, "progress_recorded")]
    assert {fact.n for fact in days.facts(START + timedelta(seconds=1), late)} == {3}
    assert list(days.facts(late + timedelta(seconds=1), late + timedelta(hours=1))) == []


def test_stream_record_is_read_as_where_and_what(write, data_stack, tenant):
    write(started(tenant))
    streams = data_stack.client("dynamodbstreams")
    images = [record["dynamodb"] for record in records(streams, data_stack.outputs["HistoryStream"])]
    mine = [image for image in images if tenant in image["Keys"]["pk"]["S"]]
    assert [fact_of(image["NewImage"]) for image in mine] == [HistoryFact(tenant, "p1", 1, "process_started")]
    assert process_of(mine[0]["Keys"]) == (tenant, "p1")


def test_line_of_a_unit_s_own_log_is_told_as_fact_zero(tenant):
    """It has no place in the chain, but the unit's figures move (TRA-09, TRA-13)."""
    pk, sk = keys.desk_entry(tenant, "p1", "semad", START, "operation", 0)
    image = {"pk": {"S": pk}, "sk": {"S": sk}, "kind": {"S": DESK_CHANGED}}
    assert fact_of(image) == HistoryFact(tenant, "p1", 0, DESK_CHANGED)
    assert DESK_CHANGED in INTERESTS[STATISTICS]
    assert DESK_CHANGED not in INTERESTS[FLOWS]


@pytest.mark.parametrize("pk", ["T#ubatuba#UNIT#semad", "T#ubatuba#P", "P#p1", "T#ubatuba#P#p1#x"])
def test_key_that_is_no_process_is_refused(pk):
    with pytest.raises(RefusedKey):
        process_of({"pk": {"S": pk}})


def test_scheduled_reopening_is_open_work_until_its_day(write, connection, tenant):
    process = a_process(tenant=tenant, nup=f"00002.{abs(hash(tenant)) % 10**6:06d}/2026")
    before = write(Change(process, (Act(ANA, ORIGIN, history.ProcessStarted("public")),)))
    actor = Actor(tenant, ANA, ORIGIN, "pmu")
    write(conclude(before, actor, START, date(2026, 12, 1)), before)
    work = DynamoOpenWork(tenant)
    assert list(work.reopenings(date(2026, 11, 30))) == []
    assert list(work.reopenings(date(2026, 12, 1))) == [("p1", "prot", date(2026, 12, 1))]


def records(streams, stream):
    """Every record the stream holds."""
    found = []
    for shard in streams.describe_stream(StreamArn=stream)["StreamDescription"]["Shards"]:
        place = streams.get_shard_iterator(
            StreamArn=stream, ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON"
        )["ShardIterator"]
        while place:
            answer = streams.get_records(ShardIterator=place, Limit=1000)
            found += answer["Records"]
            place = answer.get("NextShardIterator") if answer["Records"] else None
    return found
