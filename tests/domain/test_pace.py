"""Issue 6 §6: how long what goes on in steps still takes, and the OCR of a file among it (DOC-08)."""

from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.domain.extraction import Recognition
from chalicelib.domain.pace import seconds_left

START = datetime(2026, 3, 2, 12, tzinfo=UTC)
LATER = START + timedelta(seconds=30)


@pytest.mark.parametrize(
    ("over", "everything", "expected"),
    [(0, 40, None), (10, 40, 90), (20, 40, 30), (39, 40, 1), (40, 40, 0), (41, 40, 0)],
)
def test_what_is_left_goes_at_the_pace_of_what_is_over(over, everything, expected):
    assert seconds_left(START, LATER, over, everything) == expected


def test_a_clock_that_went_back_promises_no_less_than_nothing():
    assert seconds_left(LATER, START, 1, 2) == 0


def test_pages_read_by_ocr_are_estimated_from_the_first_page_on():
    assert Recognition(8, 0, START).seconds_left(LATER) is None
    assert Recognition(8, 2, START).seconds_left(LATER) == 90
