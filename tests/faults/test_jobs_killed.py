"""A worker may die before or after any AWS call: the job goes on from there and no item is done twice (PRO-23)."""

import contextlib
from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.application.jobs.close import close_job
from chalicelib.application.jobs.open_job import open_job
from chalicelib.application.jobs.reconcile import reconcile_jobs
from chalicelib.application.jobs.run_batch import run_batch
from tests.fakes.jobs import QuietEngine
from tests.faults.sweep import KILLS
from tests.world.builders import started
from tests.world.jobs import KINDS, assigning
from tests.world.wire import Killed, Tap, tapped
from tests.world.world import Ask, World


def finish(world: World, job: str) -> None:
    """What one execution does, from its first step to its last."""
    ports = world.installed.place.ports(world.tenant)
    for number in open_job(ports, world.ana.login, job)["batches"]:
        while run_batch(ports, KINDS, world.ana.login, job, number, lambda: False)["more"]:
            pass
    close_job(ports, KINDS, world.ana.login, job)


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
