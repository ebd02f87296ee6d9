"""Jobs: items in batches, what became of each, how far it is (PRO-23 and every act on many things at once)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.domain.errors import InvalidRequest, Refused
from chalicelib.domain.job import (
    FILE_KEPT,
    MAXIMUM_BATCHES,
    MAXIMUM_ITEMS,
    MAXIMUM_MESSAGE,
    Batch,
    ItemState,
    Job,
    JobFile,
    JobItem,
    JobState,
    Outcome,
    begun,
    cancel,
    divide,
    ended,
    progress,
)
from chalicelib.domain.organisation import Person, UnitName

START = datetime(2026, 11, 23, 12, tzinfo=UTC)
JOB = Job(
    id="j1",
    tenant="ubatuba",
    kind="process_zip",
    title="Processo em ZIP",
    user=Person("ana.lima", "Ana Lima"),
    unit=UnitName("semad-prot", "SEMAD/PROT"),
    total=4,
    batches=1,
    created_at=START,
)


def items(count: int) -> list[JobItem]:
    return [JobItem(f"item {n}", {"n": str(n)}) for n in range(count)]


@pytest.mark.parametrize("count", [1, 10, 11, 500, 899, 900, 901, 5000, MAXIMUM_ITEMS])
def test_items_are_divided_in_order_into_batches_that_one_transaction_holds(count: int):
    batches = divide("j1", "ana.lima", items(count), START)
    assert len(batches) <= MAXIMUM_BATCHES
    assert [item.reference["n"] for batch in batches for item in batch.items] == [
        str(n) for n in range(count)
    ]
    assert [batch.first for batch in batches] == [int(batch.items[0].reference["n"]) for batch in batches]
    assert [batch.number for batch in batches] == list(range(len(batches)))


@pytest.mark.parametrize("many", [[], items(MAXIMUM_ITEMS + 1), [JobItem("x" * 3000, {})] * 1000])
def test_nothing_or_too_much_is_refused(many: list[JobItem]):
    with pytest.raises(InvalidRequest) as refusal:
        divide("j1", "ana.lima", many, START)
    assert refusal.value.errors[0].code in ("no_items", "too_many_items")


def test_an_item_is_settled_once_and_the_rest_still_waits():
    (batch,) = divide("j1", "ana.lima", items(3), START)
    after = batch.settled(1, Outcome(ItemState.FAILED, "process_locked", "x" * 1000))
    assert (after.waiting, after.revision) == ((0, 2), batch.revision + 1)
    assert after.items[1].code == "process_locked"
    assert len(after.items[1].message) == MAXIMUM_MESSAGE


def settled(*states: ItemState) -> Batch:
    return Batch(
        "j1",
        "ana.lima",
        0,
        0,
        tuple(JobItem(str(n), {"row": str(n)}, state) for n, state in enumerate(states)),
    )


def test_progress_counts_each_outcome_and_estimates_by_the_pace():
    batch = settled(ItemState.DONE, ItemState.FAILED, ItemState.LEFT_OUT, ItemState.WAITING)
    far = progress(begun(JOB, START), [batch], (0, 0), START + timedelta(seconds=30))
    assert (far.done, far.failed, far.left_out, far.settled, far.seconds_left) == (1, 1, 1, 3, 10)


def test_rows_left_out_before_the_job_began_say_nothing_of_its_pace():
    """Issue 6 §6: a spreadsheet of which most is as it was already does not promise to end at once."""
    same = tuple(JobItem(f"Linha {n}", {}, ItemState.LEFT_OUT) for n in range(90))
    batch = settled(*[ItemState.DONE] * 5, *[ItemState.WAITING] * 5)
    batch = replace(batch, items=(*same, *batch.items))
    job = begun(replace(JOB, total=100), START)
    far = progress(job, [batch], (0, 0), START + timedelta(seconds=50))
    assert (far.left_out, far.settled, far.seconds_left) == (90, 95, 50)
    early = replace(batch, items=(*same, *settled(ItemState.WAITING).items))
    assert progress(begun(JOB, START), [early], (0, 0), START + timedelta(seconds=9)).seconds_left is None


def test_what_follows_the_last_item_counts_too():
    batch = settled(*[ItemState.DONE] * 4)
    far = progress(begun(JOB, START), [batch], (1, 6), START + timedelta(seconds=10))
    assert far.seconds_left == 10


def test_nothing_is_estimated_before_anything_is_done_or_after_the_end():
    waiting, done = settled(ItemState.WAITING), settled(ItemState.DONE)
    assert progress(begun(JOB, START), [waiting], (0, 0), START).seconds_left is None
    over = ended(begun(JOB, START), JobState.DONE, START)
    assert progress(over, [done], (0, 0), START).seconds_left is None


def test_an_open_job_is_cancelled_and_one_that_is_over_is_not():
    cancelled = cancel(begun(JOB, START), START)
    assert (cancelled.state, cancelled.open, cancelled.ended_at) == (JobState.CANCELLED, False, START)
    with pytest.raises(Refused) as refusal:
        cancel(cancelled, START)
    assert refusal.value.code == "job_over"


def test_starting_again_keeps_the_first_beginning():
    again = begun(begun(JOB, START), START + timedelta(hours=1))
    assert again.started_at == START


def test_the_file_is_offered_for_a_week():
    file = JobFile("k", "processo.zip", "application/zip", 10, "0" * 64)
    over = replace(ended(begun(JOB, START), JobState.DONE, START), file=file)
    assert over.file_at(START + FILE_KEPT - timedelta(seconds=1)) == file
    assert over.file_at(START + FILE_KEPT) is None
