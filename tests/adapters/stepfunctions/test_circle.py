"""The whole circle on the embedded AWS, without one dual write: a transaction in DynamoDB, its history entry on
the bus, the flows queue, the execution, its wait, the wait's stream, the answer (TRA-01, TRA-03, TRA-06; §8.4).

The parts that Lambda plays are played by ``Round``, which polls the same streams and queues and calls the doors.
"""

import json
import os
import uuid
from datetime import UTC, date, datetime, timedelta
from functools import partial
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from pynamodb.connection import Connection

from chalicelib.adapters.dynamodb import items, projections
from chalicelib.adapters.dynamodb.consumers import (
    DynamoFlowTruth,
    DynamoOpenFlows,
    DynamoOpenWork,
    DynamoTruth,
    fact_of,
    is_flow_wait,
    process_of,
)
from chalicelib.adapters.dynamodb.projections import Projections
from chalicelib.adapters.dynamodb.unit_of_work import UnitOfWork
from chalicelib.adapters.eventbridge import EventBridgeBus
from chalicelib.adapters.stepfunctions.conductor import execution_arn
from chalicelib.adapters.stepfunctions.flow_conductor import FlowConductor
from chalicelib.adapters.waits import DynamoStepWaits
from chalicelib.application.conducting.flow_ports import FlowConducting
from chalicelib.application.conducting.interests import INTERESTS
from chalicelib.application.conducting.plan import plan
from chalicelib.application.conducting.ports import Conducting
from chalicelib.application.conducting.reopen_when_due import reopen_when_due
from chalicelib.application.references import ProcessKey
from chalicelib.application.transaction import Operation, transact
from chalicelib.domain import history
from chalicelib.domain.handling import conclude, receive
from chalicelib.domain.identity import Actor
from chalicelib.domain.organisation import Unit
from chalicelib.domain.process import Act, Change
from chalicelib.domain.sending import Order, send
from chalicelib.events.flows import Conductors, Waiting, handle_flows, handle_waits
from chalicelib.events.history_stream import publish_history
from chalicelib.events.reconciliation import handle_reconciliation
from chalicelib.events.statistics import handle_statistics
from tests.adapters.counting import inbox_counters
from tests.adapters.stepfunctions.test_executed_routing import status, until
from tests.application.conducting.world import ANA, ORIGIN, a_process, a_routing

ZONE = ZoneInfo("America/Sao_Paulo")
SEMAD = Unit("semad", "SEMAD", "Secretaria de Administração", "pmu", "2")


class Round:
    """One tenant's consumers over the embedded services; ``turn()`` delivers whatever has arrived."""

    def __init__(self, data_stack, stage):
        self.stage, self.tenant = stage, stage.tenant
        self.ahead = timedelta()
        self.connection = Connection()
        self.streams = data_stack.client("dynamodbstreams")
        self.places = {
            name: self._beginning(data_stack.outputs[name]) for name in ("HistoryStream", "WaitsStream")
        }
        self.events = events = data_stack.client("events")
        self.bus = EventBridgeBus(events, self.tenant)
        self.letters = []
        events.create_event_bus(Name=self.tenant)
        self.statistics = stage.sqs.create_queue(QueueName=f"{self.tenant}-statistics")["QueueUrl"]
        for name, queue in (("flows", stage.queue), ("statistics", self.statistics)):
            self._rule(events, name, queue)

    def close(self):
        for consumer in INTERESTS:
            self.events.remove_targets(Rule=consumer, EventBusName=self.tenant, Ids=["queue"])
            self.events.delete_rule(Name=consumer, EventBusName=self.tenant)
        self.events.delete_event_bus(Name=self.tenant)
        self.stage.sqs.delete_queue(QueueUrl=self.statistics)
        for execution in self.stage.conductor.running():
            self.stage.conductor.stop(execution_arn(self.stage.machine, execution), "end of the trial")

    def _rule(self, events, consumer, queue):
        attributes = self.stage.sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])
        kinds = sorted(INTERESTS[consumer])
        pattern = json.dumps({"source": ["iperoig.history"], "detail-type": kinds})
        events.put_rule(Name=consumer, EventBusName=self.tenant, EventPattern=pattern)
        target = {"Id": "queue", "Arn": attributes["Attributes"]["QueueArn"]}
        events.put_targets(Rule=consumer, EventBusName=self.tenant, Targets=[target])

    def _beginning(self, stream):
        shards = self.streams.describe_stream(StreamArn=stream)["StreamDescription"]["Shards"]
        return [
            self.streams.get_shard_iterator(
                StreamArn=stream, ShardId=shard["ShardId"], ShardIteratorType="LATEST"
            )["ShardIterator"]
            for shard in shards
        ]

    def now(self):
        return datetime.now(UTC) + self.ahead

    def conducting(self, tenant):
        assert tenant == self.tenant
        marks = Projections(self.connection, tenant)
        truth = DynamoTruth(self.connection, tenant)
        return Conducting(
            tenant, ZONE, self.now, truth, self.stage.waits, self.stage.conductor, marks, self.bus, self.letters.append
        )

    def flows(self, tenant):
        connection, machines = self.connection, self.stage.machine.replace("routing-", "flow-")
        waits = DynamoStepWaits(connection.client, self.stage.waits._table, tenant)
        return FlowConducting(
            tenant, ZONE, self.now, DynamoFlowTruth(connection, tenant), waits,
            FlowConductor(self.stage.states, tenant, machines), Projections(connection, tenant), self.bus,
            self.letters.append,
        )  # fmt: skip

    def reconcile(self):
        """The daily round, for routings."""
        done = handle_reconciliation(
            [self.tenant], self.conducting, DynamoOpenWork, self.reopen, self.flows, DynamoOpenFlows
        )
        return done[self.tenant][0]

    def begin(self, operation):
        return UnitOfWork(self.connection, self.tenant, operation, self.now(), ZONE)

    def reopen(self, tenant, process, unit, day):
        ports = SimpleNamespace(tenant=tenant, zone=ZONE, now=self.now, begin=self.begin)
        return reopen_when_due(ports, process, unit, day)

    def do(self, act):
        """Commit what ``act(process)`` gives, as a use case does; None is the absent process."""
        key = uuid.uuid4().hex

        def attempt(work):
            (before,) = work.load(ProcessKey("p1"))
            work.change_process(before, act(before))
            return {}

        transact(lambda: self.begin(Operation(ANA.id, key, key)), attempt)
        return DynamoTruth(self.connection, self.tenant).process("p1")

    def turn(self):
        marks = partial(Projections, self.connection)
        mine = [r for r in self._records("HistoryStream") if self.tenant in r["dynamodb"]["Keys"]["pk"]["S"]]
        assert publish_history({"Records": mine}, fact_of, self.bus) == {"batchItemFailures": []}
        outside = Conductors(self.conducting, marks, self.reopen, self.flows, lambda *_: False)
        assert handle_flows(self._messages(self.stage.queue), outside) == {"batchItemFailures": []}
        waits = [r for r in self._records("WaitsStream") if self.tenant in r["dynamodb"]["Keys"]["pk"]["S"]]
        waiting = Waiting(process_of, is_flow_wait)
        done = handle_waits({"Records": waits}, waiting, self.conducting, self.flows)
        assert done == {"batchItemFailures": []}
        counted = handle_statistics(
            self._messages(self.statistics), partial(DynamoTruth, self.connection), marks, marks
        )
        assert counted == {"batchItemFailures": []}

    def _records(self, name):
        found, places = [], []
        for place in self.places[name]:
            answer = self.streams.get_records(ShardIterator=place)
            found += answer["Records"]
            places.append(answer["NextShardIterator"])
        self.places[name] = places
        return found

    def _messages(self, queue):
        found = self.stage.sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", [])
        for message in found:
            self.stage.sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
        return {"Records": [{"messageId": m["MessageId"], "body": m["Body"]} for m in found]}

    def until(self, condition):
        def look():
            self.turn()
            return condition()

        return until(look, 20)

    def wait(self):
        return self.stage.waits.of_process("p1").get("r1")

    def counters(self, unit):
        return inbox_counters(self.connection, self.tenant, unit, "ana.lima")


@pytest.fixture
def circle(data_stack, make_stage):
    names = data_stack.endpoint.credentials
    os.environ |= {
        "AWS_ENDPOINT_URL": data_stack.endpoint.url,
        "AWS_DEFAULT_REGION": names["region_name"],
        "AWS_REGION": names["region_name"],
        "AWS_ACCESS_KEY_ID": names["aws_access_key_id"],
        "AWS_SECRET_ACCESS_KEY": names["aws_secret_access_key"],
    }
    items.bind(*(data_stack.outputs[name] for name in ("MainTable", "HistoryTable", "SessionsTable")))
    projections.bind(data_stack.outputs["ProjectionsTable"])
    stage = make_stage()
    stage.tenant = stage.conductor._tenant = stage.waits._tenant = f"t{uuid.uuid4().hex[:12]}"
    made = Round(data_stack, stage)
    yield made
    made.close()


def actor(circle, unit):
    return Actor(circle.tenant, ANA, unit, "pmu")


def start(circle, order):
    """A process begun in PROT and sent to SEMAD by ``order``."""
    nup = f"00001.{uuid.uuid4().int % 10**6:06d}/2026"
    process = a_process(tenant=circle.tenant, nup=nup)
    circle.do(lambda _: Change(process, (Act(ANA, ORIGIN, history.ProcessStarted("public")),)))
    return circle.do(lambda p: send(p, actor(circle, ORIGIN), (SEMAD,), ("r1",), order, circle.now()))


def test_sent_received_and_sent_back_leaves_no_execution_and_right_counters(circle):
    due = circle.now().date() + timedelta(days=10)
    start(circle, Order(keep_open=True, return_due=due))
    circle.until(lambda: circle.wait() and circle.wait().phase == "receipt")
    circle.until(lambda: circle.counters("semad")["unread"] == 1)
    circle.do(lambda p: receive(p, actor(circle, SEMAD.short), circle.now()))
    circle.until(lambda: circle.wait() and circle.wait().phase == "return")
    origin = Unit("prot", "PROT", "Protocolo", "pmu", "1")
    circle.do(lambda p: send(p, actor(circle, SEMAD.short), (origin,), ("r2",), Order(), circle.now()))
    circle.until(lambda: status(circle.stage) == "SUCCEEDED")
    circle.until(lambda: set(circle.stage.waits.of_process("p1")) == {"r2"})
    circle.until(lambda: circle.counters("semad")["received"] == 0)
    assert circle.counters("prot") == {
        "received": 0, "generated": 1, "unread": 1, "unassigned": 1, "assigned_to_me": 0, "confidential": 0
    }  # fmt: skip


def test_receipt_before_the_execution_even_waits_is_answered_when_it_does(circle):
    start(circle, Order(keep_open=True))
    circle.do(lambda p: receive(p, actor(circle, SEMAD.short), circle.now()))
    outside = circle.conducting(circle.tenant)
    circle.stage.conductor.start("p1", "r1", _receipt_plan(circle), circle.now())
    assert outside.truth.process("p1").routings == ()
    circle.until(lambda: status(circle.stage) == "SUCCEEDED")
    assert circle.wait() is None


def test_engine_that_lost_its_executions_gets_back_exactly_the_missing_one(circle):
    start(circle, Order(keep_open=True, return_due=date(2027, 12, 1)))
    wait = circle.until(circle.wait)
    circle.stage.conductor.stop(wait.execution, "the engine was restarted")

    assert circle.reconcile().revived == ("r1",)
    assert circle.reconcile().revived == ()
    revived = circle.until(lambda: circle.wait() if circle.wait().token != wait.token else None)
    circle.do(lambda p: receive(p, actor(circle, SEMAD.short), circle.now()))
    circle.until(lambda: circle.wait() and circle.wait().phase == "return")
    assert circle.wait().execution == revived.execution


def test_process_comes_back_on_the_day_its_unit_asked_for(circle):
    day = circle.now().astimezone(ZONE).date() + timedelta(days=1)
    start(circle, Order(keep_open=True))
    circle.do(lambda p: conclude(p, actor(circle, ORIGIN), circle.now(), day))
    circle.until(circle.wait)
    assert circle.reopen(circle.tenant, "p1", "prot", day.isoformat()) is False
    circle.ahead = timedelta(days=2)
    assert circle.reconcile().reopened == ("p1",)
    presence = DynamoTruth(circle.connection, circle.tenant).process("p1").presences["prot"]
    assert presence.open
    assert presence.assignee is None
    entries = DynamoTruth(circle.connection, circle.tenant).process("p1").n
    assert circle.reopen(circle.tenant, "p1", "prot", day.isoformat()) is True
    assert DynamoTruth(circle.connection, circle.tenant).process("p1").n == entries


def _receipt_plan(circle):
    return plan(a_routing(sent_at=circle.now()), circle.now(), ZONE)
