"""What the doors do about flows: start and answer executions, act on moments, make machines (architecture §8.3)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from chalicelib.application.conducting.advance_flow import advance_flow
from chalicelib.domain.flow_run import RunState
from chalicelib.events.flows import Conductors, Waiting, handle_flows, handle_waits
from chalicelib.events.publication import handle_publication
from tests.application.conducting.flow_world import FlowWorld
from tests.application.conducting.world import World
from tests.domain.flow_examples import FLOW, begun
from tests.events.test_doors import Marks, entry, fact, failed, message


@pytest.fixture
def told():
    return []


@pytest.fixture
def flows():
    """A process whose flow is at its first step, and the engine that waits for it."""
    return FlowWorld(datetime(2026, 11, 23, 15, tzinfo=UTC), begun()[1])


@pytest.fixture
def conductors(flows, told):
    def tell(*what):
        return bool(told.append(what)) or True

    marks = Marks()
    return Conductors(lambda _: World().outside(), lambda _: marks, tell, lambda _: flows.outside(), tell)


def test_fact_of_a_flow_starts_its_execution(conductors, flows):
    assert failed(handle_flows({"Records": [fact("a")]}, conductors)) == []
    assert list(flows.executions) == ["i0"]


@pytest.mark.parametrize(
    ("moment", "acts"),
    [("flow_step_overdue", [("ubatuba", "p1", "i0", "2.0.1", "x")]), ("flow_step_reminder", []), ("else", [])],
)
def test_moment_of_a_step_is_given_to_who_acts_on_it(conductors, told, moment, acts):
    until = "2026-12-01T03:00:00Z" if moment == "flow_step_reminder" else "x"
    place = {"tenant": "ubatuba", "process": "p1", "run": "i0", "at": "2.0.1", "until": until}
    body = {"kind": "flow_moment", "moment": moment, **place}
    assert failed(handle_flows({"Records": [message("a", body)]}, conductors)) == []
    assert told == acts


def test_wait_of_a_step_is_answered_by_who_conducts_flows(flows):
    flows.settle(lambda: advance_flow(flows.outside(), "p1"))
    (key,) = flows.rows
    flows.state = replace(flows.state, state=RunState.CANCELLED)
    event = {"Records": [entry(f"FLOW#{key[0]}#{key[1]}")]}

    def nobody(tenant):
        raise AssertionError(tenant)

    waiting = Waiting(lambda keys: ("ubatuba", keys["pk"]["S"]), lambda keys: keys["sk"]["S"].startswith("FLOW"))
    assert failed(handle_waits(event, waiting, nobody, lambda _: flows.outside())) == []
    assert flows.rows == {}


def test_published_flow_gets_its_machine_at_once_and_a_missed_one_within_the_hour():
    made = []

    class Press:
        def make(self, tenant, flow):
            made.append((tenant, flow.code, flow.version))
            return flow.code

    def published(tenant):
        return [FLOW, replace(FLOW, version=4)]

    asked = {"tenant": "ubatuba", "code": "pedido", "version": 4}
    assert handle_publication(asked, ["ubatuba"], Press(), published) == {"ubatuba": ["pedido"]}
    assert made == [("ubatuba", "pedido", 4)]
    handle_publication({**asked, "version": 9}, ["ubatuba"], Press(), published)
    assert len(made) == 1, "what is not published has no machine"
    handle_publication({}, ["ubatuba", "caragua"], Press(), published)
    assert len(made) == 5
