"""A text whose extraction vanished is extracted by another one, without anybody asking (DOC-08)."""

from datetime import timedelta

import pytest

from chalicelib.application.extraction.reconcile import (
    MAXIMUM_EXECUTIONS,
    SETTLING,
    ReconciledExtractions,
    reconcile_extractions,
)
from chalicelib.application.references import ExtractionKey
from chalicelib.domain.extraction import LONGEST_WAIT, Extraction, ExtractionState
from tests.application.documents.office import filed
from tests.application.under_way import started
from tests.fakes.outside import Outside

SHA = "ff" * 32
LATER = SETTLING + timedelta(minutes=1)
NOTHING = ReconciledExtractions((), (), ())


@pytest.fixture
def awaited(outside: Outside) -> Outside:
    """A file was filed; nobody extracts its text."""
    filed(outside, started(outside))
    return outside


def reconciled(outside: Outside, settling: timedelta = SETTLING) -> ReconciledExtractions:
    return reconcile_extractions(outside.ports, [SHA, "ee" * 32], settling)


def found(outside: Outside) -> Extraction:
    extraction = outside.memory.things[ExtractionKey(SHA)]
    assert isinstance(extraction, Extraction)
    return extraction


def test_one_begun_just_now_is_left_to_whoever_began_it(awaited: Outside):
    awaited.now += SETTLING - timedelta(minutes=1)
    assert reconciled(awaited) == NOTHING
    assert awaited.extractions.started == []


def test_one_that_vanished_is_started_again_as_the_same_attempt(awaited: Outside):
    awaited.now += LATER
    assert reconciled(awaited) == ReconciledExtractions((SHA,), (SHA,), ())
    assert awaited.extractions.started == [(SHA, 1)]
    assert found(awaited).state is ExtractionState.WAITING


def test_after_the_engine_lost_everything_nobody_waits(awaited: Outside):
    assert reconciled(awaited, timedelta(0)).revived == (SHA,)


def test_one_that_is_under_way_is_left(awaited: Outside):
    awaited.now += LATER
    awaited.extractions.running.add((SHA, 1))
    assert reconciled(awaited) == ReconciledExtractions((SHA,), (), ())


def test_one_that_vanishes_again_and_again_is_given_up_so_that_a_person_may_ask(awaited: Outside):
    awaited.now += LATER
    for _ in range(MAXIMUM_EXECUTIONS):
        assert reconciled(awaited).revived == (SHA,)
    assert reconciled(awaited).given_up == (SHA,)
    assert (found(awaited).state, found(awaited).reason) == (ExtractionState.FAILED, "interrupted")
    assert reconciled(awaited) == NOTHING


def test_one_that_nobody_waits_for_any_more_is_given_up_not_started(awaited: Outside):
    awaited.now += LONGEST_WAIT + timedelta(minutes=1)
    assert reconciled(awaited).given_up == (SHA,)
    assert awaited.extractions.started == []
