"""The three views of the history and its filters (PRO-27, features.md §1.5)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from chalicelib.domain.history import FACTS, Entry, ProcessAssigned, ProcessReceived
from chalicelib.domain.history_reading import HistoryFilter, HistoryView, Shown, Topic, topic_of
from chalicelib.domain.organisation import Person, UnitName

ZONE = ZoneInfo("America/Sao_Paulo")
LIMIT_OF_A_DAY = datetime(2026, 11, 28, 1, 30, tzinfo=UTC)


def entry(fact=None, at=LIMIT_OF_A_DAY):
    return Entry(
        process="p",
        n=1,
        at=at,
        user=Person("ana.lima", "Ana Carolina Simões"),
        unit=UnitName("semad-prot", "SEMAD-PROT"),
        fact=fact or ProcessReceived(),
        previous="",
        body=b"",
        hash="",
    )


def kept(one, view=HistoryView.TOTAL, **wanted):
    return HistoryFilter(view, ZONE, **wanted).keeps(one)


ASSIGNED = ProcessAssigned(assignee="diego.alves", assignee_name="Diego Alves")


def test_summary_leaves_out_what_is_minor():
    assert kept(entry(), HistoryView.SUMMARY)
    assert not kept(entry(ASSIGNED), HistoryView.SUMMARY)
    assert kept(entry(ASSIGNED), HistoryView.FULL)


def test_city_chooses_what_summary_and_full_leave_out_and_never_what_total_does():
    city = {"process_assigned": Shown(summary=True, full=False)}
    shown = {view: kept(entry(ASSIGNED), view, city=city) for view in HistoryView}
    assert shown == {HistoryView.SUMMARY: True, HistoryView.FULL: False, HistoryView.TOTAL: True}


@pytest.mark.parametrize("said", ["ana.lima", "ANA.L", "carolina", "simoes", "SIMÕES"])
def test_person_is_found_by_a_part_of_the_name_or_of_the_login(said):
    assert kept(entry(), person=said)


def test_another_person_is_not():
    assert not kept(entry(), person="diego")


def test_unit_is_that_of_the_entry():
    assert kept(entry(), unit="semad-prot")
    assert not kept(entry(), unit="semad")


def test_days_are_those_of_the_citys_clock_and_both_ends_count():
    """01:30 UTC of the 28th is still the 27th in Ubatuba."""
    day = date(2026, 11, 27)
    assert kept(entry(), since=day, until=day)
    assert not kept(entry(), since=date(2026, 11, 28))
    assert not kept(entry(), until=date(2026, 11, 26))


def test_before_the_first_day_nothing_more_is_looked_for():
    wanted = HistoryFilter(HistoryView.TOTAL, ZONE, since=date(2026, 11, 27))
    assert not wanted.over(entry())
    assert wanted.over(replace(entry(), at=datetime(2026, 11, 27, 2, 59, tzinfo=UTC)))


def test_topic_is_of_what_the_fact_speaks():
    topics = {kind: topic_of(fact) for kind, fact in FACTS.items()}
    assert topics["process_started"] is Topic.PROCESS
    assert topics["document_generated"] is Topic.DOCUMENTS
    assert topics["document_signed"] is Topic.SIGNATURES
    assert topics["document_level_changed"] is Topic.ACCESS
    assert topics["process_sent"] is topics["sending_undone"] is Topic.ROUTING
    assert topics["document_put_in_block"] is topics["block_shared"] is Topic.BLOCKS
    assert topics["process_annexed"] is Topic.TIES
    assert kept(entry(ASSIGNED), topic=Topic.ROUTING)
    assert not kept(entry(ASSIGNED), topic=Topic.TIES)
