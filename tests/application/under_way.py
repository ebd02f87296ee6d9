"""Processes under way in the city of ``tests.fakes``, made by the use cases themselves."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from chalicelib.application.processes.registration import RegistrationForm
from chalicelib.application.processes.start import StartForm, start_process
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.application.routing.receive import receive_process
from chalicelib.application.routing.send import SendForm, send_process
from chalicelib.domain.access import AccessLevel, Profile
from chalicelib.domain.deadline import DueRule, OnDate
from chalicelib.domain.document import Document, DocumentState, Kind, Metadata
from chalicelib.domain.errors import DomainError, InvalidRequest
from chalicelib.domain.process import Named
from tests.fakes.city import ANA, CABINET, CARLOS, HELENA, IVO, MARINA, PENSIONS, PERSONNEL, PROTOCOL, at_work
from tests.fakes.outside import Outside

CLERK = at_work(ANA, PROTOCOL)
CHIEF = at_work(CARLOS, PROTOCOL)
HEAD = at_work(MARINA, PERSONNEL)
CABINET_HEAD = at_work(HELENA, CABINET)
FOREIGNER = at_work(IVO, PENSIONS)
TECHNICIAN = at_work(ANA, PROTOCOL, Profile.TECHNOLOGY)

FORM = RegistrationForm("pedido", "Poda de árvore", ("01.02.01",), (), "public")
RESTRICTED = replace(FORM, access_level="restricted", legal_basis="pessoal")
DUE = OnDate(date(2026, 12, 1))


def started(outside: Outside, form: RegistrationForm = FORM, remark: str = "") -> str:
    """A process started by Ana; -> its id."""
    reply = start_process(outside.ports, CLERK, outside.operation(), StartForm(form, remark))
    return str(reply["id"])


def sent(outside: Outside, *units: str, keep_open: bool = False, due: DueRule | None = None) -> str:
    """A process sent by Ana, unread in its units; -> its id."""
    process = started(outside)
    form = SendForm(units or (PERSONNEL.id,), keep_open, due)
    send_process(outside.ports, CLERK, outside.operation(), process, form)
    return process


def received(outside: Outside, keep_open: bool = False, due: DueRule | None = None) -> str:
    """A process that Marina's unit received from Ana's; -> its id."""
    process = sent(outside, keep_open=keep_open, due=due)
    receive_process(outside.ports, HEAD, outside.operation(), process)
    return process


def awaited(outside: Outside) -> tuple[str, str]:
    """A process that Ana keeps open, awaiting its return; -> (process, routing)."""
    process = sent(outside, keep_open=True, due=DUE)
    return process, outside.memory.process(process).routings[0].id


def with_document(outside: Outside, process: str, number: int = 1, **changes: Any) -> Document:
    """Put a document in the tree, past its own use cases, which are not the matter here."""
    document = Document(
        id=f"{number:05d}doc",
        process=process,
        number=f"{number:07d}",
        order=number,
        kind=Kind.AUTHORED,
        type=Named("oficio", "Ofício"),
        state=DocumentState.DRAFT,
        unit=PROTOCOL.short,
        author=ANA,
        created_at=outside.now,
        metadata=Metadata(),
    )
    document = replace(document, **changes)
    memory = outside.memory
    memory.things[DocumentKey(process, document.id)] = document
    held = memory.process(process)
    memory.things[ProcessKey(process)] = replace(held, live_documents=held.live_documents + 1)
    return document


def restrict(outside: Outside, process: str) -> None:
    """Make the whole process restricted, as a restricted document in it would."""
    held = outside.memory.process(process)
    outside.memory.things[ProcessKey(process)] = replace(
        held, document_levels={AccessLevel.RESTRICTED.value: 1}
    )


def refused(code: str, kind: type[DomainError] = DomainError) -> pytest.RaisesExc[DomainError]:
    """Expects the refusal with this code."""
    return pytest.RaisesExc(kind, check=lambda refusal: refusal.code == code)


def invalid(*troubles: tuple[str, str]) -> pytest.RaisesExc[InvalidRequest]:
    """Expects these (field, code) and no others."""
    return pytest.RaisesExc(
        InvalidRequest,
        check=lambda refusal: [(each.field, each.code) for each in refusal.errors] == list(troubles),
    )


def unchanged(outside: Outside, process: str, act: Callable[[], object]) -> None:
    """Run an act that must be refused, and see that it wrote nothing."""
    before = outside.memory.things.get(ProcessKey(process)), list(outside.memory.histories.get(process, []))
    with pytest.raises(DomainError):
        act()
    after = outside.memory.things.get(ProcessKey(process)), list(outside.memory.histories.get(process, []))
    assert after == before
