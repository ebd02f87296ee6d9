"""An AWS error at any call of any act never leaks and never leaves half a state (R3, R7).

Once: the act succeeds or says 503 with Retry-After. From then on: 503 with Retry-After, or 409 when every try lost
a race. Always: whole transactions only, and the same request afterwards, with AWS well, converges.
"""

import uuid
from collections.abc import Callable

import pytest

from tests.faults.errors import ERRORS, from_then_on, once, reply_lost
from tests.faults.sweep import MAXIMUM_CALLS, Attempt, attempt
from tests.faults.test_kill_sweep import WRITING, check_whole, ids, process_of
from tests.world.scenarios import SCENARIOS, Scenario
from tests.world.wire import Tap
from tests.world.world import Reply, World

Fault = Callable[[Tap, int], None]


def check_refusal(reply: Reply, where: str) -> None:
    """Success, or a refusal that says that repeating is safe."""
    if reply.status < 300:
        return
    assert reply.headers["Content-Type"] == "application/problem+json"
    assert reply.status in (409, 503), f"{where}: {reply.status} {reply.text}"
    if reply.status == 503:
        assert int(reply.headers["Retry-After"]) > 0
    else:
        assert reply.json["code"] == "process_changed", f"{where}: {reply.text}"


def run(world: World, scenario: Scenario, fault: Fault, where: str) -> None:
    """One fault at every call of the scenario, then the same request with AWS well again."""
    for k in range(MAXIMUM_CALLS):
        made = attempt(world, scenario.arrange(world), uuid.uuid4().hex, fault, k)
        assert made.reply is not None
        if len(made.calls) <= k:
            return
        here = f"{scenario.name}: {where} at call {k} ({made.calls[k].label})"
        check_refusal(made.reply, here)
        check_whole(world, made)
        _converges(world, scenario, made, here)
    raise AssertionError(f"{scenario.name}: no end")


def _converges(world: World, scenario: Scenario, made: Attempt, where: str) -> None:
    assert made.reply is not None
    again = attempt(world, made.ask, made.key)
    assert again.reply is not None
    assert again.reply.status < 300, f"{where}, then {again.reply.status} {again.reply.text}"
    if made.reply.status < 300:
        assert again.reply.text == made.reply.text, f"{where}: another reply"
    process = process_of(again) or process_of(made)
    if process:
        world.check(process)
        assert len(world.history(process)) - made.started_with == scenario.entries, where


@pytest.mark.usefixtures("no_waiting")
@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("scenario", WRITING, ids=ids)
def test_an_error_that_passes_costs_nothing(world: World, scenario: Scenario, error: str) -> None:
    run(world, scenario, once(ERRORS[error]), f"{error}, once")


@pytest.mark.usefixtures("no_waiting")
@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("scenario", WRITING, ids=ids)
def test_an_error_that_lasts_is_said_and_repeating_is_safe(world: World, scenario: Scenario, error: str) -> None:
    run(world, scenario, from_then_on(ERRORS[error]), f"{error}, from then on")


@pytest.mark.usefixtures("no_waiting")
@pytest.mark.parametrize("scenario", WRITING, ids=ids)
def test_a_reply_lost_on_the_wire_does_not_do_it_twice(world: World, scenario: Scenario) -> None:
    run(world, scenario, reply_lost, "reply lost")


@pytest.mark.usefixtures("no_waiting")
@pytest.mark.parametrize("error", ["throttled", "internal error", "no reply", "s3 slow down", "lambda throttled"])
@pytest.mark.parametrize(
    "scenario", [scenario for scenario in SCENARIOS.values() if not scenario.changes], ids=ids
)
def test_a_read_says_when_aws_is_away(world: World, scenario: Scenario, error: str) -> None:
    for k in range(MAXIMUM_CALLS):
        made = attempt(world, scenario.arrange(world), "", from_then_on(ERRORS[error]), k)
        assert made.reply is not None
        if len(made.calls) <= k:
            return
        assert made.reply.status in (200, 503), f"{error} at {k}: {made.reply.text}"
