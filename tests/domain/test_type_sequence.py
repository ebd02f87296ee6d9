"""The numbers of a type are put right and never given twice (DOC-02)."""

from datetime import UTC, datetime

import pytest

from chalicelib.domain.errors import InvalidRequest, Refused
from chalicelib.domain.organisation import Person
from chalicelib.domain.type_sequence import LARGEST_NUMBER, MOST_KEPT, Sequence, adjust

WHO, AT = Person("gustavo.leal", "Gustavo Leal"), datetime(2026, 11, 23, tzinfo=UTC)
FRESH = Sequence("type.oficio.u1.2026")


def adjusted(sequence: Sequence, last: int, following: int) -> Sequence:
    return adjust(sequence, last, following, WHO, AT, "Continuação do livro")


def refusal(sequence: Sequence, last: int, following: int) -> str:
    with pytest.raises((Refused, InvalidRequest)) as caught:
        adjusted(sequence, last, following)
    error = caught.value
    return error.errors[0].code if isinstance(error, InvalidRequest) else error.code


def test_sequence_skips_forward_and_remembers_who_and_why():
    (made,) = adjusted(FRESH, 12, 901).adjustments
    assert (made.before, made.after, made.floor, made.by, made.reason) == (12, 900, 12, WHO, "Continuação do livro")


def test_number_that_a_document_took_never_comes_again():
    assert refusal(FRESH, 12, 12) == "number_taken"
    assert refusal(FRESH, 12, 1) == "number_taken"


def test_skip_by_mistake_is_taken_back_while_nobody_took_a_number_of_it():
    skipped = adjusted(adjusted(FRESH, 12, 901), 900, 951)
    back = adjusted(skipped, 950, 13)
    assert (back.adjustments[0].after, back.floor(12)) == (12, 12)
    assert refusal(skipped, 950, 12) == "number_taken"


def test_skip_is_not_taken_back_after_a_document_took_a_number_of_it():
    skipped = adjusted(FRESH, 12, 901)
    assert skipped.floor(901) == 901
    assert refusal(skipped, 901, 13) == "number_taken"


def test_sequence_that_never_numbered_may_begin_anywhere_and_go_back_to_its_beginning():
    assert adjusted(adjusted(FRESH, 0, 500), 499, 1).adjustments[0].after == 0


@pytest.mark.parametrize(
    ("following", "code"),
    [(0, "number_out_of_range"), (LARGEST_NUMBER + 1, "number_out_of_range"), (13, "nothing_changed")],
)
def test_what_is_no_adjustment_is_refused(following, code):
    assert refusal(FRESH, 12, following) == code


def test_only_the_last_adjustments_are_kept():
    sequence = FRESH
    for turn in range(MOST_KEPT + 5):
        sequence = adjusted(sequence, turn * 10, (turn + 1) * 10 + 1)
    assert (len(sequence.adjustments), sequence.revision) == (MOST_KEPT, MOST_KEPT + 5)
