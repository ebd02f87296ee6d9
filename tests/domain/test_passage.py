"""Where a passage is after the text went on being written (DOC-03)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.content import parse
from chalicelib.domain.errors import Refused
from chalicelib.domain.passage import LONGEST_PASSAGE, THING, carried, mark, written
from tests.domain.content_examples import document, footnote, heading, paragraph, section, variable

LETTER = (
    "Ofício nº 12\nSenhor Secretário,\nSolicito a poda da árvore em vinte dias, sem prejuízo do trânsito.\n"
    "Nada mais havendo a tratar,\nAna Lima"
)


def found(new: str, words: str, old: str = LETTER) -> str | None:
    """What the passage with these words says in the new text."""
    start = old.index(words)
    span = carried(old, new, (start, start + len(words)))
    return new[slice(*span)] if span else None


def test_each_paragraph_and_heading_is_a_line_and_each_thing_a_character():
    content = parse(
        document(
            section("title", heading("Parecer")),
            section("body", paragraph("Em ", variable("data_extenso"), footnote("nota"), " decido"), paragraph()),
        )
    )
    assert written(content) == f"Parecer\nEm {THING}{THING} decido\n"


def test_passage_stays_where_it_was_when_the_text_around_it_changes():
    assert found(LETTER, "vinte dias") == "vinte dias"
    assert found("Ao Gabinete\n" + LETTER, "vinte dias") == "vinte dias"
    longer = LETTER.replace("Senhor Secretário,", "Prezado Senhor Secretário de Obras,")
    assert found(longer, "vinte dias") == "vinte dias"
    assert found(LETTER.replace("Solicito a poda", "Venho pedir a poda urgente"), "vinte dias") == "vinte dias"


def test_passage_said_otherwise_is_still_the_passage():
    assert found(LETTER.replace("vinte", "trinta"), "vinte") == "trinta"
    assert found(LETTER.replace("em vinte dias", "em vinte longos dias"), "vinte dias") == "vinte longos dias"
    assert found(LETTER.replace("vinte dias,", "quinze dias,"), "em vinte dias") == "em quinze dias"


def test_passage_taken_away_is_gone():
    assert found(LETTER.replace(" em vinte dias", ""), "em vinte dias") is None
    assert found(LETTER.replace("Nada mais havendo a tratar,\n", ""), "Nada mais havendo a tratar,") is None
    assert found("", "vinte dias") is None


def test_paragraph_in_the_place_of_another_does_not_inherit_its_comment():
    for other in ("Seguem anexos os croquis.", "Segue a planta,", ","):
        assert found(LETTER.replace("Nada mais havendo a tratar,", other), "Nada mais havendo a tratar,") is None


def test_passage_cut_here_and_pasted_there_is_followed():
    line = "Nada mais havendo a tratar,"
    assert found(f"{line}\n" + LETTER.replace(f"{line}\n", ""), line) == line
    within = LETTER.replace(", sem prejuízo do trânsito", "")
    within = within.replace("Secretário,", "Secretário, sem prejuízo do trânsito,")
    assert found(within, "sem prejuízo do trânsito") == "sem prejuízo do trânsito"


def test_of_equal_passages_the_one_that_was_marked_is_followed():
    old = "defiro\nprimeiro\ndefiro\nsegundo\ndefiro"
    second = old.index("defiro", 10)
    new = "antes\ndefiro\nprimeiro\ndefiro\nsegundo\ndefiro"
    assert carried(old, new, (second, second + 6)) == (second + 6, second + 12)
    without = "defiro\nprimeiro\nsegundo\ndefiro"
    assert carried(old, without, (second, second + 6)) is None


def test_passage_of_several_paragraphs_keeps_what_is_left_of_it():
    words = "Secretário,\nSolicito a poda da árvore"
    assert found(LETTER.replace("Solicito a poda da", "Peço a poda da"), words) == "Secretário,\nPeço a poda da árvore"


WORDS = st.sampled_from(("poda", "árvore", "vinte", "dias", "e", "de", ",", "."))
LINES = st.lists(st.lists(WORDS, max_size=6).map(" ".join), min_size=1, max_size=8)


@given(LINES, LINES, st.data())
def test_span_is_always_within_the_text_and_never_empty(old, new, data):
    before, after = "\n".join(old), "\n".join(new)
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    span = carried(before, after, (start, end)) if end > start else None
    assert span is None or (0 <= span[0] < span[1] <= len(after)) or before == after


@given(LINES, LINES, LINES, st.data())
def test_what_is_written_above_and_below_moves_a_passage_of_a_line_found_once(above, kept, below, data):
    old = "\n".join(["comentado aqui mesmo", *kept])
    new = "\n".join([*above, old, *below])
    start = data.draw(st.integers(0, 10))
    shift = len("\n".join(above)) + 1
    assert carried(old, new, (start, start + 9)) == (start + shift, start + 9 + shift)


def test_long_texts_without_one_line_in_common_are_not_compared_word_by_word():
    old, new = " ".join(map(str, range(3000))), " ".join(map(str, range(3000, 6000)))
    assert carried(old, new, (0, 4)) is None


# Marking


def test_passage_is_marked_where_the_words_are_nearest():
    text = "defiro, e defiro de novo: defiro"
    assert [mark("key", text, near, "defiro").start for near in (0, 8, 12, 40)] == [0, 10, 10, 26]


def test_words_that_are_not_in_the_text_mark_nothing():
    with pytest.raises(Refused) as refusal:
        mark("key", LETTER, 0, "indefiro")
    assert refusal.value.code == "passage_not_found"


@pytest.mark.parametrize("words", [" ", "\n\n", THING, f" {THING}\n"])
def test_nothing_to_read_is_no_passage(words):
    with pytest.raises(Refused) as refusal:
        mark("key", f"x{words}x", 0, words)
    assert refusal.value.code == "passage_empty"


def test_passage_has_a_longest():
    text = "x" * (LONGEST_PASSAGE + 1)
    assert mark("key", text, 0, text[1:]).end == LONGEST_PASSAGE
    with pytest.raises(Refused) as refusal:
        mark("key", text, 0, text)
    assert refusal.value.code == "passage_too_long"
