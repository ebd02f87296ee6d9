"""Suspending and resuming a process, alone or until another is decided (PRO-16)."""

from dataclasses import replace

import pytest

from chalicelib.domain.process import Process, State, check_active
from chalicelib.domain.suspending import resume, suspend
from chalicelib.domain.tying import lock
from tests.fakes.city import ANA, CARLOS, PROTOCOL, at_work

from .process_examples import (
    DUE,
    PERSONNEL_HEAD,
    PROTOCOL_CLERK,
    after,
    received,
    refused,
    sent,
    sentences,
    started,
)

REASON = "Aguarda o laudo"


def other(**changes: object) -> Process:
    """A second process."""
    return replace(started(), id="p2", nup="01101.000002/2026-52", **changes)  # type: ignore[arg-type]


def suspended(linked: Process | None = None) -> Process:
    return suspend(started(), PROTOCOL_CLERK, REASON, after(1), linked)[0].process


def test_suspended_process_says_why_and_by_whom_and_stays_open_here():
    change, told = suspend(started(), PROTOCOL_CLERK, REASON, after(1))
    held = change.process
    assert sentences(change) == [("SEMAD/PROT", "Sobrestamento. Aguarda o laudo")]
    assert told is None
    assert held.state is State.SUSPENDED
    assert held.open_units == {"semad-prot"}
    assert held.suspension
    assert (held.suspension.reason, held.suspension.by) == (REASON, ANA)
    with refused("process_suspended"):
        check_active(held)


def test_process_open_elsewhere_is_not_suspended():
    with refused("process_open_elsewhere"):
        suspend(sent(keep_open=True), PROTOCOL_CLERK, REASON, after(2))


def test_process_whose_return_is_awaited_is_not_suspended():
    awaited = received(return_due=DUE)
    with refused("return_pending"):
        suspend(awaited, PERSONNEL_HEAD, REASON, after(3))


def test_unit_without_the_process_does_not_suspend_it():
    with refused("process_not_open_in_unit"):
        suspend(started(), PERSONNEL_HEAD, REASON, after(1))


def test_suspended_process_is_not_suspended_again():
    with refused("process_suspended"):
        suspend(suspended(), PROTOCOL_CLERK, REASON, after(2))


def test_unread_process_is_received_before_it_is_suspended():
    change, _ = suspend(sent(), PERSONNEL_HEAD, REASON, after(2))
    assert next(sentence for _, sentence in sentences(change)) == "Processo recebido na unidade"


def test_process_suspended_until_another_is_decided_tells_both():
    change, told = suspend(started(), PROTOCOL_CLERK, REASON, after(1), other())
    assert told is not None
    assert sentences(change) == [
        ("SEMAD/PROT", "Sobrestado com vínculo ao processo 01101.000002/2026-52. Aguarda o laudo")
    ]
    assert sentences(told) == [("SEMAD/PROT", "Sobrestando o processo 01101.000001/2026-26")]
    assert told.process == other(), "the other one goes on as it was"


@pytest.mark.parametrize(
    ("linked", "code"),
    [
        (started(), "same_process"),
        (other(state=State.ANNEXED), "other_process_annexed"),
        (other(state=State.LOCKED), "other_process_locked"),
    ],
    ids=["itself", "annexed", "locked"],
)
def test_process_is_not_suspended_for_one_that_cannot_be_tied(linked: Process, code: str):
    with refused(code):
        suspend(started(), PROTOCOL_CLERK, REASON, after(1), linked)


def test_colleague_of_the_unit_resumes_it():
    change, told = resume(suspended(), at_work(CARLOS, PROTOCOL), after(5))
    assert sentences(change) == [("SEMAD/PROT", "Remoção de sobrestamento")]
    assert told is None
    assert change.process.state is State.NORMAL
    assert change.process.suspension is None
    assert change.process.presences["semad-prot"].last_activity_at == after(5)


def test_resuming_tells_the_process_it_waited_for():
    change, told = resume(suspended(other()), PROTOCOL_CLERK, after(5), other())
    assert told is not None
    assert sentences(change) == [
        ("SEMAD/PROT", "Deixou de estar sobrestado com vínculo ao processo 01101.000002/2026-52")
    ]
    assert sentences(told) == [("SEMAD/PROT", "Deixou de sobrestar o processo 01101.000001/2026-26")]


def test_process_that_waited_for_one_since_deleted_still_resumes():
    change, told = resume(suspended(other()), PROTOCOL_CLERK, after(5))
    assert sentences(change) == [("SEMAD/PROT", "Remoção de sobrestamento")]
    assert told is None


def test_process_that_is_not_suspended_does_not_resume():
    with refused("process_not_suspended"):
        resume(started(), PROTOCOL_CLERK, after(1))
    with refused("process_not_suspended"):
        resume(lock(started(), PROTOCOL_CLERK, "-", after(1)).process, PROTOCOL_CLERK, after(2))


def test_only_the_unit_that_suspended_resumes():
    with refused("suspended_by_another_unit"):
        resume(suspended(), PERSONNEL_HEAD, after(5))
