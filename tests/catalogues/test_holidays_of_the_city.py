"""The dates without office hours of 2026–2028 (TRA-02, TRA-14: business days of return dates)."""

from datetime import date, timedelta

import pytest

from infra.local.catalogue_reader import read_city
from infra.local.catalogue_records import Holiday
from tests.catalogues.city_folder import UBATUBA

YEARS = (2026, 2027, 2028)
NATIONAL = ((1, 1), (4, 21), (5, 1), (9, 7), (10, 12), (11, 2), (11, 15), (11, 20), (12, 25))
MUNICIPAL = ((9, 14), (10, 28))


@pytest.fixture(scope="module")
def holidays() -> dict[date, Holiday]:
    return {holiday.date: holiday for holiday in read_city(UBATUBA).holidays}


def gauss_easter(year: int) -> date:
    """Gauss's rule for 1900–2099: another way of computing than Meeus's, so the two check each other."""
    d = (19 * (year % 19) + 24) % 30
    e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7
    easter = date(year, 3, 22) + timedelta(d + e)
    if d == 29 and e == 6:
        easter -= timedelta(7)
    if d == 28 and e == 6 and year % 19 > 10:
        easter -= timedelta(7)
    return easter


def test_easter_of_the_test_agrees_with_the_printed_calendars() -> None:
    assert [gauss_easter(year) for year in (2024, *YEARS)] == [
        date(2024, 3, 31),
        date(2026, 4, 5),
        date(2027, 3, 28),
        date(2028, 4, 16),
    ]


@pytest.mark.parametrize("year", YEARS)
def test_movable_dates_follow_easter(holidays: dict[date, Holiday], year: int) -> None:
    easter = gauss_easter(year)
    expected = {-48: "optional", -47: "optional", -46: "optional", -2: "holiday", 60: "optional"}
    for days, kind in expected.items():
        assert holidays[easter + timedelta(days)].kind == kind
    assert "Carnaval" in holidays[easter - timedelta(47)].name
    assert "Sexta-feira Santa" in holidays[easter - timedelta(2)].name
    assert holidays[easter + timedelta(60)].name == "Corpus Christi"


@pytest.mark.parametrize("year", YEARS)
def test_fixed_dates_of_country_state_and_city_are_there(holidays: dict[date, Holiday], year: int) -> None:
    for month, day in NATIONAL:
        assert (holidays[date(year, month, day)].scope, holidays[date(year, month, day)].kind) == (
            "national",
            "holiday",
        )
    assert holidays[date(year, 7, 9)].scope == "state"
    for month, day in MUNICIPAL:
        assert (holidays[date(year, month, day)].scope, holidays[date(year, month, day)].kind) == (
            "municipal",
            "holiday",
        )


def test_there_is_no_other_date_than_these(holidays: dict[date, Holiday]) -> None:
    fixed = {*NATIONAL, *MUNICIPAL, (7, 9), (12, 24), (12, 31)}
    movable = {gauss_easter(year) + timedelta(days) for year in YEARS for days in (-48, -47, -46, -2, 60)}
    assert {day for day in holidays if (day.month, day.day) not in fixed} == movable
    assert len(holidays) == 19 * len(YEARS)
    assert all(holiday.norm for holiday in holidays.values())
