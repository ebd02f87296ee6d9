"""Whatever dies, in whatever order messages come: the execution ends where the process is, and repeats nothing (§8)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.application.conducting.flow_plan import StepOccasion, moments
from chalicelib.application.conducting.reconcile_flows import reconcile_flows
from chalicelib.application.conducting.remind_step import remind_step
from chalicelib.domain.errors import DomainError
from chalicelib.domain.flow_acts import (
    cancel_flow,
    overdue_step,
    pause_flow,
    resume_flow,
)
from chalicelib.domain.flow_run import RunState
from tests.domain.flow_examples import (
    BUILDER,
    GROUND,
    PERSONNEL,
    TODAY,
    TREE,
    begun,
    completed,
    joined,
    parallel,
    then,
)
from tests.domain.process_examples import after

from .flow_office import Office, expected
from .world import ZONE


def test_execution_waits_where_the_process_is_until_the_end():
    office = Office(begun())
    office.settle()
    assert office.world.waiting_at() == {"1"}
    for place, way in (("1", 0), ("2.1.1", 0), ("2.0.1", 0), ("2.0.2", 0)):
        office.do(place, way)
        office.settle()
        assert office.world.waiting_at() == expected(office.run)
    office.do("3", 1)
    office.settle()
    assert office.world.waiting_at() == {"4"}, "refused: it goes round, and the second time has places of its own"
    for place in ("4", "5.0.1", "5.0.2", "5.1.1"):
        office.do(place)
    office.do("6", 0)
    assert office.run.find("7").way == 0, "the form says so"
    office.do("8")
    office.settle()
    assert (office.run.state, office.world.alive(), office.world.rows) == (RunState.FINISHED, [], {})
    assert list(office.world.executions) == ["i0"]


def test_execution_that_never_ran_catches_up_with_everything_that_was_done_without_it():
    """Stopping the conductor altogether stops no one from working."""
    office = Office(joined())
    assert office.world.executions == {}
    office.settle()
    assert office.world.waiting_at() == {"3"}


@pytest.mark.parametrize("state", [begun, parallel, joined])
def test_execution_deleted_half_way_is_started_again_and_repeats_nothing(state):
    office = Office(state())
    office.settle()
    before, where = office.run, office.world.waiting_at()
    for execution in office.world.alive():
        execution.status = "ABORTED"
    office.world.rows.clear()
    done = reconcile_flows(office.outside, office.world)
    assert (done.open, done.revived) == (1, ("i0",))
    assert reconcile_flows(office.outside, office.world).revived == ()
    office.settle()
    assert (office.world.waiting_at(), office.run) == (where, before)
    assert [one.name for one in office.world.alive()] == ["i0-2"]


def test_wait_left_by_a_dead_execution_brings_another_to_life():
    office = Office(parallel())
    office.settle()
    (execution,) = office.world.alive()
    execution.status = "ABORTED"
    office.do("2.1.1")
    office.settle()
    assert [one.name for one in office.world.alive()] == ["i0-2"]
    assert office.world.waiting_at() == {"2.0.1"}


def test_flow_whose_machine_is_not_made_yet_is_followed_and_conducted_later():
    office = Office(begun())
    office.world.published = False
    office.settle()
    office.do("1")
    assert reconcile_flows(office.outside, office.world).revived == ()
    office.world.published = True
    assert reconcile_flows(office.outside, office.world).revived == ("i0",)
    office.settle()
    assert office.world.waiting_at() == {"2.0.1", "2.1.1"}


def test_cancelled_flow_leaves_nothing_waiting():
    office = Office(parallel())
    office.settle()
    change, run = cancel_flow(office.process, BUILDER, office.run, "Pedido retirado", after(3))
    office.become((change.process, run))
    office.settle()
    assert (office.world.alive(), office.world.rows) == ([], {})


def test_another_flow_on_the_process_stops_the_one_before():
    office = Office(parallel())
    office.settle()
    office.become((office.process, replace(begun()[1], id="other")))
    office.settle()
    assert [one.run for one in office.world.alive()] == ["other"]


def late(office, place):
    """What the consumer of the flows queue does with the moment."""
    step = office.run.find(place)
    system = replace(PERSONNEL, unit=step.unit)
    change, run = overdue_step(
        office.process, system, office.run, step, TREE.get("gab"), f"late{place}", office.world.now
    )
    office.become((change.process, run))


def test_step_is_reminded_then_late_and_goes_on_being_awaited():
    office = Office(parallel())
    office.settle()
    reminder, overdue = list(moments(office.run, office.run.find("2.0.1"), ZONE))
    assert reminder == (datetime(2026, 11, 28, 12, tzinfo=UTC), StepOccasion.REMINDER)
    assert overdue == (datetime(2026, 12, 1, 3, tzinfo=UTC), StepOccasion.OVERDUE)
    office.world.now = reminder[0] + timedelta(seconds=1)
    office.world.time_out()
    office.settle()
    kinds = {(one["at"], one["moment"]) for one in office.world.messages}
    assert ("2.0.1", "flow_step_reminder") in kinds
    until = reminder[0].strftime("%Y-%m-%dT%H:%M:%SZ")
    assert remind_step(office.outside, "p1", "i0", "2.0.1", until) is True
    assert remind_step(office.outside, "p1", "i0", "2.0.1", until) is False, "once"
    assert remind_step(office.outside, "p1", "gone", "2.0.1", until) is False
    told = [(one.routing, one.kind, one.until) for one in office.world.city.letters]
    assert told == [("i0.2.0.1", "flow_step_reminder", until)]
    office.world.now = overdue[0] + timedelta(seconds=1)
    office.world.messages.clear()
    office.world.time_out()
    office.settle()
    assert {"at": "2.0.1", "moment": "flow_step_overdue"}.items() <= office.world.messages[0].items() or any(
        one["at"] == "2.0.1" for one in office.world.messages
    )
    late(office, "2.0.1")
    office.settle()
    assert office.world.rows[("i0", "2.0.1")].until == "-", "told once"
    assert office.world.waiting_at() == {"2.0.1", "2.1.1"}


def test_paused_flow_falls_due_never():
    office = Office(parallel())
    office.settle()
    change, run = pause_flow(office.process, PERSONNEL, office.run, "Aguarda", TODAY, after(3))
    office.become((change.process, run))
    office.settle()
    assert {wait.until for wait in office.world.rows.values()} == {"-"}
    office.become(then(resume_flow(office.process, PERSONNEL, office.run, GROUND, after(4))))
    office.settle()
    assert "-" not in {wait.until for wait in office.world.rows.values()}


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["do", "step", "deliver", "kill", "time", "reconcile", "lose a row"]), st.integers(0, 50)
    ),
    max_size=60,
)


@settings(max_examples=150, deadline=None)
@given(ACTS)
def test_any_order_and_any_death_end_where_the_process_is(program):
    office = Office(begun())
    for act, number in program:
        world = office.world
        if act == "do" and office.run.open_steps:
            step = office.run.open_steps[number % len(office.run.open_steps)]
            office.do(step.at, number % len(office.run.definition(step).ways))
        elif act == "step" and world.steps():
            world.step(*world.steps()[number % len(world.steps())])
        elif act == "deliver":
            office.deliver()
        elif act == "kill" and world.alive():
            world.alive()[number % len(world.alive())].status = "FAILED"
        elif act == "time":
            world.now += timedelta(hours=number)
            world.time_out()
        elif act == "reconcile":
            reconcile_flows(office.outside, world)
        elif act == "lose a row" and world.rows:
            wait = list(world.rows.values())[number % len(world.rows)]
            if world.executions[wait.execution].status != "RUNNING":
                office.outside.waits.forget(wait)
    before = office.run
    reconcile_flows(office.outside, office.world)
    office.settle()
    reconcile_flows(office.outside, office.world)
    office.settle()
    assert office.run == before, "conducting never acts for anybody"
    assert office.world.waiting_at() == expected(office.run)
    assert len({one.run for one in office.world.alive()}) <= 1
    if not office.run.live:
        assert office.world.alive() == []


def test_somebody_acts_between_reading_and_answering():
    """The state moves under the consumer: what it answers is true, and the next message finds the rest."""
    for moment in range(1, 8):
        office = Office(begun())
        office.settle()
        calls = []

        def interrupt(office=office, calls=calls, moment=moment):
            calls.append(1)
            if len(calls) == moment:
                office.world.interrupt = lambda: None
                office.do("1")

        office.world.interrupt = interrupt
        office.deliver()
        office.world.interrupt = lambda: None
        if office.run.find("1").way is None:
            office.do("1")
        office.settle()
        assert office.world.waiting_at() == {"2.0.1", "2.1.1"}


def test_act_refused_changes_nothing_for_the_engine():
    office = Office(begun())
    office.settle()
    with pytest.raises(DomainError):
        completed((office.process, office.run), PERSONNEL, "1")
    assert office.deliver() == ("nothing",)
