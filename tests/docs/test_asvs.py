"""The table of OWASP ASVS 5.0.0 answers every requirement of levels 1 and 2, and points at what is there (issue 5)."""

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.architecture.inventory import ROOT

TABLE = ROOT / "docs" / "asvs.md"
#: The level of each requirement of the standard, section by section, in order.
LEVELS = {
    "1.1": "22", "1.2": "1111122223", "1.3": "112222222223", "1.4": "222", "1.5": "123",
    "2.1": "122", "2.2": "112", "2.3": "12223", "2.4": "23",
    "3.1": "3", "3.2": "113", "3.3": "12223", "3.4": "11222233", "3.5": "11122333", "3.6": "3", "3.7": "22333",
    "4.1": "12233", "4.2": "23333", "4.3": "22", "4.4": "1222",
    "5.1": "2", "5.2": "112333", "5.3": "113", "5.4": "222",
    "6.1": "122", "6.2": "111111112222", "6.3": "11223333", "6.4": "112233", "6.5": "22222333", "6.6": "2223",
    "6.7": "33", "6.8": "2222",
    "7.1": "222", "7.2": "1111", "7.3": "22", "7.4": "11222", "7.5": "223", "7.6": "22",
    "8.1": "1233", "8.2": "1123", "8.3": "133", "8.4": "23",
    "9.1": "111", "9.2": "1222",
    "10.1": "22", "10.2": "223", "10.3": "22223", "10.4": "1111122222233333", "10.5": "22222", "10.6": "22",
    "10.7": "222",
    "11.1": "2233", "11.2": "22233", "11.3": "11233", "11.4": "1222", "11.5": "23", "11.6": "23", "11.7": "33",
    "12.1": "12233", "12.2": "11", "12.3": "22223",
    "13.1": "2333", "13.2": "222223", "13.3": "2233", "13.4": "1222233",
    "14.1": "22", "14.2": "12223333", "14.3": "122",
    "15.1": "12233", "15.2": "12233", "15.3": "1222222", "15.4": "3333",
    "16.1": "2", "16.2": "22222", "16.3": "2222", "16.4": "222", "16.5": "2223",
    "17.1": "23", "17.2": "22223333", "17.3": "22",
}  # fmt: skip
TEST, DESIGN, NOT_APPLICABLE, NOT_MET = "test", "design", "does not apply", "not met"
PROVED_AT_LEAST = 0.6


class Row(NamedTuple):
    number: str
    level: str
    about: str
    answer: str
    where: str


def rows() -> list[Row]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    found = [line.strip("| ").split(" | ") for line in lines if re.match(r"\| \d+\.\d+\.\d+ \|", line)]
    return [Row(*(cell.strip() for cell in line)) for line in found]


ROWS = rows()


def test_the_standard_has_as_many_requirements_as_it_says():
    assert Counter("".join(LEVELS.values())) == {"1": 70, "2": 183, "3": 92}


def test_every_requirement_of_levels_1_and_2_is_answered_once_and_no_other():
    wanted = {
        f"{s}.{n}": level for s, levels in LEVELS.items() for n, level in enumerate(levels, 1) if level != "3"
    }
    assert {row.number: row.level for row in ROWS} == wanted
    assert len(ROWS) == len(wanted) == 253


@pytest.mark.parametrize("row", ROWS, ids=[row.number for row in ROWS])
def test_an_answer_is_one_of_the_four_and_says_where_or_why(row: Row):
    assert row.answer in (TEST, DESIGN, NOT_APPLICABLE, NOT_MET)
    assert row.about
    assert len(row.where) > 10
    named = (
        re.findall(r"[\w./-]+/[\w./-]+(?:::\w+)?", row.where) if row.answer == TEST else paths_of(row.where)
    )
    if row.answer in (TEST, DESIGN):
        for place in named:
            assert is_there(place), place
    if row.answer == TEST:
        assert named
        assert all(place.startswith(("tests/", "web/test/")) for place in named)


def paths_of(words: str) -> list[str]:
    """What is quoted and looks like a path."""
    return [one for one in re.findall(r"`([^`]+)`", words) if "/" in one or one.endswith(".md")]


def is_there(place: str) -> bool:
    path, _, name = place.partition("::")
    found = ROOT / path
    return found.exists() and (
        not name or re.search(rf"^def {name}\(", text_of(found), re.MULTILINE) is not None
    )


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_most_of_what_applies_is_proved_by_tests():
    counted = Counter(row.answer for row in ROWS)
    applies = len(ROWS) - counted[NOT_APPLICABLE]
    assert counted[TEST] / applies >= PROVED_AT_LEAST, counted
