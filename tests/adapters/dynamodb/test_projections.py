"""Counters, marks and notices in the ``projections`` table (PRO-01, TRA-03; architecture §6)."""

import threading

import pytest

from chalicelib.adapters.dynamodb.projections import Projections
from chalicelib.adapters.dynamodb.reader import DynamoReader
from chalicelib.application.conducting.ports import Counted, Notice, Share
from tests.adapters.counting import inbox_counters

MINE = Share(received=1, unread=1, assignee="ana.lima")
NOBODYS = Share(received=1, unassigned=1)


@pytest.fixture
def projections(connection, tenant):
    return Projections(connection, tenant)


def test_unit_that_never_counted_anything_has_zero_counters(connection, tenant):
    assert set(inbox_counters(connection, tenant, "semad", "ana.lima").values()) == {0}


def test_recount_moves_the_counters_by_the_difference(projections, connection, tenant):
    assert projections.recount("p1", "semad", Counted(Share()), MINE)
    assert inbox_counters(connection, tenant, "semad", "ana.lima") == {
        "received": 1, "generated": 0, "unread": 1, "unassigned": 0, "assigned_to_me": 1, "confidential": 0
    }  # fmt: skip
    known = projections.counted("p1")["semad"]
    assert known == Counted(MINE, 1)
    assert projections.recount("p1", "semad", known, NOBODYS)
    assert inbox_counters(connection, tenant, "semad", "ana.lima") == {
        "received": 1, "generated": 0, "unread": 0, "unassigned": 1, "assigned_to_me": 0, "confidential": 0
    }  # fmt: skip
    assert projections.recount("p1", "semad", Counted(NOBODYS, 2), Share())
    assert set(inbox_counters(connection, tenant, "semad", "ana.lima").values()) == {0}


def test_assignment_passes_from_one_user_to_another(projections, connection, tenant):
    projections.recount("p1", "semad", Counted(Share()), MINE)
    projections.recount("p1", "semad", Counted(MINE, 1), Share(received=1, unread=1, assignee="rui.reis"))
    mine = {user: inbox_counters(connection, tenant, "semad", user) for user in ("ana.lima", "rui.reis")}
    assert {user: one["assigned_to_me"] for user, one in mine.items()} == {"ana.lima": 0, "rui.reis": 1}


def test_recount_over_an_older_memory_changes_nothing(projections, connection, tenant):
    projections.recount("p1", "semad", Counted(Share()), MINE)
    assert not projections.recount("p1", "semad", Counted(Share()), MINE)
    projections.recount("p1", "semad", Counted(MINE, 1), NOBODYS)
    assert not projections.recount("p1", "semad", Counted(MINE, 1), Share())
    assert inbox_counters(connection, tenant, "semad", "ana.lima")["received"] == 1


def test_of_many_recounts_over_one_memory_exactly_one_counts(projections, connection, tenant):
    won: list[bool] = []

    def count():
        won.append(projections.recount("p1", "semad", Counted(Share()), MINE))

    threads = [threading.Thread(target=count) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(won) == [False] * 11 + [True]
    assert inbox_counters(connection, tenant, "semad", "ana.lima")["unread"] == 1


def test_counted_memories_are_those_of_the_process_and_the_tenant(projections, connection, tenant):
    projections.recount("p1", "semad", Counted(Share()), MINE)
    projections.recount("p1", "prot", Counted(Share()), NOBODYS)
    projections.recount("p2", "prot", Counted(Share()), NOBODYS)
    assert set(projections.counted("p1")) == {"semad", "prot"}
    assert Projections(connection, tenant + "x").counted("p1") == {}


def test_mark_moves_forward_only(projections):
    for n in (3, 7, 5):
        projections.reach("flows", "p1", n)
    projections.reach("statistics", "p1", 1)
    projections.reach("flows", "p2", 2)
    assert projections.reached("flows", ["p1", "p2", "p3"]) == {"p1": 7, "p2": 2}


def test_marks_of_more_processes_than_one_batch_holds(projections):
    for n in range(1, 104):
        projections.reach("flows", f"p{n}", n)
    found = projections.reached("flows", [f"p{n}" for n in range(1, 130)])
    assert found == {f"p{n}": n for n in range(1, 104)}


def test_notice_is_remembered_by_its_moment(projections, tenant):
    notice = Notice(tenant, "p1", "r1", "routing_overdue", "2026-12-02T03:00:00Z")
    later = Notice(tenant, "p1", "r1", "routing_overdue", "2026-12-09T03:00:00Z")
    assert not projections.given(notice)
    projections.note(notice)
    assert projections.given(notice)
    assert not projections.given(later)


def test_figures_move_by_what_is_said_anew_and_no_more(projections, connection, tenant):
    """TRA-13."""
    first = Share(received=1, figures=frozenset({"label:l1", "due:2026-12-01", "assignee:none"}))
    second = Share(received=1, figures=frozenset({"label:l2", "due:2026-12-01"}))
    assert projections.recount("p1", "semad", Counted(Share()), first)
    assert projections.counted("p1")["semad"] == Counted(first, 1)
    assert projections.recount("p1", "semad", Counted(first, 1), second)
    assert projections.recount("p2", "semad", Counted(Share()), second)
    reader = DynamoReader(connection, tenant)
    counts = {word: count for word, count in reader.figures("semad").items() if count}
    assert counts == {"label:l2": 2, "due:2026-12-01": 2}
    assert projections.recount("p1", "semad", Counted(second, 2), Share())
    assert reader.figures("semad")["label:l2"] == 1
    assert reader.figures("prot") == {}
