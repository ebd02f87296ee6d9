"""Jobs at work: each item once, whatever dies; a result beside each; cancelled, revived, given up (PRO-23)."""

import contextlib
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import Any

import pytest

from chalicelib.application.jobs.abandon import abandon_job
from chalicelib.application.jobs.cancel import cancel_job
from chalicelib.application.jobs.close import close_job
from chalicelib.application.jobs.list import list_jobs
from chalicelib.application.jobs.open_job import open_job
from chalicelib.application.jobs.read import read_job
from chalicelib.application.jobs.reconcile import MAXIMUM_EXECUTIONS, reconcile_jobs
from chalicelib.application.jobs.run_batch import run_batch
from chalicelib.application.references import ProcessKey
from chalicelib.domain.errors import NotFound, Refused, Unavailable
from chalicelib.domain.identity import User
from chalicelib.domain.job import ItemState, JobState
from tests.application.jobs.conftest import FILE, KINDS, Office
from tests.application.under_way import CHIEF, CLERK, started
from tests.fakes.city import ANA, TENANT
from tests.fakes.outside import Outside
from tests.fakes.people import People


def never() -> bool:
    return False


def after(items: int) -> Callable[[], bool]:
    """The worker's time is up after so many items."""
    left = iter(range(items))
    return lambda: next(left, None) is None


def run(office: Office, number: int = 0, time_is_up: Callable[[], bool] = never):
    return run_batch(office.outside.ports, KINDS, ANA.id, office.job, number, time_is_up)


def finish(office: Office) -> None:
    opened = open_job(office.outside.ports, ANA.id, office.job)
    for number in opened["batches"]:
        assert run(office, number) == {"more": False}
    close_job(office.outside.ports, KINDS, ANA.id, office.job)


def seen(office: Office):
    return read_job(office.outside.ports, CLERK, office.job)


def test_a_job_goes_through_its_items_and_says_what_became_of_each(office: Office):
    office.begin()
    del office.outside.memory.things[ProcessKey(office.processes[3])]
    finish(office)
    page = seen(office)
    assert (page.job.state, page.progress.done, page.progress.failed) == (JobState.DONE, 11, 1)
    assert (page.items[3].state, page.items[3].code) == (ItemState.FAILED, "not_found")
    assert page.items[3].message.startswith("Não encontramos")
    assert office.assignments() == 11


def test_asking_twice_with_one_key_is_one_job_and_the_engine_is_told_each_time(office: Office):
    assert office.begin(key="once") == office.begin(key="once")
    assert office.outside.engine.started == [office.job] * 2
    assert len(list_jobs(office.outside.ports, CLERK, None).items) == 1


def test_a_worker_whose_time_is_up_leaves_the_rest_to_the_next(office: Office):
    office.begin()
    assert run(office, time_is_up=after(4)) == {"more": True}
    assert office.assignments() == 4
    assert run(office) == {"more": False}
    assert office.assignments() == 10


def test_an_item_done_and_not_noted_is_not_done_twice(office: Office, monkeypatch: pytest.MonkeyPatch):
    office.begin()

    def dies(*_: object) -> bool:
        raise KeyboardInterrupt

    shelf = type(office.outside.ports.jobs)
    with monkeypatch.context() as broken:
        broken.setattr(shelf, "settle", dies)
        with pytest.raises(KeyboardInterrupt):
            run(office)
    assert office.assignments() == 1
    finish(office)
    assert office.assignments() == 12


def test_two_workers_on_one_batch_do_each_item_once(office: Office):
    office.begin()
    turns = iter([True])

    def another() -> None:
        if next(turns, False):
            run(office)

    office.outside.memory.interrupt = another
    while run(office)["more"]:
        pass
    finish(office)
    assert office.assignments() == 12
    assert seen(office).progress.done == 12


def test_what_is_outside_and_does_not_answer_is_tried_again_and_not_written_beside_the_item(office: Office):
    office.begin()

    def away() -> None:
        raise Unavailable("away", "Fora do ar.")

    office.outside.memory.interrupt = away
    with pytest.raises(Unavailable):
        run(office)
    office.outside.memory.interrupt = lambda: None
    finish(office)
    assert seen(office).progress.done == 12


def test_a_cancelled_job_begins_nothing_more(office: Office):
    office.begin()
    run(office, time_is_up=after(3))
    cancel_job(office.outside.ports, CLERK, office.outside.operation(), office.job)
    assert run(office) == {"more": False}
    assert open_job(office.outside.ports, ANA.id, office.job) == {"batches": []}
    assert close_job(office.outside.ports, KINDS, ANA.id, office.job) == {"state": "cancelled"}
    assert (office.assignments(), seen(office).job.state) == (3, JobState.CANCELLED)
    with pytest.raises(Refused):
        cancel_job(office.outside.ports, CLERK, office.outside.operation(), office.job)


def test_who_lost_the_grant_meanwhile_does_nothing_more(office: Office):
    office.begin()
    office.outside.identity.hire(User(ANA.id, TENANT, ANA.name, "pmu"))
    finish(office)
    page = seen(office)
    assert (office.assignments(), page.progress.failed) == (0, 12)
    assert {item.code for item in page.items} == {"unit_not_granted"}


def test_nobody_else_sees_or_cancels_it(office: Office):
    office.begin()
    assert list_jobs(office.outside.ports, CHIEF, None).items == []
    with pytest.raises(NotFound):
        read_job(office.outside.ports, CHIEF, office.job)
    with pytest.raises(NotFound):
        cancel_job(office.outside.ports, CHIEF, office.outside.operation("carlos.moura"), office.job)


def test_the_end_of_a_kind_makes_its_file_once(office: Office):
    office.begin("with_file")
    finish(office)
    page = seen(office)
    assert (page.job.file, page.progress.closing, page.progress.closing_total) == (FILE, 1, 1)
    assert close_job(office.outside.ports, KINDS, ANA.id, office.job) == {"state": "done"}


def test_items_that_no_worker_could_do_are_given_up_when_the_job_is_closed(office: Office):
    office.begin()
    open_job(office.outside.ports, ANA.id, office.job)
    run(office, 0)
    close_job(office.outside.ports, KINDS, ANA.id, office.job)
    page = seen(office)
    assert (page.job.state, page.progress.done, page.progress.failed) == (JobState.DONE, 10, 2)
    assert page.items[-1].code == "item_gave_up"


def test_a_job_that_cannot_go_on_says_so(office: Office):
    office.begin()
    assert abandon_job(office.outside.ports, ANA.id, office.job)
    assert not abandon_job(office.outside.ports, ANA.id, office.job)
    assert seen(office).job.state is JobState.FAILED


def test_the_reconciler_revives_what_nobody_works_on_and_gives_up_in_the_end(office: Office):
    office.begin()
    assert reconcile_jobs(office.outside.ports).open == (), "one asked for just now is being started"
    office.outside.later(minutes=5)
    office.outside.engine.running.add(office.job)
    assert reconcile_jobs(office.outside.ports).revived == ()
    office.outside.engine.running.clear()
    for _ in range(MAXIMUM_EXECUTIONS):
        assert reconcile_jobs(office.outside.ports, timedelta(0)).revived == (office.job,)
    assert reconcile_jobs(office.outside.ports).abandoned == (office.job,)
    assert seen(office).job.state is JobState.FAILED
    assert reconcile_jobs(office.outside.ports).open == ()


def test_five_hundred_killed_half_way_go_on_and_leave_one_entry_each(
    outside: Outside, monkeypatch: pytest.MonkeyPatch
):
    """Issue 4: workers die again and again, some between doing an item and noting it; each item is done once."""
    outside.identity = People()
    outside.identity.hire()
    office = Office(outside, [started(outside) for _ in range(500)])
    office.begin()
    settle, turns = type(outside.ports.jobs).settle, count()

    def often_dies(*arguments: Any) -> bool:
        turn = next(turns)
        if turn % 7 == 3:
            raise KeyboardInterrupt
        noted = settle(*arguments)
        if turn % 11 == 5:
            raise KeyboardInterrupt
        return noted

    deaths = 0
    with monkeypatch.context() as broken:
        broken.setattr(type(outside.ports.jobs), "settle", often_dies)
        for number in open_job(outside.ports, ANA.id, office.job)["batches"]:
            with contextlib.suppress(KeyboardInterrupt):
                run(office, number)
                continue
            deaths += 1
    assert deaths >= 50
    assert 100 < office.assignments() < 400
    finish(office)
    page = seen(office)
    assert (page.job.state, page.progress.done, office.assignments()) == (JobState.DONE, 500, 500)
    for process in office.processes:
        told = [text for _, text in outside.memory.sentences(process)]
        assert sum(text.startswith("Processo atribuído") for text in told) == 1
