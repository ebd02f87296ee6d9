"""The order of the tree, chosen by hand (PRO-18)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.document import Document
from chalicelib.domain.errors import InvalidRequest
from chalicelib.domain.placed import UNMOVED, places
from chalicelib.domain.process import Process, State
from chalicelib.domain.tree_order import MAXIMUM_PLACED, Move, arrange
from tests.fakes.city import PERSONNEL

from .document_examples import draft
from .process_examples import PERSONNEL_HEAD, PROTOCOL_CLERK, after, refused, sent, sentences, started


def letters(count: int) -> list[Document]:
    return [draft(id=f"{n:05d}-d", order=n) for n in range(1, count + 1)]


def holding(count: int) -> Process:
    return replace(started(), document_count=count, live_documents=count)


def moved(process: Process, *moves: Move, from_original: bool = False) -> Process:
    return arrange(process, PROTOCOL_CLERK, moves, from_original, after(1)).process


def tree(process: Process, documents: list[Document]) -> list[int]:
    """The orders in which the documents came, as they stand now."""
    by_hand = places(process.placed)
    line = sorted(documents, key=lambda one: by_hand.get(one.id, (one.order, UNMOVED)))
    return [one.order for one in line]


def test_document_goes_before_another_and_one_entry_tells_it():
    documents = letters(4)
    change = arrange(holding(4), PROTOCOL_CLERK, [Move(documents[3], documents[1])], False, after(1))
    assert tree(change.process, documents) == [1, 4, 2, 3]
    assert [sentence for _, sentence in sentences(change)] == ["Alterada ordem dos protocolos"]


def test_document_goes_to_the_end_and_what_comes_later_stands_after_it():
    documents = letters(3)
    process = moved(holding(3), Move(documents[0], None))
    assert tree(process, documents) == [2, 3, 1]
    assert tree(replace(process, document_count=4), letters(4)) == [2, 3, 1, 4]


def test_document_put_back_where_it_came_is_no_longer_kept_as_placed():
    documents = letters(4)
    process = moved(holding(4), Move(documents[3], documents[0]))
    assert moved(process, Move(documents[3], None)).placed == ()
    process = moved(holding(4), Move(documents[0], documents[2]))
    assert moved(process, Move(documents[0], documents[1])).placed == ()


def test_original_order_is_restored_and_moves_may_follow():
    documents = letters(4)
    process = moved(holding(4), Move(documents[3], documents[0]), Move(documents[2], documents[0]))
    assert tree(moved(process, from_original=True), documents) == [1, 2, 3, 4]
    again = moved(process, Move(documents[1], documents[0]), from_original=True)
    assert tree(again, documents) == [2, 1, 3, 4]


def test_order_that_stays_as_it_is_leaves_no_entry():
    documents = letters(2)
    with refused("nothing_changed"):
        moved(holding(2), Move(documents[0], documents[1]))


def test_document_does_not_go_before_itself():
    (one,) = letters(1)
    with pytest.raises(InvalidRequest) as refusal:
        moved(holding(1), Move(one, one))
    assert [(each.field, each.code) for each in refusal.value.errors] == [("moves.0.before", "before_itself")]


def test_few_hundred_documents_may_stand_elsewhere_than_they_came():
    documents = letters(MAXIMUM_PLACED + 3)
    moves = [Move(one, documents[0]) for one in documents[2:]]
    with refused("too_many_placed"):
        moved(holding(len(documents)), *moves)


def test_unit_that_does_not_hold_the_process_does_not_order_it():
    (one, other) = letters(2)
    with refused("process_not_open_in_unit"):
        arrange(holding(2), PERSONNEL_HEAD, [Move(other, one)], False, after(1))


def test_suspended_process_keeps_its_order():
    (one, other) = letters(2)
    with refused("process_suspended"):
        moved(replace(holding(2), state=State.SUSPENDED), Move(other, one))


def test_ordering_what_has_just_arrived_receives_it():
    (one, other) = letters(2)
    process = replace(sent(PERSONNEL), document_count=2)
    change = arrange(process, PERSONNEL_HEAD, [Move(other, one)], False, after(2))
    assert [sentence for _, sentence in sentences(change)] == [
        "Processo recebido na unidade",
        "Alterada ordem dos protocolos",
    ]


@given(
    st.lists(
        st.one_of(
            st.just(("include", 0)),
            st.tuples(st.integers(0, 30), st.integers(0, 31)),
        ),
        max_size=40,
    )
)
def test_tree_stands_as_a_plain_list_would_after_any_moves(acts: list[tuple[object, int]]):
    """Against a list that is cut and joined; documents come in between."""
    process, documents = holding(5), letters(5)
    line = [one.order for one in documents]
    for what, where in acts:
        if what == "include":
            documents = letters(len(documents) + 1)
            process = replace(process, document_count=len(documents))
            line.append(len(documents))
            continue
        assert isinstance(what, int)
        moving = documents[what % len(documents)]
        rest = [order for order in line if order != moving.order]
        place = where % (len(rest) + 1)
        before = documents[rest[place] - 1] if place < len(rest) else None
        change = [*rest[:place], moving.order, *rest[place:]]
        if change == line:
            continue
        process, line = moved(process, Move(moving, before)), change
        assert tree(process, documents) == line
