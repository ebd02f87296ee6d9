"""The scheduled reopening is for a later day (TRA-06)."""

from datetime import date, timedelta

import pytest

from chalicelib.domain.presence import check_reopening

from .process_examples import invalid

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("day", [None, TODAY + timedelta(days=1), TODAY + timedelta(days=5 * 366)])
def test_reopening_on_a_later_day_is_accepted(day: date | None):
    check_reopening(day, TODAY)


@pytest.mark.parametrize("day", [TODAY, TODAY - timedelta(days=1), date.min])
def test_reopening_today_or_before_is_refused(day: date):
    with invalid("reopen_on", "date_not_in_the_future"):
        check_reopening(day, TODAY)


@pytest.mark.parametrize("day", [TODAY + timedelta(days=5 * 366 + 1), date.max])
def test_reopening_too_far_ahead_is_refused(day: date):
    with invalid("reopen_on", "date_too_far"):
        check_reopening(day, TODAY)
