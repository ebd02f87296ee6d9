"""Processes stay under their words of now, in any order, repetition and interruption of facts (demands.md 5)."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

import pytest

from chalicelib.application.conducting.index_words import index_words
from chalicelib.application.conducting.ports import Indexed
from chalicelib.application.conducting.settling import StillMoving
from chalicelib.domain.access import AccessLevel
from chalicelib.domain.process import Named, Process
from chalicelib.domain.word_index import findable
from tests.application.conducting.test_killed import killed
from tests.application.conducting.world import a_process


@dataclass
class Office:
    """Processes and what they are kept under; ``interrupt`` runs before every call."""

    processes: dict[str, Process] = field(default_factory=dict)
    memory: dict[str, Indexed] = field(default_factory=dict)
    interrupt: Callable[[], None] = lambda: None
    writes: int = 0

    def process(self, process):
        self.interrupt()
        return self.processes.get(process)

    def indexed(self, process):
        self.interrupt()
        return self.memory.get(process, Indexed())

    def replace(self, process, before, after, parties):
        self.interrupt()
        if self.memory.get(process, Indexed()).version != before.version:
            return False
        self.memory[process] = Indexed(after, before.version + 1, parties)
        self.writes += 1
        return True


def specified(words: str) -> Process:
    process = a_process()
    return replace(process, registration=replace(process.registration, specification=words))


def test_indexed_once_and_not_again_for_facts_that_change_nothing():
    office = Office({"p1": specified("poda de árvore")})
    assert [index_words(office, office, "p1") for _ in range(3)] == [1, 0, 0]
    assert office.memory["p1"].found == findable(office.processes["p1"])


def test_a_change_made_while_indexing_is_not_lost():
    office = Office({"p1": specified("poda")})
    changes = iter([None, None, None, lambda: office.processes.update(p1=specified("corte"))])

    def interrupt():
        change = next(changes, None)
        if change:
            change()

    office.interrupt = interrupt
    index_words(office, office, "p1")
    assert office.memory["p1"].found == findable(office.processes["p1"])


def test_who_ever_was_an_interested_party_leads_to_the_process_confidential_or_not():
    """LGPD-01: an erasure finds every process of a contact, whatever a search may tell of it."""
    process = specified("poda")
    registration = replace(process.registration, interested_parties=tuple(Named(f"c{n}", "Ana") for n in range(100)))
    office = Office({"p1": replace(process, registration=registration)})
    index_words(office, office, "p1")
    everybody = frozenset(f"c{n}" for n in range(100))
    assert office.memory["p1"].parties == everybody
    secret = replace(registration, level=AccessLevel.CONFIDENTIAL, interested_parties=(Named("d", "Eva"),))
    office.processes["p1"] = replace(process, registration=secret)
    assert [index_words(office, office, "p1") for _ in range(2)] == [1, 0]
    assert (office.memory["p1"].found, office.memory["p1"].parties) == (None, everybody | {"d"})


@pytest.mark.parametrize("gone", ["deleted", "confidential"])
def test_what_may_no_longer_be_found_leaves_the_index(gone):
    office = Office({"p1": specified("poda")})
    index_words(office, office, "p1")
    if gone == "deleted":
        office.processes.clear()
    else:
        process = office.processes["p1"]
        secret = replace(process.registration, level=AccessLevel.CONFIDENTIAL)
        office.processes["p1"] = replace(process, registration=secret)
    assert index_words(office, office, "p1") == 1
    assert office.memory["p1"].found is None


def test_killed_at_any_call_it_is_right_when_the_fact_comes_again():
    call = 1
    while True:
        office = Office({"p1": specified("poda")})
        if not killed(office, call, partial(index_words, office, office, "p1")):
            break
        index_words(office, office, "p1")
        assert office.memory["p1"].found == findable(office.processes["p1"])
        call += 1
    assert call > 4


def test_a_process_that_never_stands_still_comes_back_later():
    office = Office({"p1": specified("poda")})
    counter = iter(range(1000))
    office.interrupt = lambda: office.processes.update(p1=specified(f"poda {next(counter)}"))
    with pytest.raises(StillMoving):
        index_words(office, office, "p1")
