"""A worker may die before or after any AWS call: the job goes on from there and no item is done twice (PRO-23)."""

import contextlib
from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.application.jobs.close import close_job
from chalicelib.application.jobs.kinds import Kinds
from chalicelib.application.jobs.open_job import open_job
from chalicelib.application.jobs.reconcile import reconcile_jobs
from chalicelib.application.jobs.run_batch import run_batch
from chalicelib.background import Background
from chalicelib.domain.process import State
from tests.fakes.jobs import QuietEngine
from tests.faults.sweep import KILLS
from tests.world.builders import started
from tests.world.jobs import KINDS, assigning
from tests.world.scenarios.duplicates import duplicating, full
from tests.world.wire import Killed, Tap, tapped
from tests.world.world import Ask, World


def finish(world: World, job: str, kinds: Kinds = KINDS) -> None:
    """What one execution does, from its first step to its last."""
    ports = world.installed.place.ports(world.tenant)
    for number in open_job(ports, world.ana.login, job)["batches"]:
        while run_batch(ports, kinds, world.ana.login, job, number, lambda: False)["more"]:
            pass
    close_job(ports, kinds, world.ana.login, job)


@pytest.mark.parametrize("mode", KILLS)
def test_a_job_killed_at_any_call_is_finished_by_the_next_execution_and_nothing_is_done_twice(
    world: World, mode: str
) -> None:
    processes, k, died = [started(world), started(world)], 0, True
    lengths = {one: len(world.history(one)) for one in processes}
    while died:
        # Assigned back and forth: each round is one assignment more of each.
        job = assigning(world, processes)
        tap, died = Tap(), True
        KILLS[mode](tap, k)
        with tapped(tap), contextlib.suppress(Killed):
            finish(world, job)
            died = False
        finish(world, job)
        page = world.done(Ask(world.ana, "GET", f"/jobs/{job}"))
        assert (page["state"], page["progress"]["done"]) == ("done", 2), f"killed {mode} call {k}: {page}"
        for one in processes:
            world.check(one)
            lengths[one] += 1
            assert len(world.history(one)) == lengths[one], f"killed {mode} call {k}"
            world.done(Ask(world.ana, "PUT", f"/processes/{one}/assignment", {"user": None}))
            lengths[one] += 1
        k += 1
    assert k > 15, "a job of two items makes more calls than that"


def test_a_job_whose_execution_never_came_is_found_and_started(world: World) -> None:
    job = assigning(world, [started(world)])
    place = world.installed.place
    (kept,) = [one for one in place.ports(world.tenant).jobs.open() if one[1] == job]
    assert kept == (world.ana.login, job)

    engine = QuietEngine()
    ports = replace(place.ports(world.tenant), engine=engine)
    assert job in reconcile_jobs(ports, timedelta(0)).revived
    assert engine.executions[job] == 1
    finish(world, job)
    assert job not in [one for _, one in place.ports(world.tenant).jobs.open()]


@pytest.mark.parametrize("mode", KILLS)
def test_a_duplication_killed_at_any_call_ends_with_each_document_once(world: World, mode: str) -> None:
    """PRO-12: whoever dies where, the duplicate is view only until it is whole, and then it is whole."""
    source, kinds = full(world), Background(world.installed.place).job_kinds(world.tenant)
    for k in range(0, 40, 3):
        made = world.done(duplicating(world.ana, source))
        tap = Tap()
        KILLS[mode](tap, k)
        with tapped(tap), contextlib.suppress(Killed):
            finish(world, made["job"], kinds)
        held = world.check(made["id"])
        assert held is not None
        assert held.live_documents == 2 or held.state is State.LOCKED, f"killed {mode} call {k}"
        finish(world, made["job"], kinds)
        whole = world.check(made["id"])
        assert whole is not None
        kinds_told = [entry.fact.kind() for entry in world.history(made["id"])]
        assert (whole.state, whole.live_documents) == (State.NORMAL, 2), f"killed {mode} call {k}"
        assert (kinds_told.count("document_generated"), kinds_told.count("document_filed")) == (1, 1)
