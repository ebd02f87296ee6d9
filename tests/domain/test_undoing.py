"""Taking back a conclusion or a sending, and marking as unread (TRA-01, TRA-03, TRA-04, TRA-16)."""

from dataclasses import replace

import pytest

from chalicelib.domain.desk import Desk, Note
from chalicelib.domain.errors import NotFound
from chalicelib.domain.handling import assign, conclude, receive, record_progress, reopen
from chalicelib.domain.presence import Signal
from chalicelib.domain.process import Process, signalled
from chalicelib.domain.undoing import mark_unread, undo_conclusion, undo_sending
from tests.fakes.city import ANA, CABINET, CARLOS, DIEGO, MARINA, PERSONNEL, PROTOCOL, at_work

from .process_examples import (
    CABINET_HEAD,
    DUE,
    PERSONNEL_HEAD,
    PROTOCOL_CLERK,
    after,
    received,
    refused,
    sending,
    sent,
    sentences,
    started,
)

CHIEF = at_work(CARLOS, PROTOCOL)


def state_of(process: Process) -> object:
    """What a sending changes and its undoing must restore; the date of the last move stays."""
    return process.presences.keys(), process.open_units, process.routings


# TRA-04


def test_undone_conclusion_leaves_the_process_in_the_hands_it_was_in():
    held = assign(started(), PROTOCOL_CLERK, CARLOS, after(1)).process
    change = undo_conclusion(conclude(held, PROTOCOL_CLERK, after(2)).process, PROTOCOL_CLERK, after(3))
    assert sentences(change) == [("SEMAD/PROT", "Reabertura do processo na unidade (conclusão desfeita)")]
    presence = change.process.presences["semad-prot"]
    assert (presence.open, presence.assignee, presence.conclusion) == (True, CARLOS, None)


def test_only_who_concluded_undoes_it():
    with refused("conclusion_of_another"):
        undo_conclusion(conclude(started(), PROTOCOL_CLERK, after(2)).process, CHIEF, after(3))


def test_conclusion_by_sending_is_not_undone_as_a_conclusion():
    with refused("conclusion_of_another"):
        undo_conclusion(sent(), PROTOCOL_CLERK, after(3))


def test_open_process_has_no_conclusion_to_undo():
    for process in (
        started(),
        reopen(conclude(started(), PROTOCOL_CLERK, after(1)).process, CHIEF, after(2)).process,
    ):
        with refused("process_already_open"):
            undo_conclusion(process, PROTOCOL_CLERK, after(3))


# TRA-01


def test_undone_sending_leaves_all_as_it_was_and_both_units_read_it():
    before = assign(started(), PROTOCOL_CLERK, CARLOS, after(0.5)).process
    change = undo_sending(sending(before, PROTOCOL_CLERK, PERSONNEL).process, CHIEF, "r1", after(2))
    assert sentences(change) == [
        ("SEMAD/RH", "Desfeito, antes do recebimento, o envio do processo pela unidade SEMAD/PROT"),
        ("SEMAD/PROT", "Reabertura do processo na unidade (envio desfeito)"),
    ]
    assert state_of(change.process) == state_of(before)
    assert change.process.presences["semad-prot"].assignee == CARLOS
    assert [(routing.id, routing.status, routing.open) for routing in change.routings] == [
        ("r1", "undone", False)
    ]


def test_sending_kept_open_is_undone_without_reopening():
    change = undo_sending(sent(keep_open=True, return_due=DUE), PROTOCOL_CLERK, "r1", after(2))
    assert [unit for unit, _ in sentences(change)] == ["SEMAD/RH"]
    assert state_of(change.process) == state_of(started())


def test_sending_to_many_is_undone_whole():
    both = sent(PERSONNEL, CABINET)
    change = undo_sending(both, PROTOCOL_CLERK, "r2", after(2))
    assert state_of(change.process) == state_of(started())
    assert {routing.id for routing in change.routings} == {"r1", "r2"}


def test_sending_one_of_whose_destinations_received_is_not_undone():
    both = receive(sent(PERSONNEL, CABINET), CABINET_HEAD, after(2)).process
    with refused("sending_received"):
        undo_sending(both, PROTOCOL_CLERK, "r1", after(3))


def test_received_sending_whose_return_is_awaited_is_not_undone():
    with refused("sending_received"):
        undo_sending(received(return_due=DUE), PROTOCOL_CLERK, "r1", after(3))


def test_received_sending_is_no_longer_there_to_undo():
    with refused("sending_not_found", NotFound):
        undo_sending(received(), PROTOCOL_CLERK, "r1", after(3))


def test_only_the_unit_that_sent_undoes_it():
    with refused("sending_of_another_unit"):
        undo_sending(sent(), PERSONNEL_HEAD, "r1", after(2))


def test_unit_that_noted_on_it_has_it_at_work():
    process = sent()
    presence = process.presences["semad-rh"]
    noted = replace(presence, desk=Desk(note=Note("Ver", False, MARINA, after(1))))
    worked = replace(process, presences={**process.presences, "semad-rh": noted})
    with refused("sending_received"):
        undo_sending(worked, PROTOCOL_CLERK, "r1", after(2))


def test_unit_that_had_it_already_has_it_again_as_it_was():
    there = assign(received(keep_open=True), PERSONNEL_HEAD, DIEGO, after(3)).process
    again = sending(there, PROTOCOL_CLERK, PERSONNEL, hours=4, first=2).process
    again = signalled(again, PROTOCOL_CLERK, Signal.DOCUMENT_INCLUDED, after(5))
    undone = undo_sending(again, PROTOCOL_CLERK, "r2", after(6)).process
    was, now = there.presences["semad-rh"], undone.presences["semad-rh"]
    assert replace(now, signals=frozenset()) == was
    assert now.signals == {Signal.DOCUMENT_INCLUDED}, "what is new stays new"


def test_sending_is_not_undone_under_that_of_another_unit():
    spread = sending(started(), PROTOCOL_CLERK, CABINET, keep_open=True).process
    first = sending(spread, PROTOCOL_CLERK, PERSONNEL, hours=2, first=2, keep_open=True).process
    then = sending(first, CABINET_HEAD, PERSONNEL, hours=3, first=3).process
    with refused("sending_superseded"):
        undo_sending(then, PROTOCOL_CLERK, "r2", after(4))
    under = undo_sending(then, CABINET_HEAD, "r3", after(4)).process
    assert under.presences["semad-rh"] == first.presences["semad-rh"]
    assert "semad-rh" not in undo_sending(under, PROTOCOL_CLERK, "r2", after(5)).process.presences


def test_sending_that_gave_a_return_back_is_not_undone():
    back = sending(received(return_due=DUE), PERSONNEL_HEAD, PROTOCOL, hours=3, first=2).process
    with refused("sending_gave_back"):
        undo_sending(back, PERSONNEL_HEAD, "r2", after(4))


def test_unit_that_reopened_meanwhile_keeps_it_as_it_is():
    reopened = reopen(sent(), PROTOCOL_CLERK, after(2)).process
    change = undo_sending(reopened, PROTOCOL_CLERK, "r1", after(3))
    assert [unit for unit, _ in sentences(change)] == ["SEMAD/RH"]
    assert change.process.presences["semad-prot"].assignee == ANA


# TRA-16


def test_process_marked_as_unread_is_news_until_opened_and_leaves_no_entry():
    change = mark_unread(received(), PERSONNEL_HEAD, after(3))
    assert change.acts == ()
    assert change.process.presences["semad-rh"].signals == {Signal.MARKED_UNREAD}
    assert change.process.presences["semad-rh"].unread is False, "it stays received"
    opened = receive(change.process, PERSONNEL_HEAD, after(4))
    assert opened.acts == ()
    assert opened.process.presences["semad-rh"].signals == frozenset()


@pytest.mark.parametrize("process", [sent(), mark_unread(received(), PERSONNEL_HEAD, after(3)).process])
def test_what_is_unread_is_not_marked_again(process: Process):
    with refused("already_unread"):
        mark_unread(process, PERSONNEL_HEAD, after(4))


def test_unit_without_the_process_does_not_mark_it():
    with refused("process_not_open_in_unit"):
        mark_unread(received(), CABINET_HEAD, after(3))


def test_act_of_the_unit_receives_and_the_sending_is_past():
    worked = record_progress(sent(), PERSONNEL_HEAD, "Visto", after(2)).process
    with refused("sending_not_found", NotFound):
        undo_sending(worked, PROTOCOL_CLERK, "r1", after(3))
