"""The routing machine, executed: it waits, is answered, times out, tells and waits again (TRA-01, TRA-03; §8)."""

import time
from datetime import UTC, date, datetime, timedelta

from chalicelib.adapters.stepfunctions.conductor import execution_arn, reopening_name
from chalicelib.application.conducting.plan import Moment, Occasion, Phase, Plan

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
RECEIPT = Plan(Phase.RECEIPT, Moment(NOW + timedelta(days=5), Occasion.REMINDER))
RETURN = Plan(Phase.RETURN, Moment(NOW + timedelta(days=8), Occasion.OVERDUE))
LATER = Plan(Phase.RETURN, Moment(NOW + timedelta(days=15), Occasion.OVERDUE))
DONE = Plan(Phase.DONE)


def until(condition, seconds=15.0):
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("it did not come")


def wait_of(stage, routing="r1", not_token=None):
    def look():
        wait = stage.waits.of_process("p1").get(routing)
        return wait if wait and wait.token != not_token else None

    return until(look)


def status(stage, name="r1"):
    return stage.states.describe_execution(executionArn=execution_arn(stage.machine, name))["status"]


def answer(stage, wait, plan):
    assert stage.conductor.answer(wait, plan, NOW)
    stage.waits.forget(wait)


def test_receipt_then_return_then_the_end(make_stage):
    stage = make_stage()
    stage.conductor.start("p1", "r1", RECEIPT, NOW)
    receipt = wait_of(stage)
    assert (receipt.phase, receipt.until) == ("receipt", "2026-11-28T15:00:00Z")
    assert receipt.execution == execution_arn(stage.machine, "r1")
    answer(stage, receipt, RETURN)
    returning = wait_of(stage, not_token=receipt.token)
    assert (returning.phase, returning.until) == ("return", RETURN.next.until)
    answer(stage, returning, DONE)
    until(lambda: status(stage) == "SUCCEEDED")
    assert stage.waits.of_process("p1") == {}


def test_extension_puts_a_new_wait_in_place_of_the_old_one(make_stage):
    stage = make_stage()
    stage.conductor.start("p1", "r1", RETURN, NOW)
    first = wait_of(stage)
    answer(stage, first, LATER)
    second = wait_of(stage, not_token=first.token)
    assert second.until == LATER.next.until
    assert status(stage) == "RUNNING"
    stage.conductor.stop(second.execution, "end of the trial")
    assert status(stage) == "ABORTED"


def test_receipt_of_a_routing_without_return_ends_the_execution(make_stage):
    stage = make_stage()
    stage.conductor.start("p1", "r1", RECEIPT, NOW)
    answer(stage, wait_of(stage), DONE)
    until(lambda: status(stage) == "SUCCEEDED")


def test_time_out_tells_the_moment_and_waits_again_until_answered(make_stage):
    stage = make_stage(seconds=1)
    stage.conductor.start("p1", "r1", RECEIPT, NOW)
    first = wait_of(stage)
    told = until(stage.messages)
    assert told[0] == {
        "kind": "routing_reminder",
        "tenant": stage.tenant,
        "process": "p1",
        "routing": "r1",
        "until": "2026-11-28T15:00:00Z",
    }
    second = wait_of(stage, not_token=first.token)
    assert second.until == first.until
    assert not stage.conductor.answer(first, DONE, NOW)
    stage.waits.forget(first)
    assert "r1" in stage.waits.of_process("p1"), "forgetting an old wait must not remove the new one"
    until(lambda: stage.conductor.answer(wait_of(stage), DONE, NOW))
    until(lambda: status(stage) == "SUCCEEDED")


def test_return_that_times_out_is_told_as_overdue(make_stage):
    stage = make_stage(seconds=1)
    stage.conductor.start("p1", "r1", RETURN, NOW)
    assert until(stage.messages)[0]["kind"] == "routing_overdue"
    stage.conductor.stop(execution_arn(stage.machine, "r1"), "end of the trial")


def test_deadline_of_the_plan_is_the_one_that_times_out(make_stage):
    stage = make_stage()
    soon = Plan(Phase.RETURN, Moment(NOW + timedelta(milliseconds=10), Occasion.OVERDUE))
    stage.conductor.start("p1", "r1", soon, NOW)
    wait_of(stage)
    try:
        assert until(stage.messages, 6)[0]["until"] == soon.next.until
    finally:
        stage.conductor.stop(execution_arn(stage.machine, "r1"), "end of the trial")


def test_starting_a_routing_twice_starts_one_execution(make_stage):
    stage = make_stage()
    for _ in range(2):
        stage.conductor.start("p1", "r1", RECEIPT, NOW)
    assert stage.conductor.running() == {"r1"}
    assert not stage.conductor.revive("p1", "r1", RECEIPT, NOW)


def test_dead_execution_is_revived_under_the_next_name_and_only_once(make_stage):
    stage = make_stage()
    stage.conductor.start("p1", "r1", RECEIPT, NOW)
    dead = wait_of(stage)
    stage.conductor.stop(dead.execution, "accident")
    assert not stage.conductor.alive(dead.execution)
    assert stage.conductor.running() == frozenset()
    assert stage.conductor.revive("p1", "r1", RECEIPT, NOW)
    assert not stage.conductor.revive("p1", "r1", RECEIPT, NOW)
    alive = wait_of(stage, not_token=dead.token)
    assert alive.execution == execution_arn(stage.machine, "r1-2")
    assert stage.conductor.running() == {"r1"}


def test_unknown_token_and_unknown_execution_are_told_apart_from_errors(make_stage):
    stage = make_stage()
    stage.conductor.start("p1", "r1", RECEIPT, NOW)
    wait = wait_of(stage)
    answer(stage, wait, DONE)
    until(lambda: status(stage) == "SUCCEEDED")
    assert not stage.conductor.answer(wait, DONE, NOW)
    assert not stage.conductor.alive(execution_arn(stage.machine, "nobody"))


def test_scheduled_reopening_is_asked_when_its_instant_comes(make_stage):
    stage = make_stage()
    day, instant = date(2026, 12, 1), datetime.now(UTC) + timedelta(seconds=1)
    for _ in range(2):
        stage.conductor.schedule_reopening("p1", "semad", day, instant)
    message = {"kind": "reopening_due", "tenant": stage.tenant, "process": "p1", "unit": "semad"}
    assert until(stage.messages) == [message | {"day": "2026-12-01"}]
    assert stage.conductor.revive_reopening("p1", "semad", day, datetime.now(UTC))
    assert until(stage.messages) == [message | {"day": "2026-12-01"}]


def test_name_of_a_reopening_fits_with_any_unit():
    names = {reopening_name("a" * 26, unit * 12, date(2026, 12, 1)) for unit in ("semad-", "semed-")}
    assert len(names) == 2
    assert all(len(name) <= 76 for name in names)
