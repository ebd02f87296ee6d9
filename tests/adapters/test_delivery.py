"""Facts and notices reach their queues with ids and kind only (architecture §6)."""

import json
import uuid

import pytest

from chalicelib.adapters.eventbridge import EventBridgeBus, NotTaken
from chalicelib.adapters.sqs import NotQueued, SqsQueues
from chalicelib.application.conducting.interests import FLOWS, INTERESTS
from chalicelib.application.conducting.ports import HistoryFact, Notice

NOTICE = Notice("ubatuba", "p1", "r1", "routing_overdue", "2026-12-02T03:00:00Z")


@pytest.fixture
def post(data_stack):
    """(bus, queue url, read): a bus whose facts of interest to the flows go to a queue."""
    events, sqs = data_stack.client("events"), data_stack.client("sqs")
    name = f"delivery-{uuid.uuid4().hex[:8]}"
    events.create_event_bus(Name=name)
    queue = sqs.create_queue(QueueName=name)["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    pattern = {"source": ["iperoig.history"], "detail-type": sorted(INTERESTS[FLOWS])}
    events.put_rule(Name=name, EventBusName=name, EventPattern=json.dumps(pattern))
    events.put_targets(Rule=name, EventBusName=name, Targets=[{"Id": "queue", "Arn": arn}])

    def read():
        answer = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10, WaitTimeSeconds=2)
        return [json.loads(message["Body"]) for message in answer.get("Messages", [])]

    yield EventBridgeBus(events, name), queue, read
    events.remove_targets(Rule=name, EventBusName=name, Ids=["queue"])
    events.delete_rule(Name=name, EventBusName=name)
    events.delete_event_bus(Name=name)
    sqs.delete_queue(QueueUrl=queue)


def test_facts_of_interest_arrive_and_the_others_do_not(post):
    bus, _, read = post
    facts = [HistoryFact("ubatuba", f"p{n}", n, "process_sent") for n in range(1, 5)]
    others = [HistoryFact("ubatuba", "p9", n, "document_signed") for n in range(1, 9)]
    assert bus.facts([*others, *facts]) == []
    details = [body["detail"] for body in read()]
    assert sorted(details, key=lambda detail: detail["n"]) == [
        {"tenant": "ubatuba", "process": f"p{n}", "n": n, "kind": "process_sent"} for n in range(1, 5)
    ]


def test_what_the_sweeper_sends_again_looks_like_what_the_bus_delivers(post, data_stack):
    bus, queue, read = post
    fact = HistoryFact("ubatuba", "p1", 7, "process_received")
    bus.facts([fact])
    delivered = read()[0]
    SqsQueues(data_stack.client("sqs"), {"flows": queue}).send("flows", [fact] * 11)
    again = read() + read()
    assert len(again) == 11
    for name in ("source", "detail-type", "detail"):
        assert {json.dumps(body[name]) for body in again} == {json.dumps(delivered[name])}


def test_notice_names_its_moment(data_stack):
    class Client:
        def put_events(self, Entries):
            self.entries = Entries
            return {"Entries": [{"EventId": "1"}]}

    client = Client()
    EventBridgeBus(client, "bus").notice(NOTICE)
    (entry,) = client.entries
    assert (entry["Source"], entry["DetailType"]) == ("iperoig.conducting", "routing_overdue")
    assert json.loads(entry["Detail"]) == {
        "tenant": "ubatuba", "process": "p1", "routing": "r1", "kind": "routing_overdue",
        "until": "2026-12-02T03:00:00Z",
    }  # fmt: skip


class Refusing:
    """Refuses every second entry."""

    def put_events(self, Entries):
        return {
            "Entries": [{"ErrorCode": "ThrottlingException"} if n % 2 else {} for n in range(len(Entries))]
        }

    def send_message_batch(self, QueueUrl, Entries):
        return {"Failed": [{"Code": "InternalError"}]}


def test_entries_that_the_bus_refused_are_given_back():
    facts = [HistoryFact("ubatuba", "p1", n, "process_sent") for n in range(12)]
    refused = EventBridgeBus(Refusing(), "bus").facts(facts)
    assert [fact.n for fact in refused] == [1, 3, 5, 7, 9, 11]


def test_refused_notice_and_refused_message_are_errors():
    bus = EventBridgeBus(Refusing(), "bus")
    bus._client.put_events = lambda Entries: {"Entries": [{"ErrorCode": "ThrottlingException"}]}
    with pytest.raises(NotTaken):
        bus.notice(NOTICE)
    with pytest.raises(NotQueued):
        SqsQueues(Refusing(), {"flows": "url"}).send("flows", [HistoryFact("u", "p", 1, "process_sent")])
