"""No library stays past the time that SECURITY.md gives it (ASVS 15.2.1): neither a lock that is not renewed, nor a
fault that is known and not corrected.
"""

import re
import subprocess
from datetime import date, timedelta

import pytest

from tests.architecture.inventory import ROOT

LOCKS = {path.name for path in ROOT.glob("requirements*.txt")} | {"web/package-lock.json"}
MONTHS = {"three": 92}
NEXT_RENEWAL = "with the next renewal"


def cells(row: str) -> list[str]:
    return [cell.strip().strip("`") for cell in row.strip("| ").split("|")]


def rows(words: str, head: str) -> list[list[str]]:
    """Those of the table that begins with ``head``."""
    _, found, after = words.partition(f"| {head} |")
    assert found, head
    _, *lines = after.split("\n\n")[0].splitlines()
    return [cells(line) for line in lines[1:]]


def dependencies() -> str:
    return (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")


def security() -> str:
    return (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def today() -> date:
    """The day of the change that is looked at: an old one that is built again was in time when it was made."""
    told = subprocess.run(
        ["git", "log", "-1", "--format=%cs"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()  # fmt: skip
    return date.fromisoformat(told) if told else date.today()


def longest() -> timedelta:
    (said,) = re.findall(r"Every lock is renewed whole at least every (\w+) months", security())
    return timedelta(MONTHS[said])


def patience() -> dict[tuple[str, bool], timedelta]:
    """How grave, whether reached -> how long it may stay."""
    found = {}
    for grave, *times in rows(security(), "Fault | Reached | Not reached"):
        for reached, said in zip((True, False), times, strict=True):
            days = re.search(r"(\d+) days", said)
            assert days or said == NEXT_RENEWAL, said
            for one in grave.split(" or "):
                found[one, reached] = timedelta(int(days[1])) if days else longest()
    return found


def late_locks(renewed: list[list[str]], on: date) -> list[str]:
    return [lock for lock, day in renewed if date.fromisoformat(day) < on - longest()]


def late_faults(known: list[list[str]], on: date) -> list[str]:
    allowed = patience()
    return [
        advisory
        for advisory, _, grave, reached, public in known
        if date.fromisoformat(public) + allowed[grave, reached == "yes"] < on
    ]


def test_every_lock_was_renewed_within_the_time_that_is_written():
    renewed = rows(dependencies(), "Lock | Renewed whole on")
    assert [lock for lock, _ in renewed] == list(dict.fromkeys(lock for lock, _ in renewed))
    assert {lock for lock, _ in renewed} == LOCKS
    assert [day for _, day in renewed if date.fromisoformat(day) > date.today()] == []
    assert late_locks(renewed, today()) == []


def test_no_known_fault_stays_longer_than_is_written():
    assert late_faults(rows(dependencies(), "Advisory | Library | How grave | Reached | Public on"), today()) == []


@pytest.mark.parametrize(("day", "late"), [("2026-08-30", True), ("2026-08-31", False)])
def test_a_lock_is_late_after_three_months(day: str, late: bool):
    assert (late_locks([["a.txt", day]], date(2026, 12, 1)) == ["a.txt"]) is late


@pytest.mark.parametrize(
    ("grave", "reached", "days"),
    [
        ("critical", "yes", 2),
        ("critical", "no", 14),
        ("high", "yes", 7),
        ("high", "no", 30),
        ("medium", "yes", 30),
        ("low", "no", 92),
    ],
)
def test_a_fault_is_late_the_day_after_its_last(grave: str, reached: str, days: int):
    public = date(2026, 6, 1)
    known = [["A-1", "some", grave, reached, public.isoformat()]]
    assert late_faults(known, public + timedelta(days)) == []
    assert late_faults(known, public + timedelta(days + 1)) == ["A-1"]
