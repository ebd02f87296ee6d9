"""A container may die before or after any AWS call of any act: the state is before or after, never between,
and repeating the request converges to one reply (R2, R7; architecture §1.5; proves the ids of each scenario)."""

import uuid
from datetime import timedelta

import pytest

from tests.faults.sweep import HARMLESS, KILLS, Attempt, Situation, attempt, every_call
from tests.world.builders import process_form
from tests.world.scenarios import SCENARIOS, Scenario
from tests.world.world import Ask, World

pytestmark = pytest.mark.no_cover
WRITING = [scenario for scenario in SCENARIOS.values() if scenario.changes]
READING = [scenario for scenario in SCENARIOS.values() if not scenario.changes]


def ids(scenario: Scenario) -> str:
    return scenario.name


def check_whole(world: World, made: Attempt) -> bool:
    """All or nothing of every transaction tried; -> whether it happened."""
    assert not made.watch.loose, f"state written outside the transaction: {made.watch.loose}"
    changed = made.watch.changed()
    for count, places in zip(changed, made.watch.transactions, strict=True):
        assert count in (0, len(places)), f"{count} of {len(places)} items written: {places}"
    return any(changed)


def process_of(made: Attempt) -> str | None:
    """The process the act is about: known from the start, or the one it tried to make."""
    if made.ask.process:
        return made.ask.process
    partitions = {pk for places in made.watch.transactions for _, pk, _ in places if "#P#" in pk}
    return partitions.pop().rpartition("#")[2] if len(partitions) == 1 else None


def touched(made: Attempt) -> set[str]:
    """Every process the act wrote in: an act over two is whole in both."""
    places = (place for transaction in made.watch.transactions for place in transaction)
    return {pk.rpartition("#")[2] for _, pk, sk in places if "#P#" in pk and sk == "A"}


@pytest.mark.parametrize("mode", KILLS)
@pytest.mark.parametrize("scenario", WRITING, ids=ids)
def test_killed_at_any_call_the_state_is_before_or_after_and_a_retry_converges(
    world: World, scenario: Scenario, mode: str
) -> None:
    reached, situation = 0, Situation(scenario, world)
    for k, made in every_call(situation, KILLS[mode]):
        where = f"{scenario.name}, killed {mode} call {k} ({made.calls[k].label})"
        assert made.reply is None, f"{where}: it survived"
        happened = check_whole(world, made)
        again = situation.again(made.ask, made.key)
        assert again.reply is not None
        assert again.reply.status < 300, f"{where}: the retry got {again.reply.status} {again.reply.text}"
        check_whole(world, again)
        assert not (happened and any(again.watch.changed())), f"{where}: done twice"
        third = world.send(made.ask, made.key)
        assert (third.status, third.text) == (again.reply.status, again.reply.text), f"{where}: another reply"
        process = process_of(again) or process_of(made)
        if process:
            world.check(process)
            written = len(world.history(process)) - made.started_with
            assert written == scenario.entries, f"{where}: {written} entries, {scenario.entries} expected"
        for beside in touched(again) - {process}:
            world.check(beside)
        reached += 1
    assert reached >= 2, "a write makes at least two calls"


@pytest.mark.parametrize("mode", KILLS)
@pytest.mark.parametrize("scenario", READING, ids=ids)
def test_a_read_killed_at_any_call_leaves_nothing_and_answers_the_next_time(
    world: World, scenario: Scenario, mode: str
) -> None:
    for _, made in every_call(Situation(scenario, world), KILLS[mode]):
        assert not any("#P#" in pk for places in made.watch.transactions for _, pk, _ in places)
        # Who was logged out by a call whose reply was lost is logged out; a code that entered enters no other request.
        status = world.send(made.ask).status
        assert status < 300 or (scenario.name in ("log_out", "log_in_with_a_code") and status == 401)


@pytest.mark.parametrize("scenario", WRITING, ids=ids)
def test_an_act_is_one_transaction_with_its_history_and_its_operation(
    world: World, scenario: Scenario
) -> None:
    made = attempt(world, scenario.arrange(world), uuid.uuid4().hex)
    assert made.reply is not None
    assert made.reply.status < 300, f"{made.reply.text} {world.installed.journal.failures[-1:]}"
    assert len(made.watch.transactions) == 1, "one state change is one transaction"
    assert not made.watch.loose
    (places,) = made.watch.transactions
    history = world.store.settings.history_table
    wanted = scenario.entries + scenario.elsewhere
    # Beside the chains, in the same table: a unit's own log, what the administration or operators changed, how a person
    # enters and what is asked at the door.
    apart = {"DESK", "REGISTER", "ACCOUNT", "LETTERS", "OPERATED"}
    chained = [pk for table, pk, _ in places if table == history and not apart & set(pk.split("#"))]
    assert len(chained) == wanted
    assert sum("#OP#" in pk for _, pk, _ in places) == 1
    assert not any(mark in pk for mark in HARMLESS for _, pk, _ in places)


@pytest.mark.parametrize("scenario", WRITING, ids=ids)
def test_the_same_key_with_another_body_is_refused(world: World, scenario: Scenario) -> None:
    key = uuid.uuid4().hex
    first, other = scenario.arrange(world), scenario.arrange(world)
    done = world.send(first, key)
    assert done.status < 300
    if first.who != other.who:
        # The key of one person says nothing to another.
        assert world.send(other, key).status < 300
    elif (first.path, first.body) == (other.path, other.body) or first.act:
        assert world.send(other, key).text == done.text
    else:
        refused = world.send(other, key)
        assert refused.status == 409, refused.text
        assert refused.json["code"] == "idempotency_key_reused"


def test_moving_the_idle_clock_of_a_session_is_no_change_of_state(world: World) -> None:
    """A session that nobody used for some minutes is marked as used by the next act, whatever that is (ACC-01)."""
    ana = world.session("ana.lima", "semad-prot", idle=timedelta(minutes=6))
    made = attempt(world, Ask(ana, "POST", "/processes", process_form()), uuid.uuid4().hex)
    assert made.reply is not None
    assert made.reply.status == 201
    assert [call.operation for call in made.calls].count("UpdateItem") == 1
    assert not made.watch.loose
