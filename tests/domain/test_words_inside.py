"""Words looked for inside a process (PRO-20)."""

from collections.abc import Sequence

import pytest

from chalicelib.domain.errors import InvalidRequest
from chalicelib.domain.words_inside import answers, wanted_words


def test_every_word_begins_some_word_of_some_text_whatever_accents_and_capitals():
    wanted = wanted_words("licitacao PREG")
    assert answers(wanted, "Ata da Licitação", "do pregão eletrônico")
    assert not answers(wanted, "Ata da Licitação")
    assert not answers(wanted_words("gao"), "pregão"), "a word is known by its beginning"


@pytest.mark.parametrize(
    ("looked", "text"),
    [
        ("0000012", "Ofício\n0000012"),
        ("12/2026", "Ofício 12/2026"),
        ("R$ 1.234,56", "valor de R$ 1.234,56 (mil…)"),
        ("d'água", "caixa d’água"),
        ("guarani", "Rua_Guarani"),
        ("árvore", "a\u0301rvore em pé"),
    ],
)
def test_numbers_and_signs_are_found_as_they_are_written(looked: str, text: str):
    assert answers(wanted_words(looked), text)


def test_word_split_by_the_end_of_a_line_is_two_words():
    assert not answers(wanted_words("eletrônico"), "ele\ntrônico")


@pytest.mark.parametrize("words", ["", " -- ", "a", "º"])
def test_less_than_two_letters_or_digits_is_refused(words: str):
    with pytest.raises(InvalidRequest) as refusal:
        wanted_words(words)
    assert refusal.value.errors[0].field == "words"


def test_the_same_word_twice_is_looked_for_once():
    looked: Sequence[str] = wanted_words("obra Obra")
    assert list(looked) == ["obra"]
