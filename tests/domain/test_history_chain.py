"""The chain of a process (architecture §1.10): numbered, bound, canonical, and read back to the same hash."""

import hashlib
import json
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain import history
from chalicelib.domain.history import GENESIS, Entry, ProgressRecorded, chain, read
from tests.fakes.city import ANA, MARINA, PERSONNEL, PROTOCOL, START

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def chained(*words: str, after: int = 0, head: str = GENESIS) -> list[Entry]:
    return chain("p1", after, head, START, [(ANA, PROTOCOL.short, ProgressRecorded(text)) for text in words])


def test_entries_are_numbered_and_bound_to_the_one_before():
    first, second = chained("um", "dois")
    assert (first.n, first.previous) == (1, GENESIS)
    assert (second.n, second.previous) == (2, first.hash)


def test_chain_goes_on_from_where_it_was():
    (first,) = chained("um")
    (second,) = chained("dois", after=first.n, head=first.hash)
    assert [first, second] == chained("um", "dois")


def test_hash_is_of_the_exact_text_which_names_who_when_where_and_what():
    (entry,) = chained("um")
    assert entry.hash == hashlib.sha256(entry.body).hexdigest()
    assert json.loads(entry.body) == {
        "process": "p1",
        "n": 1,
        "at": "2026-11-23T12:00:00Z",
        "user": {"id": "ana.lima", "name": "Ana Lima"},
        "unit": {"id": "semad-prot", "acronym": "SEMAD/PROT"},
        "kind": "progress_recorded",
        "arguments": {"text": "um"},
        "previous": GENESIS,
    }


@given(st.lists(texts, min_size=1, max_size=5))
def test_any_text_comes_back_as_it_was_written_with_the_same_hash(words: list[str]):
    entries = chained(*words)
    assert [read(entry.body) for entry in entries] == entries
    assert [entry.fact.sentence() for entry in entries] == words


@given(texts, texts)
def test_two_texts_never_share_a_hash(one: str, other: str):
    assert (chained(one)[0].hash == chained(other)[0].hash) == (one == other)


def test_each_thing_that_is_said_moves_the_hash():
    fact = ProgressRecorded("um")
    same = ("p1", 0, GENESIS, START, [(ANA, PROTOCOL.short, fact)])
    others = [
        ("p2", *same[1:]),
        ("p1", 1, *same[2:]),
        ("p1", 0, "1" * 64, *same[3:]),
        ("p1", 0, GENESIS, START + timedelta(microseconds=1), same[4]),
        (*same[:4], [(MARINA, PROTOCOL.short, fact)]),
        (*same[:4], [(ANA, PERSONNEL.short, fact)]),
        (*same[:4], [(ANA, PROTOCOL.short, history.ProcessReceived())]),
    ]
    hashes = {chain(*asked)[0].hash for asked in (same, *others)}
    assert len(hashes) == len(others) + 1
