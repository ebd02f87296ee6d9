"""Processes under the words they are looked for by, in the ``projections`` table (demands.md 5)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.adapters.dynamodb import projections
from chalicelib.adapters.dynamodb.reader import DynamoReader
from chalicelib.adapters.dynamodb.word_index import DynamoWordIndex
from chalicelib.application.conducting.ports import Indexed
from chalicelib.domain.word_index import Findable

START = datetime(2026, 11, 23, 12, tzinfo=UTC)
PODA = Findable("p1", "1/2026", "Ofício", "Poda de árvore", ("João Conceição",), START)


@pytest.fixture
def index(connection, tenant):
    return DynamoWordIndex(connection, tenant, projections.table())


@pytest.fixture
def reader(connection, tenant):
    return DynamoReader(connection, tenant)


def test_a_process_is_kept_under_each_word_and_known_by_the_process(index, reader):
    assert index.indexed("p1") == Indexed()
    assert index.replace("p1", Indexed(), PODA)
    assert index.indexed("p1") == Indexed(PODA, 1)
    for beginning in ("poda", "pod", "arvore", "conceica", "ofi"):
        assert reader.processes_of_word(beginning, 10) == ([PODA], False)
    assert reader.processes_of_word("podas", 10) == ([], False)


def test_words_that_are_no_longer_its_own_are_taken_away(index, reader):
    index.replace("p1", Indexed(), PODA)
    cut = replace(PODA, specification="Corte de árvore")
    assert index.replace("p1", Indexed(PODA, 1), cut)
    assert reader.processes_of_word("poda", 10) == ([], False)
    assert reader.processes_of_word("arvore", 10) == ([cut], False)
    assert index.replace("p1", Indexed(cut, 2), None)
    assert reader.processes_of_word("arvore", 10) == ([], False)
    assert index.indexed("p1") == Indexed(None, 3)


def test_whoever_knew_an_older_state_changes_nothing(index, reader):
    index.replace("p1", Indexed(), PODA)
    assert not index.replace("p1", Indexed(), replace(PODA, specification="Corte"))
    assert not index.replace("p1", Indexed(PODA, 2), None)
    assert reader.processes_of_word("poda", 10) == ([PODA], False)


def test_newest_first_and_it_says_when_there_are_more(index, reader):
    for n in range(3):
        one = replace(PODA, process=f"p{n}", started_at=START + timedelta(days=n))
        index.replace(f"p{n}", Indexed(), one)
    rows, more = reader.processes_of_word("poda", 2)
    assert ([row.process for row in rows], more) == (["p2", "p1"], True)


def test_another_tenant_finds_nothing(index, connection, tenant):
    index.replace("p1", Indexed(), PODA)
    assert DynamoReader(connection, tenant + "x").processes_of_word("poda", 10) == ([], False)


def test_the_longest_of_specifications_fits_the_transaction(index, reader):
    long = replace(PODA, specification=" ".join(f"palavra{n}" for n in range(100)))
    other = replace(PODA, specification=" ".join(f"outra{n}" for n in range(100)))
    assert index.replace("p1", Indexed(), long)
    assert index.replace("p1", Indexed(long, 1), other)
    assert reader.processes_of_word("palavra", 100) == ([], False)


def test_processes_of_a_contact_are_found_page_by_page_however_many_parties(index, reader, connection, tenant):
    """LGPD-01: the last of a hundred parties, and of a process that no search finds, like the first."""
    parties = frozenset(f"c{n}" for n in range(130))
    assert index.replace("p2", Indexed(), None, parties)
    assert index.replace("p1", Indexed(), PODA, frozenset({"c129"}))
    assert index.indexed("p2") == Indexed(None, 1, parties)
    assert reader.processes_of_party("c129", "", 1) == (["p1"], True)
    assert reader.processes_of_party("c129", "p1", 5) == (["p2"], False)
    assert reader.processes_of_party("c12", "", 5) == (["p2"], False)
    assert reader.processes_of_word("c129", 5) == ([], False), "nobody who searches is answered by it"
    assert DynamoReader(connection, tenant + "x").processes_of_party("c129", "", 5) == ([], False)
