"""Search by words of specification, type and interested parties (demands.md 5; features.md §1.3)."""

from dataclasses import replace

import pytest

from chalicelib.application.find.by_words import SHOWN, find_by_words
from chalicelib.domain.errors import Forbidden, InvalidRequest
from tests.application.under_way import (
    CABINET_HEAD,
    CLERK,
    FOREIGNER,
    FORM,
    TECHNICIAN,
    restrict,
    started,
)
from tests.fakes.outside import Outside


def specified(outside: Outside, words: str) -> str:
    return started(outside, replace(FORM, specification=words))


def found(outside: Outside, words: str, actor=CLERK) -> list[str]:
    return [row.process for row in find_by_words(outside.ports, actor, words).items]


def test_process_is_found_by_the_beginning_of_words_without_accents(outside: Outside):
    coreto, poda = specified(outside, "Reforma do coreto"), specified(outside, "Poda de árvore na praça")
    assert found(outside, "ARVO poda") == [poda]
    assert found(outside, "coret") == [coreto]
    assert found(outside, "igreja") == []


def test_restricted_process_is_found_only_where_it_passed(outside: Outside):
    """features.md §1.3: found by full search, only in units where it passed."""
    process = specified(outside, "Reforma do coreto")
    assert found(outside, "coreto", FOREIGNER) == [process]
    restrict(outside, process)
    assert found(outside, "coreto") == [process]
    assert found(outside, "coreto", FOREIGNER) == found(outside, "coreto", CABINET_HEAD) == []


def test_whoever_consults_nothing_finds_nothing(outside: Outside):
    with pytest.raises(Forbidden):
        find_by_words(outside.ports, TECHNICIAN, "coreto")


@pytest.mark.parametrize("words", ["de", "a b c", "-- ..", "das dos"])
def test_words_too_short_are_refused_with_what_to_do(outside: Outside, words: str):
    with pytest.raises(InvalidRequest) as refusal:
        find_by_words(outside.ports, CLERK, words)
    assert refusal.value.errors[0].message == "Escreva ao menos uma palavra com três letras."


def test_of_many_only_some_are_shown_and_it_says_so(outside: Outside):
    for n in range(SHOWN + 1):
        specified(outside, f"Poda número {n}")
    answer = find_by_words(outside.ports, CLERK, "poda")
    assert (len(answer.items), answer.more) == (SHOWN, True)


def test_what_it_costs_does_not_depend_on_how_many_there_are(outside: Outside):
    for n in range(40):
        specified(outside, f"Poda número {n}")
    before = outside.memory.calls
    find_by_words(outside.ports, CLERK, "poda")
    assert outside.memory.calls - before == 2
