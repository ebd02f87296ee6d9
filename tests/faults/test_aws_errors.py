"""An AWS error at any call of any act never leaks and never leaves half a state (R3, R7).

While it lasts: 503 with Retry-After, or 409 when every try lost a race, and nothing written. When it passes: the
act succeeds and its repetition gives the same reply. The fast run lasts every error at every call, and lets one
error of each call pass (which one turns with the call); IPEROIG_LONG=1 lets every error pass.
"""

import os
import uuid

import pytest

from tests.faults.errors import ERRORS, from_then_on, once, reply_lost
from tests.faults.sweep import Attempt, Fault, Situation
from tests.faults.test_kill_sweep import READING, WRITING, check_whole, ids, process_of
from tests.world.scenarios import Scenario
from tests.world.wire import AwsCall
from tests.world.world import Reply, World

LONG = os.environ.get("IPEROIG_LONG") == "1"
pytestmark = pytest.mark.usefixtures("no_waiting")


def errors_of(call: AwsCall) -> list[str]:
    """The errors that this call can meet."""
    if call.service != "dynamodb":
        return [name for name in ERRORS if name.startswith((call.service, "no "))]
    return [
        name
        for name in ERRORS
        if not name.startswith(("s3", "lambda", "kms"))
        and (call.operation == "TransactWriteItems" or not name.startswith("transaction"))
    ]


#: A transaction for each of many: an error in the middle undoes none of those before it.
ON_MANY = {"documents.sign_many.sign_documents", "documents.authenticate_many.authenticate_documents"}


def check_refusal(reply: Reply, where: str) -> None:
    """A refusal that says that repeating is safe."""
    assert reply.headers["Content-Type"] == "application/problem+json"
    assert reply.status in (409, 503), f"{where}: {reply.status} {reply.text}"
    if reply.status == 503:
        assert int(reply.headers["Retry-After"]) > 0
    else:
        assert reply.json["code"] == "process_changed", f"{where}: {reply.text}"


def check_goes_on(situation: Situation, made: Attempt, where: str) -> None:
    """What was done before the error stays done, and the same request again does the rest."""
    check_whole(situation.world, made)
    again = situation.again(made.ask, made.key)
    again.started_with = made.started_with
    check_done(situation, again, where)


def check_done(situation: Situation, made: Attempt, where: str) -> None:
    """The act happened once, and its repetition says so."""
    world, scenario = situation.world, situation.scenario
    assert made.reply is not None
    assert made.reply.status < 300, f"{where}: {made.reply.status} {made.reply.text}"
    check_whole(world, made)
    assert world.send(made.ask, made.key).text == made.reply.text, f"{where}: another reply"
    process = process_of(made)
    if process:
        world.check(process)
        assert len(world.history(process)) - made.started_with == scenario.entries, where


def calls_of(situation: Situation) -> list[AwsCall]:
    return situation.attempt(uuid.uuid4().hex).calls


@pytest.mark.parametrize("scenario", WRITING, ids=ids)
def test_an_error_that_lasts_is_said_and_repeating_is_safe(world: World, scenario: Scenario) -> None:
    situation = Situation(scenario, world)
    calls = calls_of(situation)
    ask = situation.fresh()
    for k, call in enumerate(calls):
        for error in errors_of(call):
            where = f"{scenario.name}: {error}, lasting from call {k} ({call.label})"
            made = situation.again(ask, uuid.uuid4().hex, from_then_on(ERRORS[error]), k)
            assert made.reply is not None
            if scenario.use_case in ON_MANY and any(made.watch.changed()):
                check_goes_on(situation, made, where)
                ask = situation.fresh()
                continue
            if scenario.use_case in ON_MANY and '"code": "process_changed"' in made.reply.text:
                continue
            if made.reply.status < 300:  # the call was not needed for the act
                check_done(situation, made, where)
                ask = situation.fresh()
                continue
            check_refusal(made.reply, where)
            assert not any(made.watch.changed()), f"{where}: it said no and wrote"
    check_done(situation, situation.again(ask, uuid.uuid4().hex), f"{scenario.name}: after all that")


@pytest.mark.no_cover
@pytest.mark.parametrize("scenario", WRITING, ids=ids)
def test_an_error_that_passes_costs_nothing(world: World, scenario: Scenario) -> None:
    situation = Situation(scenario, world)
    for k, call in enumerate(calls_of(situation)):
        met = errors_of(call)
        for error in met if LONG else [met[(k * 5 + len(scenario.name)) % len(met)]]:
            where = f"{scenario.name}: {error}, once at call {k} ({call.label})"
            _passing(situation, once(ERRORS[error]), k, where)


@pytest.mark.no_cover
@pytest.mark.parametrize("scenario", WRITING, ids=ids)
def test_a_reply_lost_on_the_wire_does_not_do_it_twice(world: World, scenario: Scenario) -> None:
    situation = Situation(scenario, world)
    for k, call in enumerate(calls_of(situation)):
        _passing(situation, reply_lost, k, f"{scenario.name}: reply lost at call {k} ({call.label})")


def _passing(situation: Situation, fault: Fault, k: int, where: str) -> None:
    """It succeeds, or says 503 and succeeds when repeated."""
    made = situation.attempt(uuid.uuid4().hex, fault, k)
    assert made.reply is not None
    if made.reply.status >= 300:
        check_refusal(made.reply, where)
        check_whole(situation.world, made)
        again = situation.again(made.ask, made.key)
        again.started_with = made.started_with
        made = again
    check_done(situation, made, where)


@pytest.mark.parametrize("scenario", READING, ids=ids)
def test_a_read_says_when_aws_is_away(world: World, scenario: Scenario) -> None:
    situation = Situation(scenario, world)
    for k, call in enumerate(calls_of(situation)):
        for error in errors_of(call):
            where = f"{scenario.name}: {error}, lasting from call {k} ({call.label})"
            made = situation.attempt(uuid.uuid4().hex, from_then_on(ERRORS[error]), k)
            assert made.reply is not None
            if made.reply.status >= 300:
                assert made.reply.status == 503, f"{where}: {made.reply.status} {made.reply.text}"
                assert int(made.reply.headers["Retry-After"]) > 0
