"""The table of what becomes of documents names a test, a browser test and a screen for each row (issue 3)."""

import re
from typing import NamedTuple

import pytest

from tests.architecture.inventory import ROOT

PAGE = (ROOT / "docs" / "document-life.md").read_text(encoding="utf-8")
#: DOC-24 (publication) and DOC-25 (confidential documents) belong elsewhere.
WANTED = {f"DOC-{number:02d}" for number in range(1, 27)} - {"DOC-24", "DOC-25"}
WANTED |= {"PRO-12", "PRO-18", "PRO-20", "PRO-21", "PRO-23", "PRO-25", "ACC-11", "LGPD-01"}
#: For programs of other systems: its screen is the page that documents the API.
WITHOUT_BROWSER = {"DOC-26"}


class Row(NamedTuple):
    number: str
    about: str
    test: str
    browser: str
    screen: str


ROWS = [
    Row(*(cell.strip() for cell in line.strip("| ").split(" | ")))
    for line in PAGE.splitlines()
    if re.match(r"\| [A-Z]+-\d", line)
]
SHOWN = re.findall(
    r"^\| (?!row|promise|---)[^|]+ \| `((?:tests|web|benchmarks)/[^`]+)` \| `python -m ([\w.]+)",
    PAGE,
    re.MULTILINE,
)


def is_there(place: str) -> bool:
    path, _, name = place.strip("`").partition("::")
    found = ROOT / path
    return found.exists() and (
        not name
        or re.search(rf"^ *def {name}\(", found.read_text(encoding="utf-8"), re.MULTILINE) is not None
    )


def test_each_row_is_there_once():
    assert sorted(row.number for row in ROWS) == sorted(WANTED)


@pytest.mark.parametrize("row", ROWS, ids=[row.number for row in ROWS])
def test_a_row_has_a_test_a_browser_test_and_a_screen_that_are_there(row: Row):
    assert row.test.startswith(("`tests/", "`web/test/"))
    assert is_there(row.test)
    assert is_there(row.screen)
    assert row.screen.startswith("`web/src/")
    if row.number in WITHOUT_BROWSER:
        assert row.browser == "–"
    else:
        assert row.browser.startswith("`tests/e2e/")
        assert is_there(row.browser)


def test_each_promise_has_what_shows_it():
    assert len(SHOWN) == PAGE.count("| `python -m ")
    assert len(SHOWN) >= 20
    assert [place for place, _ in SHOWN if not is_there(place)] == []
