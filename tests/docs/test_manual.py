"""The manual says the words of the screens: what it prints in bold is written in ``web/src/messages``."""

import re
from functools import cache
from pathlib import Path

import pytest

from tests.architecture.inventory import ROOT
from tests.docs.pages import MANUAL, chapters, ids

CHAPTERS = chapters()
QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"|`((?:[^`\\]|\\.)*)`")
#: Its words are also of the city's data; a browser looks for each of them (tests/e2e/test_first_chapter.py).
FOLLOWED = "primeiro-processo.md"
NAMING = [one for one in CHAPTERS if one.name != FOLLOWED]
#: The words of a screen that an unsigned city could change: they are data, not messages.
ENGLISH = re.compile(r"\b(the|click|upload|login|draft|inbox|workflow|token|cookie)\b", re.I)


@cache
def words_of_the_screens() -> frozenset[str]:
    """Every text between quotes in the messages of the front end."""
    found: set[str] = set()
    for path in sorted((ROOT / "web" / "src" / "messages").glob("*.ts")):
        for groups in QUOTED.findall(path.read_text(encoding="utf-8")):
            found.add(next((group for group in groups if group), "").strip())
    return frozenset(found)


def bold(path: Path) -> set[str]:
    text = re.sub(r"\s+", " ", path.read_text(encoding="utf-8"))
    return {words.strip() for words in re.findall(r"\*\*([^*]+)\*\*", text)} - {"negrito"}


def test_messages_were_read():
    assert len(words_of_the_screens()) > 400


@pytest.mark.parametrize("chapter", NAMING, ids=ids(NAMING))
def test_bold_words_are_the_words_of_the_screens(chapter: Path):
    assert bold(chapter) - words_of_the_screens() == set()


@pytest.mark.parametrize("chapter", CHAPTERS, ids=ids(CHAPTERS))
def test_a_chapter_speaks_portuguese(chapter: Path):
    text = re.sub(r"\([^)]*\)|`[^`]*`", " ", chapter.read_text(encoding="utf-8"))
    assert ENGLISH.findall(text) == []


def test_pictures_kept_are_those_that_a_chapter_shows():
    shown = {
        picture for page in CHAPTERS for picture in re.findall(r"screenshots/([\w-]+\.png)", page.read_text())
    }
    kept = {path.name for path in (MANUAL / "screenshots").glob("*.png")}
    assert shown == kept


def test_every_picture_is_made_by_a_browser_test_and_can_be_taken_again():
    sources = " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "e2e").glob("*.py"))
    made = set(re.findall(r'album\.keep\([\w.]+, "([\w-]+)"\)', sources))
    made |= set(re.findall(r'^    "[\w-]+": "([\w-]+)",$', sources, re.MULTILINE))
    # Those of the main job are numbered in the order of its steps.
    steps = re.findall(r'job\.picture\(\w+, "([\w-]+)"\)', sources)
    made |= {f"{number:02d}-{step}" for number, step in enumerate(steps, start=1)}
    assert {path.stem for path in (MANUAL / "screenshots").glob("*.png")} - made == set()


def test_every_picture_says_what_it_shows():
    silent = [
        page.name
        for page in CHAPTERS
        for text in re.findall(r"!\[([^\]]*)\]", page.read_text())
        if len(text) < 5
    ]
    assert silent == []
