"""What the administration announces, when and to whom (ACC-12)."""

from datetime import date

import pytest

from chalicelib.domain.announcement import Announcement, announced
from chalicelib.domain.catalogue_tables import TABLES
from chalicelib.domain.city_tables import contrast_with_white

ROW = {"title": "Parada", "text": "No sábado.", "first_day": "2026-11-20", "last_day": "2026-11-28"}


@pytest.mark.parametrize(("day", "shown"), [(19, False), (20, True), (28, True), (29, False)])
def test_announcement_is_shown_from_its_first_day_to_its_last(day, shown):
    assert bool(announced([ROW], "gab", date(2026, 11, day))) == shown


def test_announcement_is_shown_in_its_units_and_what_is_important_comes_first():
    rows = [ROW, {**ROW, "title": "Só aqui", "units": ["gab"], "important": True}, {**ROW, "active": False}]
    today = date(2026, 11, 20)
    assert [one.title for one in announced(rows, "gab", today)] == ["Só aqui", "Parada"]
    assert announced(rows, "pgm", today) == [Announcement("Parada", "No sábado.", False)]


def test_announcement_does_not_end_before_it_begins():
    (error,) = TABLES["announcements"].check({"first_day": "2026-11-20", "last_day": "2026-11-19"}, {})
    assert (error.field, error.code) == ("values.last_day", "before_first_day")
    assert not TABLES["announcements"].check({"first_day": "2026-11-20", "last_day": "2026-11-20"}, {})


@pytest.mark.parametrize(
    ("colour", "code"), [("#0b5c8", "invalid"), ("azul", "invalid"), ("#ffd500", "too_little_contrast")]
)
def test_city_colour_bears_white_letters(colour, code):
    """WCAG 2.2, 1.4.3: 4.5 to 1."""
    (error,) = TABLES["tenant"].check({"primary_color": colour}, {})
    assert (error.field, error.code) == ("values.primary_color", code)
    assert not TABLES["tenant"].check({"primary_color": "#0B5C87"}, {})


def test_contrast_is_that_of_wcag():
    assert contrast_with_white("#000000") == pytest.approx(21)
    assert contrast_with_white("#ffffff") == pytest.approx(1)
    assert contrast_with_white("#767676") == pytest.approx(4.54, abs=0.01)
