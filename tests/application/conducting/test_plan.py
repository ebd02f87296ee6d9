"""What a routing waits for and until when follows from the routing and the clock alone (TRA-01, TRA-03, TRA-15)."""

from datetime import UTC, date, datetime, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.application.conducting.plan import LONGEST_SECONDS, Occasion, Phase, Plan, moments, plan
from tests.application.conducting.world import DAY, START, ZONE, a_routing

DUE = date(2026, 12, 1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def test_unreceived_routing_without_deadline_is_reminded_after_five_days_and_then_weekly():
    found = list(islice(moments(a_routing(), ZONE), 3))
    days = [(moment.until, moment.occasion) for moment in found]
    assert days == [
        ("2026-11-28T12:00:00Z", Occasion.REMINDER),
        ("2026-12-05T12:00:00Z", Occasion.REMINDER),
        ("2026-12-12T12:00:00Z", Occasion.REMINDER),
    ]


def test_return_is_reminded_when_it_becomes_due_soon_and_overdue_when_its_day_ends_in_the_city():
    routing = a_routing(return_due=DUE).received(START)
    found = list(islice(moments(routing, ZONE), 4))
    assert [(moment.until, moment.occasion.value) for moment in found] == [
        ("2026-11-29T12:00:00Z", "routing_reminder"),
        ("2026-12-02T03:00:00Z", "routing_overdue"),
        ("2026-12-08T12:00:00Z", "routing_overdue"),
        ("2026-12-15T12:00:00Z", "routing_overdue"),
    ]


def test_return_asked_for_today_is_not_reminded_before_it_was_sent():
    routing = a_routing(return_due=START.date()).received(START)
    assert next(moments(routing, ZONE)).occasion is Occasion.OVERDUE


@pytest.mark.parametrize(
    ("routing", "phase"),
    [
        (a_routing(), Phase.RECEIPT),
        (a_routing(return_due=DUE), Phase.RECEIPT),
        (a_routing(return_due=DUE).received(START), Phase.RETURN),
        (a_routing().received(START), Phase.DONE),
        (a_routing(return_due=DUE, received_at=START, withdrawn_at=START), Phase.DONE),
        (a_routing(return_due=DUE, withdrawn_at=START), Phase.RECEIPT),
        (a_routing(return_due=DUE).returned(START), Phase.DONE),
        (None, Phase.DONE),
    ],
)
def test_phase_follows_receipt_return_and_withdrawal(routing, phase):
    assert plan(routing, START, ZONE).phase is phase


@given(
    st.dates(date(2026, 11, 23), date(2027, 3, 1)) | st.none(),
    st.booleans(),
    st.integers(0, 400),
)
def test_next_moment_lies_ahead_and_moments_only_move_forward(due, received, days):
    routing = a_routing(return_due=due)
    routing = routing.received(START) if received else routing
    now = START + days * DAY
    found = plan(routing, now, ZONE)
    if found.next is not None:
        assert found.next.at > now
        assert now + timedelta(seconds=found.seconds(now)) > found.next.at
        assert all(a.at < b.at for a, b in pairwise(islice(moments(routing, ZONE), 30)))


def test_wait_never_outlasts_an_execution():
    routing = a_routing(return_due=date(2031, 1, 1)).received(START)
    assert plan(routing, START, ZONE).seconds(START) == LONGEST_SECONDS
    assert Plan(Phase.DONE).seconds(START) == 1
