"""The glossary and the code say the same words: one English name of each SEI term (architecture §1.12)."""

import re
from enum import StrEnum

import pytest

from chalicelib.domain.access import AccessLevel, Profile
from chalicelib.domain.catalogue import Applies, TypeNumbering
from chalicelib.domain.copying import CopyFormat
from chalicelib.domain.deadline import DueStatus
from chalicelib.domain.document import DocumentState, Kind, Pen
from chalicelib.domain.history import FACTS
from chalicelib.domain.job import ItemState, JobState
from chalicelib.domain.presence import Signal, Tab
from chalicelib.domain.process import State
from chalicelib.domain.upload import UploadState
from tests.architecture import exceptions
from tests.architecture.inventory import ROOT, application_functions, domain_classes

PAGE = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
WORDS = set(re.findall(r"`([^`\s]+)`", PAGE))
ENUMS: tuple[type[StrEnum], ...] = (
    *(JobState, ItemState, CopyFormat),
    *(State, DocumentState, Kind, Pen, UploadState),
    *(AccessLevel, Profile, Applies, TypeNumbering, DueStatus, Tab, Signal),
)


def use_cases() -> set[str]:
    """The one function of each use case module, and the few that share a module."""
    own = {
        function
        for module, functions in application_functions().items()
        if module not in exceptions.SHARED
        for function in set(functions) - exceptions.BESIDE.get(module, set())
    }
    return own | exceptions.USE_CASES_BESIDE


def test_every_public_class_of_the_domain_is_explained():
    assert set(domain_classes()) - WORDS == set()


def test_every_use_case_is_explained():
    assert len(use_cases()) > 30
    assert use_cases() - WORDS == set()


def test_every_fact_is_explained():
    assert set(FACTS) - WORDS == set()


@pytest.mark.parametrize("states", ENUMS, ids=lambda states: states.__name__)
def test_every_state_stands_on_the_line_of_its_class(states: type[StrEnum]):
    lines = [line for line in PAGE.splitlines() if f"`{states.__name__}`" in line]
    assert lines
    assert {state.value for state in states} - set(re.findall(r"`([^`\s]+)`", lines[0])) == set()


def test_no_class_is_explained_that_does_not_exist():
    classes = {word for word in WORDS if re.fullmatch(r"[A-Z][a-z]+([A-Z][a-z]+)*", word)}
    assert classes - set(domain_classes()) == set()


def test_no_use_case_or_fact_is_explained_that_does_not_exist():
    section = PAGE.partition("## Use cases")[2].partition("## Agreed")[0]
    named = {word for word in re.findall(r"`([^`\s]+)`", section) if re.fullmatch(r"[a-z]+(_[a-z]+)*", word)}
    assert named - use_cases() - set(FACTS) == set()
