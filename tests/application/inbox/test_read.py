"""The unit's inbox: PRO-01, TRA-02, TRA-03, TRA-07, TRA-14."""

import pytest

from chalicelib.application.inbox.read import read_inbox
from chalicelib.application.inbox.row import InboxRow
from chalicelib.application.ports import InboxFilter
from chalicelib.application.routing.assign import Assignment, assign_process
from chalicelib.application.routing.conclude import conclude_process
from chalicelib.domain.errors import InvalidRequest
from tests.application.under_way import (
    CLERK,
    DUE,
    HEAD,
    RESTRICTED,
    TECHNICIAN,
    received,
    refused,
    sent,
    started,
)
from tests.fakes.outside import Outside


def rows(outside: Outside, actor=CLERK, **wanted) -> list[InboxRow]:
    return list(read_inbox(outside.ports, actor, InboxFilter(**wanted), None).page.items)


def test_process_is_in_the_tab_of_how_it_came(outside: Outside):
    generated = started(outside)
    arrived = sent(outside)
    assert [row.process for row in rows(outside, tab="generated")] == [generated]
    assert [row.process for row in rows(outside, HEAD, tab="received")] == [arrived]
    assert rows(outside, HEAD, tab="generated") == []


def test_concluded_process_leaves_the_inbox(outside: Outside):
    process = started(outside)
    conclude_process(outside.ports, CLERK, outside.operation(), process, None)
    assert rows(outside) == []


def test_latest_activity_comes_first(outside: Outside):
    first = started(outside)
    outside.later(hours=1)
    second = started(outside)
    assert [row.process for row in rows(outside)] == [second, first]


def test_inbox_is_filtered_by_hands_by_type_and_by_unread(outside: Outside):
    unread, read = sent(outside), received(outside)
    assign_process(outside.ports, HEAD, outside.operation(), read, Assignment("diego.alves"))
    assert [row.process for row in rows(outside, HEAD, unread=True)] == [unread]
    assert [row.process for row in rows(outside, HEAD, assigned="diego.alves")] == [read]
    assert [row.process for row in rows(outside, HEAD, assigned="none")] == [unread]
    assert rows(outside, HEAD, type="licenca") == []
    assert len(rows(outside, HEAD, type="pedido", tab="received")) == 2


def test_row_tells_the_return_to_give_and_the_one_awaited(outside: Outside):
    sent(outside, keep_open=True, due=DUE)
    (mine,), (theirs,) = rows(outside), rows(outside, HEAD)
    assert (mine.return_awaited, mine.return_to_give) == (DUE.date, None)
    assert (theirs.return_awaited, theirs.return_to_give) == (None, DUE.date)
    assert theirs.sender_unit is not None


def test_counters_are_of_the_unit_and_of_who_asks(outside: Outside):
    process = received(outside)
    assign_process(outside.ports, HEAD, outside.operation(), process, Assignment("marina.costa"))
    sent(outside)
    assert read_inbox(outside.ports, HEAD, InboxFilter(), None).counters == {
        "received": 2,
        "generated": 0,
        "unread": 1,
        "unassigned": 1,
        "assigned_to_me": 1,
        "confidential": 0,
    }


def test_restricted_process_is_in_the_inbox_of_who_has_it(outside: Outside):
    started(outside, RESTRICTED)
    assert [row.access_level for row in rows(outside)] == ["restricted"]


def test_profile_that_only_cares_for_the_system_sees_an_empty_inbox(outside: Outside):
    started(outside)
    assert rows(outside, TECHNICIAN) == []


def test_long_inbox_comes_in_pages(outside: Outside):
    outside.page_size = 2
    for _ in range(5):
        started(outside)
    seen, cursor = [], None
    for _ in range(3):
        page = read_inbox(outside.ports, CLERK, InboxFilter(), cursor).page
        seen += [row.process for row in page.items]
        cursor = page.next_cursor
    assert (len(set(seen)), cursor) == (5, None)


@pytest.mark.parametrize("cursor", ["zzz", "-1"])
def test_cursor_that_nobody_made_is_refused(outside: Outside, cursor: str):
    with refused("invalid_cursor", InvalidRequest):
        read_inbox(outside.ports, CLERK, InboxFilter(), cursor)


def test_inbox_costs_two_reads_besides_the_session(outside: Outside):
    outside.memory.calls = 0
    rows(outside)
    assert outside.memory.calls == 2
