"""The words a process is found by: of specification, type and interested parties (demands.md 5, features.md §1.3)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.access import AccessLevel
from chalicelib.domain.process import Named
from chalicelib.domain.word_index import MOST_ROWS, MOST_WORDS, SHORTEST, STEM, findable, plain_words, rarest
from tests.application.conducting.world import a_process


def a_findable(specification="Reforma do coreto da Praça Exaltação", *interested):
    process = a_process()
    registration = replace(
        process.registration,
        type=Named("obras", "Obras: manutenção"),
        specification=specification,
        interested_parties=tuple(Named(f"contato-{n}", name) for n, name in enumerate(interested)),
    )
    return findable(replace(process, registration=registration))


def test_who_is_interested_then_words_of_specification_parties_and_type_in_that_order_each_once():
    found = a_findable("Reforma do coreto; reforma da praça", "João Conceição Ltda.")
    assert found.words == ("contato-0", "reforma", "coreto", "praca", "joao", "conceicao", "obras", "manutencao")


def test_a_specification_of_many_words_keeps_what_fits_a_transaction():
    words = " ".join(f"palavra{n}" for n in range(200))
    assert len(a_findable(words).words) == MOST_WORDS
    many = a_findable(words, *(f"Fulano {n}" for n in range(100)))
    assert len(many.words) == MOST_ROWS
    assert 2 * MOST_ROWS + 1 <= 100, "all of them, before and after, with what is known of the process"


@pytest.mark.parametrize(
    ("wanted", "answers"),
    [
        ("coreto", True),
        ("CORÊTO praca", True),
        ("exalta refor", True),
        ("manuten", True),
        ("oreto", False),
        ("coreto igreja", False),
    ],
)
def test_every_word_looked_for_must_begin_some_word(wanted, answers):
    assert a_findable().answers(plain_words(wanted)) is answers


def test_what_is_matched_is_more_than_what_it_is_kept_under():
    assert a_findable("Rua 7 de Setembro").answers(["7", "setembro"])


def test_search_begins_by_the_longest_word_that_says_something():
    assert rarest(["de", "das", "rua", "guarani"]) == "guarani"
    assert rarest(["de", "das", "7"]) is None


@pytest.mark.parametrize("level", AccessLevel)
def test_confidential_processes_are_found_by_nobody(level):
    """features.md §1.3: found by full search, never."""
    process = a_process()
    raised = replace(process, registration=replace(process.registration, level=level))
    assert (findable(raised) is None) == (level is AccessLevel.CONFIDENTIAL)
    assert findable(replace(process, document_levels={"confidential": 1})) is None
    assert findable(None) is None


@given(st.text(max_size=300))
def test_any_text_gives_words_that_a_search_can_begin_by(text):
    for word in a_findable(text).words:
        assert len(word) >= SHORTEST >= STEM
        assert "#" not in word
        assert plain_words(word) == [word]
