"""A try that lost a race is repeated with the name it had: what was written under it is found again (DOC-01, DOC-08,
DOC-18)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from chalicelib.application.documents.create import create_draft
from chalicelib.application.documents.file import FilingForm, file_document
from chalicelib.application.documents.move import MoveForm, move_document
from chalicelib.application.transaction import Reply, WriteConflict
from chalicelib.domain.document import Document
from tests.application.under_way import CLERK, started
from tests.fakes.memory import MemoryWork
from tests.fakes.outside import Outside

from .office import FILED, declared, draft_form, filed, inspected

Act = Callable[[], Reply]


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the documents that each try puts in place."""
    names: list[str] = []
    put = MemoryWork.put_document

    def watched(work: MemoryWork, before: Document | None, after: Document) -> None:
        names.append(after.id)
        put(work, before, after)

    monkeypatch.setattr(MemoryWork, "put_document", watched)
    return names


@pytest.fixture
def unlucky(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From now on somebody else is faster, twice."""

    def begin() -> None:
        commit, lost = MemoryWork.commit, [1, 2]

        def losing(work: MemoryWork, reply: Reply) -> None:
            if lost:
                lost.pop()
                raise WriteConflict
            commit(work, reply)

        monkeypatch.setattr(MemoryWork, "commit", losing)

    return begin


def creating(outside: Outside) -> Act:
    process, operation = started(outside), outside.operation()
    return lambda: create_draft(outside.ports, CLERK, operation, process, draft_form())


def filing(outside: Outside) -> Act:
    process, operation = started(outside), outside.operation()
    upload = declared(outside, process)
    inspected(outside, process, upload)
    form = FilingForm(upload, "requerimento", replace(FILED))
    return lambda: file_document(outside.ports, CLERK, operation, process, form)


def moving(outside: Outside) -> Act:
    held, operation = filed(outside, started(outside)), outside.operation()
    form = MoveForm(started(outside), "É de outro pedido")
    return lambda: move_document(outside.ports, CLERK, operation, held.process, held.id, form)


@pytest.mark.parametrize("arrange", [creating, filing, moving])
def test_document_keeps_its_name_however_often_the_race_is_lost(
    outside: Outside, named: list[str], unlucky: Callable[[], None], arrange: Callable[[Outside], Act]
) -> None:
    act = arrange(outside)
    named.clear()
    unlucky()
    reply = act()
    assert len(named) == 3
    assert set(named) == {reply.get("id") or reply["document"]}
