"""The consumer of flows killed between any two of its calls, and its message delivered again (architecture §8)."""

import contextlib

import pytest

from chalicelib.application.conducting.reconcile_flows import reconcile_flows
from tests.domain.flow_examples import parallel

from .flow_office import Office


class Killed(BaseException):
    """Not an Exception: nothing in the code may catch it."""


@pytest.mark.parametrize("call", range(1, 12))
@pytest.mark.parametrize("dead", [False, True])
def test_consumer_killed_between_any_two_calls_ends_as_an_unharmed_one(call, dead):
    office = Office(parallel())
    office.settle()
    office.do("2.1.1")
    if dead:
        for execution in office.world.alive():
            execution.status = "FAILED"
    calls = []

    def interrupt():
        calls.append(1)
        if len(calls) == call:
            raise Killed

    office.world.interrupt = interrupt
    with contextlib.suppress(Killed):
        office.deliver()
    office.world.interrupt = lambda: None
    office.settle()
    reconcile_flows(office.outside, office.world)
    office.settle()
    assert office.world.waiting_at() == {"2.0.1"}
    assert len(office.world.alive()) == 1
