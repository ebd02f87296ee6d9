"""A process made from another (PRO-12)."""

from dataclasses import replace

import pytest

from chalicelib.domain import duplicating
from chalicelib.domain.acknowledgement import Acknowledgement
from chalicelib.domain.document import Document, DocumentState, Pen
from chalicelib.domain.process import Process, State
from chalicelib.domain.sending import Order, send
from tests.fakes.city import MARINA, PERSONNEL

from .document_examples import draft, signed, uploaded
from .process_examples import PROTOCOL_CLERK, after, refused, sentences, started


def begun(places: int = 2) -> Process:
    source = started()
    change = duplicating.begin(
        "p2", "01101.000002/2026-71", PROTOCOL_CLERK, source, source.registration, places, after(1)
    )
    return change.process


def copied(document: Document) -> Document:
    return duplicating.copied(document, begun(), "00002-x", "0000999", 2, PROTOCOL_CLERK)


def test_duplicate_says_where_it_comes_from_and_is_view_only_while_it_is_made():
    source = started()
    change = duplicating.begin("p2", "2", PROTOCOL_CLERK, source, source.registration, 3, after(1))
    assert [sentence for _, sentence in sentences(change)] == [
        "Processo público gerado",
        f"Processo gerado por duplicação do processo {source.nup}",
        "Processo bloqueado. Duplicação em andamento",
    ]
    assert duplicating.in_the_making(change.process)
    with refused("process_locked"):
        send(change.process, PROTOCOL_CLERK, (PERSONNEL,), ("r1",), Order(), after(2))


def test_copy_of_a_signed_document_is_a_draft_with_nothing_said_about_it():
    given = Acknowledgement(MARINA, PERSONNEL.short, after(1))
    original = signed(seen_elsewhere=True, acknowledgements=(given,), locked=True)
    copy = copied(original)
    assert (copy.state, copy.pen, copy.signatures, copy.acknowledgements) == (
        DocumentState.DRAFT,
        Pen.NONE,
        (),
        (),
    )
    assert (copy.seen_elsewhere, copy.locked, copy.frozen, copy.type_number) == (False, False, None, None)
    assert (copy.process, copy.number, copy.order, copy.author) == ("p2", "0000999", 2, PROTOCOL_CLERK.user)
    assert copy.metadata == original.metadata


def test_copy_of_a_file_is_the_same_file():
    original = uploaded()
    copy = copied(original)
    assert (copy.state, copy.file) == (DocumentState.FILED, original.file)


@pytest.mark.parametrize(
    ("document", "why"),
    [
        (draft(), duplicating.DRAFT),
        (signed(state=DocumentState.CANCELLED), duplicating.CANCELLED),
        (signed(), None),
        (uploaded(), None),
    ],
    ids=["draft", "cancelled", "signed", "file"],
)
def test_drafts_and_what_is_cancelled_are_not_copied(document: Document, why: str | None):
    assert duplicating.left_out(document) == why


def test_document_enters_the_duplicate_in_its_place_and_the_duplicate_stays_closed():
    process = begun()
    change = duplicating.include(process, PROTOCOL_CLERK, copied(signed()), after(2))
    assert (change.process.live_documents, change.process.document_count) == (1, 2)
    assert duplicating.in_the_making(change.process)
    assert [sentence for _, sentence in sentences(change)] == ["Gerado documento público 0000999 (Ofício)"]


def test_when_everything_is_in_it_the_duplicate_is_open():
    change = duplicating.finish(begun(), PROTOCOL_CLERK)
    assert (change.process.state, change.process.lock) == (State.NORMAL, None)
    assert [sentence for _, sentence in sentences(change)] == ["Processo desbloqueado"]


def test_process_that_an_administrator_locked_is_not_in_the_making():
    process = begun()
    assert process.lock is not None
    assert not duplicating.in_the_making(replace(process, lock=replace(process.lock, reason="Outro motivo")))
