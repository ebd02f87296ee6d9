"""A batch is dealt with process by process, and only what failed comes back (architecture §6)."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from chalicelib.application.conducting.ports import Counted, HistoryFact, Share
from chalicelib.events.carrying import handle_mail
from chalicelib.events.flows import Conductors, Waiting, handle_flows, handle_waits
from chalicelib.events.history_stream import publish_history
from chalicelib.events.messages import TenantsFailed, for_each_tenant
from chalicelib.events.reconciliation import handle_reconciliation
from chalicelib.events.statistics import handle_statistics
from chalicelib.events.sweeping import handle_sweeping
from tests.application.conducting.flow_world import FlowWorld
from tests.application.conducting.world import World, a_process, a_routing
from tests.application.mailing.post import Post
from tests.domain.flow_examples import begun
from tests.domain.mail_examples import LETTER


def entry(sequence, process="p1", name="INSERT"):
    image = {"pk": {"S": process}, "sk": {"S": sequence}}
    return {"eventName": name, "dynamodb": {"SequenceNumber": sequence, "NewImage": image, "Keys": image}}


def fact(identifier, process="p1", n=1):
    detail = {"tenant": "ubatuba", "process": process, "n": n, "kind": "process_sent"}
    return message(identifier, {"detail-type": "process_sent", "detail": detail})


def message(identifier, body):
    return {"messageId": identifier, "body": body if isinstance(body, str) else json.dumps(body)}


def failed(answer):
    return [one["itemIdentifier"] for one in answer["batchItemFailures"]]


class Marks:
    def __init__(self):
        self.reached_by = {}

    def reach(self, consumer, process, n):
        self.reached_by[(consumer, process)] = n


class RefusingBus:
    """Takes everything but the entries of some processes."""

    def __init__(self, *refused):
        self.refused = refused
        self.taken = []

    def facts(self, facts):
        self.taken += [one for one in facts if one.process not in self.refused]
        return [one for one in facts if one.process in self.refused]


def read(image):
    if image["pk"]["S"] == "unreadable":
        raise ValueError
    return HistoryFact("ubatuba", image["pk"]["S"], int(image["sk"]["S"]), "process_sent")


def test_only_the_entries_that_the_bus_refused_are_delivered_again():
    bus = RefusingBus("p2")
    event = {"Records": [entry("1"), entry("2", "p2"), entry("3", "unreadable"), entry("4", "p3")]}
    assert failed(publish_history(event, read, bus)) == ["3", "2"]
    assert [one.process for one in bus.taken] == ["p1", "p3"]


def test_only_new_entries_are_published():
    bus = RefusingBus()
    assert failed(publish_history({"Records": [entry("1", name="REMOVE")]}, read, bus)) == []
    assert bus.taken == []


@pytest.fixture
def world():
    world = World()
    world.put(a_routing("r1", return_due=date(2026, 12, 1)))
    return world


@pytest.fixture
def reopened():
    return []


@pytest.fixture
def flows():
    """A process whose flow is at its first step, and the engine that waits for it."""
    return FlowWorld(datetime(2026, 11, 23, 15, tzinfo=UTC), begun()[1])


@pytest.fixture
def conductors(world, reopened, flows):
    marks = Marks()

    def conducting(tenant):
        if tenant != "ubatuba":
            raise LookupError(tenant)
        return world.outside()

    def told(*what):
        return bool(reopened.append(what)) or True

    return Conductors(conducting, lambda _: marks, told, lambda _: flows.outside(), told)


def test_facts_of_one_process_are_dealt_with_once_and_marked_by_the_newest(conductors, world):
    event = {"Records": [fact("a", n=4), fact("b", n=6), fact("c", n=5)]}
    assert failed(handle_flows(event, conductors)) == []
    assert list(world.executions) == ["r1"]
    assert conductors.marks("ubatuba").reached_by == {("flows", "p1"): 6}


def test_trouble_with_one_process_does_not_hold_back_the_others(conductors, world):
    world.put(a_routing("r2", process="p2"))
    truth = world.process

    def broken(process):
        if process == "p1":
            raise RuntimeError("not now")
        return truth(process)

    world.process = broken
    event = {
        "Records": [fact("a"), fact("b", "p2"), fact("c"), message("d", "no json"), message("e", {"x": 1})]
    }
    assert failed(handle_flows(event, conductors)) == ["d", "e", "a", "c"]
    assert list(world.executions) == ["r2"]
    assert ("flows", "p1") not in conductors.marks("ubatuba").reached_by


def test_moment_that_has_come_is_told_once_however_often_it_is_delivered(conductors, world):
    world.now = datetime(2026, 12, 2, 4, 0, tzinfo=UTC)
    body = {
        "kind": "routing_overdue", "tenant": "ubatuba", "process": "p1", "routing": "r1",
        "until": "2026-12-02T03:00:00Z",
    }  # fmt: skip
    event = {"Records": [message("a", body), message("b", body)]}
    for _ in range(2):
        assert failed(handle_flows(event, conductors)) == []
    assert [notice.kind for notice in world.notices] == ["routing_overdue"]


def test_reopening_is_asked_of_the_unit_and_day_of_the_message(conductors, reopened):
    body = {
        "kind": "reopening_due",
        "tenant": "ubatuba",
        "process": "p1",
        "unit": "prot",
        "day": "2026-12-01",
    }
    assert failed(handle_flows({"Records": [message("a", body)]}, conductors)) == []
    assert reopened == [("ubatuba", "p1", "prot", "2026-12-01")]


def test_moment_of_an_unknown_kind_or_tenant_is_set_aside(conductors):
    body = {"kind": "something", "tenant": "ubatuba", "process": "p1", "routing": "r1", "until": "x"}
    other = fact("b") | {"body": json.dumps({"detail": {"tenant": "caragua", "process": "p1", "n": 1}})}
    assert failed(handle_flows({"Records": [message("a", body), other]}, conductors)) == ["b", "a"]


def test_wait_that_appears_after_the_fact_is_answered(world):
    outside = world.outside()

    def nobody(tenant):
        raise AssertionError(tenant)

    event = {"Records": [entry("1"), entry("2"), entry("3", name="REMOVE")]}

    def process_of(keys):
        return "ubatuba", keys["pk"]["S"]

    waiting = Waiting(process_of, lambda keys: keys["sk"]["S"].startswith("FLOW"))
    handle_waits(event, waiting, lambda _: outside, nobody)
    world.step("r1")
    world.put(a_routing("r1", return_due=date(2026, 12, 1)).returned(world.now))
    assert failed(handle_waits(event, waiting, lambda _: outside, nobody)) == []
    world.step("r1")
    assert world.executions["r1"].status == "SUCCEEDED"


def test_counted_process_is_marked_and_a_failing_one_comes_back():
    class Office:
        def __init__(self):
            self.moved = {}

        def process(self, process):
            if process == "p2":
                raise RuntimeError
            return a_process(process)

        def counted(self, process):
            return {unit: Counted(share, 1) for (of, unit), share in self.moved.items() if of == process}

        def recount(self, process, unit, before, after):
            self.moved[(process, unit)] = after
            return True

    office, marks = Office(), Marks()
    event = {"Records": [fact("a", n=2), fact("b", "p2"), fact("c", n=3), message("d", "[]")]}
    answer = handle_statistics(event, lambda _: office, lambda _: office, lambda _: marks)
    assert failed(answer) == ["d", "b"]
    moved = {place: replace(share, figures=frozenset()) for place, share in office.moved.items()}
    assert moved == {("p1", "prot"): Share(generated=1, unassigned=1)}
    assert marks.reached_by == {("statistics", "p1"): 3}


def test_emails_of_a_process_are_carried_once_and_a_failing_process_comes_back():
    """DOC-22"""
    post, marks = Post({"m1": LETTER}), Marks()

    def mailing(tenant):
        if tenant != "ubatuba":
            raise LookupError(tenant)
        return post.outside()

    other = message("c", {"detail": {"tenant": "caragua", "process": "p1", "n": 1}})
    event = {"Records": [fact("a", n=2), fact("b", n=3), other, message("d", "[]")]}
    assert failed(handle_mail(event, mailing, lambda _: marks)) == ["d", "c"]
    assert post.delivered == [("m1", [])]
    assert marks.reached_by == {("mail", "p1"): 3}


def test_every_tenant_is_reconciled(world):
    flows = FlowWorld(datetime(2026, 11, 23, 15, tzinfo=UTC), begun()[1])
    done = handle_reconciliation(
        ["ubatuba"],
        lambda _: world.outside(),
        lambda _: world.open_routings(),
        lambda *_: False,
        lambda _: flows.outside(),
        lambda _: flows,
    )
    routings, of_flows = done["ubatuba"]
    assert (routings.open, routings.revived) == (1, ("r1",))
    assert (of_flows.open, of_flows.revived) == (1, ("i0",))


def test_sweep_looks_back_a_day_and_leaves_alone_what_is_under_way():
    now = datetime(2026, 11, 24, 12, tzinfo=UTC)
    seen = []

    class Office:
        def facts(self, since, until):
            seen.append((since, until))
            return iter([HistoryFact("ubatuba", "p1", 3, "process_sent")])

        def reached(self, consumer, processes):
            return {"p1": 3} if consumer == "flows" else {}

        def send(self, consumer, facts):
            seen.append((consumer, [one.n for one in facts]))

    office = Office()
    done = handle_sweeping(["ubatuba"], lambda _: office, lambda _: office, office, now)
    assert done == {"ubatuba": {"flows": 0, "ledger": 1, "mail": 1, "search": 0, "statistics": 1}}
    assert seen == [
        (now - timedelta(hours=26), now - timedelta(minutes=15)),
        ("mail", [3]),
        ("ledger", [3]),
        ("statistics", [3]),
    ]


def test_a_tenant_that_fails_does_not_hold_back_the_others():
    """Issue 2 item 5: the daily and hourly rounds go over every tenant of the installation."""
    seen = []

    def act(tenant):
        seen.append(tenant)
        if tenant == "b":
            raise ValueError(tenant)
        return tenant

    with pytest.raises(TenantsFailed, match="b"):
        for_each_tenant(("a", "b", "c"), act)
    assert seen == ["a", "b", "c"]
    assert for_each_tenant(("a", "c"), act) == {"a": "a", "c": "c"}
