"""Deadlines and business days: TRA-15, TRA-03, TRA-06; norms.md §8, acceptance test 6."""

import zoneinfo
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain import deadline
from chalicelib.domain.deadline import (
    Calendar,
    DueStatus,
    InDays,
    OnDate,
    add_days,
    civil_date,
    due_from,
    end_of_day,
    in_time,
    status,
)
from chalicelib.domain.errors import InvalidRequest

SAO_PAULO = "America/Sao_Paulo"
MONDAY = date(2026, 11, 23)
CALENDAR = Calendar(frozenset({date(2026, 12, 8), date(2026, 12, 25), date(2027, 1, 1)}))

dates = st.dates(date(2020, 1, 1), date(2090, 12, 31))
calendars = st.frozensets(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=40).map(Calendar)
near = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        (MONDAY, 0, MONDAY),
        (MONDAY, 1, date(2026, 11, 24)),
        (MONDAY, 5, date(2026, 11, 30)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),
        (date(2026, 11, 28), 1, date(2026, 11, 30)),
        (date(2026, 12, 7), 1, date(2026, 12, 9)),
        (date(2026, 12, 24), 5, date(2027, 1, 4)),
    ],
)
def test_weekends_and_holidays_are_skipped(start, days, due):
    assert CALENDAR.add_business_days(start, days) == due


def test_holiday_on_a_weekend_is_not_counted_twice():
    calendar = Calendar(frozenset({date(2026, 11, 28)}))
    assert calendar.add_business_days(date(2026, 11, 27), 1) == date(2026, 11, 30)


def test_business_days_are_counted_forward_only():
    with pytest.raises(ValueError, match="forward"):
        CALENDAR.add_business_days(MONDAY, -1)


@given(calendars, near, st.integers(1, 60))
def test_counting_back_what_was_added_gives_the_same_number(calendar, start, days):
    due = calendar.add_business_days(start, days)
    assert calendar.is_business_day(due)
    assert calendar.business_days_between(start, due) == days
    assert calendar.business_days_between(due, start) == -days


@given(calendars, near, near, near)
def test_business_days_of_two_stretches_add_up(calendar, one, two, three):
    first, middle, last = sorted((one, two, three))
    assert calendar.business_days_between(first, last) == (
        calendar.business_days_between(first, middle) + calendar.business_days_between(middle, last)
    )


@given(calendars, near, st.integers(0, 60), near)
def test_one_more_holiday_never_brings_a_due_date_forward(calendar, start, days, holiday):
    more = Calendar(calendar.holidays | {holiday})
    assert more.add_business_days(start, days) >= calendar.add_business_days(start, days)


@given(near, st.integers(0, 60))
def test_without_holidays_five_business_days_are_one_week(start, weeks):
    calendar = Calendar()
    start = calendar.next_business_day(start)
    assert calendar.add_business_days(start, 5 * weeks) == add_days(start, 7 * weeks)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 27), DueStatus.ON_TIME),
        (date(2026, 11, 28), DueStatus.ON_TIME),
        (date(2026, 11, 29), DueStatus.DUE_SOON),
        (date(2026, 12, 1), DueStatus.DUE_SOON),
        (date(2026, 12, 2), DueStatus.OVERDUE),
    ],
)
def test_status_turns_near_the_due_date_and_after_it(today, expected):
    assert status(date(2026, 12, 1), today) is expected


def test_warning_days_are_chosen_by_who_asks():
    assert status(date(2026, 12, 1), MONDAY, warning_days=8) is DueStatus.DUE_SOON
    assert status(date(2026, 12, 1), date(2026, 11, 30), warning_days=0) is DueStatus.ON_TIME


def test_last_second_of_the_day_in_brasilia_is_in_time_and_the_next_is_not():
    due = date(2026, 12, 1)
    brasilia = timezone(timedelta(hours=-3))
    assert in_time(datetime(2026, 12, 1, 23, 59, 59, tzinfo=brasilia), due, SAO_PAULO)
    assert not in_time(datetime(2026, 12, 2, 0, 0, 0, tzinfo=brasilia), due, SAO_PAULO)


def test_end_of_day_in_brasilia_is_given_in_utc():
    assert end_of_day(date(2026, 12, 1), SAO_PAULO) == datetime(2026, 12, 2, 2, 59, 59, 999999, tzinfo=UTC)
    assert end_of_day(date(2018, 12, 1), SAO_PAULO).hour == 1, "summer time was in force in 2018"


def test_evening_in_brasilia_is_not_yet_the_next_day_of_utc():
    assert civil_date(datetime(2026, 12, 2, 1, 0, tzinfo=UTC), SAO_PAULO) == date(2026, 12, 1)


def test_instant_without_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        civil_date(datetime(2026, 12, 2, 1, 0), SAO_PAULO)


@given(dates, st.sampled_from([SAO_PAULO, "America/Manaus", "America/Noronha", "America/Rio_Branco"]))
def test_end_of_day_is_the_last_instant_of_the_date(day, zone):
    last = end_of_day(day, zone)
    assert civil_date(last, zone) == day
    assert civil_date(last + timedelta(microseconds=1), zone) == day + timedelta(days=1)


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        (OnDate(date(2026, 12, 1)), date(2026, 12, 1)),
        (OnDate(MONDAY), MONDAY),
        (OnDate(date(2026, 11, 29)), date(2026, 11, 29)),
        (InDays(5), date(2026, 11, 28)),
        (InDays(5, business=True), date(2026, 11, 30)),
        (OnDate(date(2031, 11, 23)), date(2031, 11, 23)),
    ],
)
def test_rule_gives_its_due_date(rule, due):
    assert due_from(rule, MONDAY, CALENDAR) == due


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (OnDate(date(2026, 11, 22)), "date_in_the_past"),
        (OnDate(date(2031, 11, 24)), "date_too_far"),
        (InDays(0), "days_required"),
        (InDays(-3, business=True), "days_required"),
        (InDays(1828), "date_too_far"),
        (InDays(1305, business=True), "date_too_far"),
        (InDays(10**12), "date_too_far"),
        (InDays(10**12, business=True), "date_too_far"),
    ],
)
def test_rule_that_makes_no_sense_is_refused_by_name(rule, code):
    with pytest.raises(InvalidRequest) as refusal:
        due_from(rule, MONDAY, CALENDAR, field="reopen_on")
    assert (refusal.value.errors[0].field, refusal.value.errors[0].code) == ("reopen_on", code)


def test_five_years_from_a_leap_day_end_in_february():
    leap = date(2028, 2, 29)
    assert due_from(OnDate(date(2033, 2, 28)), leap, CALENDAR) == date(2033, 2, 28)
    with pytest.raises(InvalidRequest):
        due_from(OnDate(date(2033, 3, 1)), leap, CALENDAR)


def test_zone_rules_come_with_the_product_where_the_machine_has_none(monkeypatch):
    """A minimal system has no zoneinfo files; the pinned tzdata package stands in."""
    monkeypatch.setattr(deadline, "_zone", lambda name: ZoneInfo.no_cache(name))
    zoneinfo.reset_tzpath(())
    try:
        assert civil_date(datetime(2026, 12, 2, 1, 0, tzinfo=UTC), SAO_PAULO) == date(2026, 12, 1)
    finally:
        zoneinfo.reset_tzpath()
