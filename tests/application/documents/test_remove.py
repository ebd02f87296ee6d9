"""Deleting and cancelling: DOC-17, the matrix of features.md §1.2, entries 33 and 51, PRO-08."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from chalicelib.application.documents.cancel import cancel_document
from chalicelib.application.documents.delete import delete_document
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.application.routing.conclude import conclude_process
from chalicelib.application.routing.reopen import reopen_process
from chalicelib.application.routing.send import SendForm, send_process
from chalicelib.domain.access import AccessLevel
from chalicelib.domain.document import Document, DocumentState
from chalicelib.domain.errors import Forbidden, NotFound
from chalicelib.domain.process import State
from tests.application.under_way import CLERK, HEAD, TECHNICIAN, received, refused, started
from tests.fakes.city import CABINET
from tests.fakes.outside import Outside

from .office import RESTRICTED, again, draft_form, drafted, filed, seen, signed


def delete(outside: Outside, document: Document, who=CLERK):
    operation = outside.operation(who.user.id)
    return delete_document(outside.ports, who, operation, document.process, document.id)


def cancel(outside: Outside, document: Document, who=CLERK, reason: str = "Juntado por engano"):
    operation = outside.operation(who.user.id)
    return cancel_document(outside.ports, who, operation, document.process, document.id, reason)


def draft(outside: Outside) -> Document:
    return drafted(outside, received(outside, keep_open=True))


def yellow(outside: Outside) -> Document:
    return signed(outside, draft(outside))


def black(outside: Outside) -> Document:
    return seen(outside, yellow(outside))


def file(outside: Outside) -> Document:
    process = received(outside, keep_open=True)
    outside.later(minutes=1)
    return filed(outside, process)


def file_seen(outside: Outside) -> Document:
    return seen(outside, file(outside))


def file_sent(outside: Outside) -> Document:
    document = file(outside)
    outside.later(minutes=1)
    form = SendForm((CABINET.id,), True)
    send_process(outside.ports, CLERK, outside.operation(), document.process, form)
    return document


def file_reopened(outside: Outside) -> Document:
    document = file(outside)
    outside.later(minutes=1)
    conclude_process(outside.ports, CLERK, outside.operation(), document.process, None)
    reopen_process(outside.ports, CLERK, outside.operation(), document.process)
    return document


# features.md §1.2: one of the two is always possible, and never both.
MATRIX: dict[Callable[[Outside], Document], bool] = {
    draft: True,
    yellow: True,
    black: False,
    file: True,
    file_seen: False,
    file_sent: False,
    file_reopened: False,
}


@pytest.mark.parametrize(
    ("made", "deletable"), MATRIX.items(), ids=lambda part: getattr(part, "__name__", None)
)
def test_document_is_deleted_or_else_cancelled(outside: Outside, made, deletable):
    document = made(outside)
    if deletable:
        with refused("document_not_cancellable", Forbidden):
            cancel(outside, document)
        delete(outside, document)
        assert DocumentKey(document.process, document.id) not in outside.memory.things
    else:
        with refused("document_not_deletable", Forbidden):
            delete(outside, document)
        cancel(outside, document)
        assert again(outside, document).state is DocumentState.CANCELLED


def test_deletion_is_told(outside: Outside):
    document = draft(outside)
    delete(outside, document)
    sentences = outside.memory.sentences(document.process)
    assert sentences[-1] == ("SEMAD/PROT", "Exclusão do documento 0000001 (Ofício 1/2026)")
    assert outside.memory.process(document.process).live_documents == 0


def test_numbers_of_a_deleted_document_are_never_used_again(outside: Outside):
    document = draft(outside)
    delete(outside, document)
    following = drafted(outside, document.process)
    assert (following.number, following.type_number, following.order) == ("0000002", "2/2026", 2)


def test_cancellation_is_told_with_its_reason_and_the_node_stays(outside: Outside):
    document = black(outside)
    cancel(outside, document)
    assert outside.memory.sentences(document.process)[-1] == (
        "SEMAD/PROT",
        "Cancelado documento 0000001 (Ofício 1/2026). Juntado por engano",
    )
    assert again(outside, document).cancellation == "Juntado por engano"
    assert outside.memory.process(document.process).live_documents == 1


def test_cancelled_document_is_not_cancelled_again_deleted_or_signed(outside: Outside):
    document = black(outside)
    cancel(outside, document)
    for act in (cancel, delete):
        with refused("document_cancelled", Forbidden):
            act(outside, document)


@pytest.mark.parametrize("made", [yellow, black, file], ids=lambda made: made.__name__)
def test_only_the_unit_that_included_it_removes_it(outside: Outside, made):
    document = made(outside)
    for act in (delete, cancel):
        with refused("document_of_another_unit", Forbidden):
            act(outside, document, HEAD)


def test_who_may_not_know_of_it_is_told_nothing(outside: Outside):
    document = draft(outside)
    for act in (delete, cancel):
        with pytest.raises(NotFound):
            act(outside, document, TECHNICIAN)
        with pytest.raises(NotFound):
            act(outside, replace(document, id="nada"))


def test_unit_that_concluded_the_process_removes_nothing(outside: Outside):
    document = drafted(outside, received(outside), HEAD)
    operation = outside.operation("marina.costa")
    conclude_process(outside.ports, HEAD, operation, document.process, None)
    for act in (delete, cancel):
        with refused("process_not_open_here", Forbidden):
            act(outside, document, HEAD)


@pytest.mark.parametrize(
    ("state", "code"), [(State.SUSPENDED, "process_suspended"), (State.ANNEXED, "process_view_only")]
)
def test_nothing_is_removed_from_a_process_at_rest(outside: Outside, state, code):
    removable: list[tuple[Any, Document]] = [(delete, draft(outside)), (cancel, black(outside))]
    for act, document in removable:
        held = outside.memory.process(document.process)
        outside.memory.things[ProcessKey(document.process)] = replace(held, state=state)
        with refused(code):
            act(outside, document)


def test_document_read_elsewhere_while_it_is_deleted_stays(outside: Outside):
    document = yellow(outside)
    others = iter([None])

    def race() -> None:
        if next(others, 0) is None:
            seen(outside, document)

    outside.memory.interrupt = race
    with refused("document_not_deletable", Forbidden):
        delete(outside, document)
    assert again(outside, document).signatures


def test_restriction_leaves_with_its_last_document(outside: Outside):
    process = started(outside)
    document = drafted(outside, process, form=replace(draft_form(), metadata=RESTRICTED))
    delete(outside, document)
    assert outside.memory.process(process).effective_level is AccessLevel.PUBLIC
    assert outside.memory.sentences(process)[-1][1] == "Alterado nível de acesso geral para público"


def test_repeated_deletion_answers_as_the_first(outside: Outside):
    document = draft(outside)
    operation = outside.operation(key="exclusao-1")
    place = (document.process, document.id)
    first = delete_document(outside.ports, CLERK, operation, *place)
    assert delete_document(outside.ports, CLERK, operation, *place) == first
