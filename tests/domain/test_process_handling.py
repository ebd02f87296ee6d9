"""What a unit does with a process it holds: TRA-02, TRA-04 to TRA-07, TRA-14, PRO-27 and features.md §1.1."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from chalicelib.domain.handling import assign, conclude, receive, record_progress, reopen
from chalicelib.domain.identity import Actor
from chalicelib.domain.organisation import Person
from chalicelib.domain.presence import Signal
from chalicelib.domain.process import Change, Process, signalled
from chalicelib.domain.registering import edit, remark
from tests.fakes.city import ANA, CABINET, CARLOS, DIEGO, PERSONNEL, PROTOCOL, WORKS, at_work

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

WRITES: dict[str, Callable[[Process, Actor], Change]] = {
    "assign": lambda process, actor: assign(process, actor, DIEGO, after(2)),
    "progress": lambda process, actor: record_progress(process, actor, "Visto", after(2)),
    "remark": lambda process, actor: remark(process, actor, "nota", after(2)),
    "conclude": lambda process, actor: conclude(process, actor, after(2)),
    "edit": lambda process, actor: edit(
        process, actor, replace(process.registration, specification="Outra"), after(2)
    ),
    "send": lambda process, actor: sending(process, actor, WORKS, hours=2, first=9),
}

# TRA-02


def test_opening_a_process_that_arrived_receives_it_and_its_routing():
    change = receive(sent(), PERSONNEL_HEAD, after(2))
    assert sentences(change) == [("SEMAD/RH", "Processo recebido na unidade")]
    assert change.process.presences["semad-rh"].unread is False
    assert [(routing.id, routing.received_at) for routing in change.routings] == [("r1", after(2))]
    assert change.process.routings == ()


@pytest.mark.parametrize("write", WRITES)
def test_any_write_on_an_unread_process_receives_it_first(write: str):
    change = WRITES[write](sent(), PERSONNEL_HEAD)
    assert sentences(change)[0] == ("SEMAD/RH", "Processo recebido na unidade")
    assert [routing.received_at for routing in change.routings if routing.id == "r1"] == [after(2)]


@pytest.mark.parametrize("write", WRITES)
def test_write_on_a_process_already_received_does_not_receive_it_again(write: str):
    change = WRITES[write](received(), PERSONNEL_HEAD)
    assert "Processo recebido na unidade" not in [sentence for _, sentence in sentences(change)]


@pytest.mark.parametrize("write", WRITES)
def test_unit_without_the_process_open_can_do_nothing_on_it(write: str):
    for actor in (CABINET_HEAD, PROTOCOL_CLERK):
        with refused("process_not_open_in_unit"):
            WRITES[write](received(), actor)


def test_received_process_cannot_be_received_again():
    with refused("process_already_received"):
        receive(received(), PERSONNEL_HEAD, after(3))


def test_unit_to_which_it_was_not_sent_cannot_receive():
    with refused("process_not_open_in_unit"):
        receive(sent(), CABINET_HEAD, after(2))


def test_one_receipt_answers_two_sendings_to_the_unit():
    twice = sending(sent(PERSONNEL, keep_open=True), PROTOCOL_CLERK, PERSONNEL, hours=2, first=2).process
    change = receive(twice, PERSONNEL_HEAD, after(3))
    assert sentences(change) == [("SEMAD/RH", "Processo recebido na unidade")]
    assert [routing.id for routing in change.routings] == ["r1", "r2"]


# TRA-14


def test_news_reach_the_other_open_units_and_not_the_one_that_made_them():
    process = sent(PERSONNEL, CABINET, keep_open=True)
    told = signalled(process, PERSONNEL_HEAD, Signal.DOCUMENT_INCLUDED, after(2))
    assert {unit: set(presence.signals) for unit, presence in told.presences.items()} == {
        "semad-prot": {Signal.DOCUMENT_INCLUDED},
        "gab": {Signal.DOCUMENT_INCLUDED},
        "semad-rh": set(),
    }


def test_news_do_not_reach_a_unit_that_concluded():
    told = signalled(received(), PERSONNEL_HEAD, Signal.DOCUMENT_SIGNED, after(3))
    assert told.presences["semad-prot"].signals == frozenset()


def test_opening_a_process_with_news_sees_them_and_leaves_no_entry():
    told = signalled(received(keep_open=True), PERSONNEL_HEAD, Signal.DOCUMENT_SIGNED, after(3))
    change = receive(told, PROTOCOL_CLERK, after(4))
    assert change.acts == ()
    assert change.process.presences["semad-prot"].signals == frozenset()


def test_receiving_sees_the_news_too():
    told = signalled(sent(keep_open=True), PROTOCOL_CLERK, Signal.DOCUMENT_INCLUDED, after(2))
    assert told.presences["semad-rh"].signals
    assert receive(told, PERSONNEL_HEAD, after(3)).process.presences["semad-rh"].signals == frozenset()


# TRA-07


def test_process_is_assigned_to_somebody_and_taken_back():
    change = assign(received(), PERSONNEL_HEAD, DIEGO, after(3))
    assert sentences(change) == [("SEMAD/RH", "Processo atribuído para diego.alves")]
    removed = assign(change.process, PERSONNEL_HEAD, None, after(4))
    assert sentences(removed) == [("SEMAD/RH", "Removida atribuição do processo")]
    assert removed.process.presences["semad-rh"].assignee is None


def test_assignment_does_not_stop_a_colleague():
    process = assign(received(), PERSONNEL_HEAD, DIEGO, after(3)).process
    assert (
        record_progress(process, PERSONNEL_HEAD, "Visto", after(4)).process.presences["semad-rh"].assignee
        == DIEGO
    )


def test_assignment_of_one_unit_leaves_the_other_as_it_was():
    process = assign(received(keep_open=True), PERSONNEL_HEAD, DIEGO, after(3)).process
    assert process.presences["semad-prot"].assignee is None


def test_assigning_to_who_already_has_it_is_refused_even_under_a_new_name():
    process = assign(received(), PERSONNEL_HEAD, DIEGO, after(3)).process
    with refused("already_assigned"):
        assign(process, PERSONNEL_HEAD, Person(DIEGO.id, "Diego A. Alves"), after(4))


def test_taking_it_from_nobody_is_refused():
    with refused("already_assigned"):
        assign(received(), PERSONNEL_HEAD, None, after(3))


# PRO-27


def test_progress_is_recorded_as_it_was_written():
    change = record_progress(started(), PROTOCOL_CLERK, "Vistoria marcada.\nLevar trena.", after(1))
    assert sentences(change) == [("SEMAD/PROT", "Vistoria marcada.\nLevar trena.")]
    assert change.process.presences["semad-prot"].last_activity_at == after(1)


# TRA-04


def test_unit_concludes_and_only_for_itself():
    change = conclude(received(keep_open=True), PERSONNEL_HEAD, after(3))
    assert sentences(change) == [("SEMAD/RH", "Conclusão do processo na unidade")]
    assert change.process.open_units == {"semad-prot"}


def test_concluded_process_is_in_nobodys_hands():
    process = assign(received(), PERSONNEL_HEAD, DIEGO, after(3)).process
    assert conclude(process, PERSONNEL_HEAD, after(4)).process.presences["semad-rh"].assignee is None


def test_concluded_process_cannot_be_concluded_again():
    with refused("process_not_open_in_unit"):
        conclude(conclude(started(), PROTOCOL_CLERK, after(1)).process, PROTOCOL_CLERK, after(2))


def test_unit_that_owes_a_return_cannot_conclude():
    with refused("return_owed"):
        conclude(received(return_due=DUE), PERSONNEL_HEAD, after(3))


def test_unit_that_awaits_a_return_may_conclude():
    process = received(return_due=DUE, keep_open=True)
    change = conclude(process, PROTOCOL_CLERK, after(3))
    assert change.process.open_units == {"semad-rh"}
    assert [routing.waits_return for routing in change.process.routings] == [True]


# TRA-05, TRA-06


def test_unit_that_had_it_reopens_it_and_it_falls_to_whoever_reopened():
    change = reopen(sent(), PROTOCOL_CLERK, after(2))
    assert sentences(change) == [("SEMAD/PROT", "Reabertura do processo na unidade")]
    presence = change.process.presences["semad-prot"]
    assert (presence.open, presence.unread, presence.assignee) == (True, False, ANA)


def test_colleague_reopens_what_was_in_another_persons_hands():
    process = assign(started(), PROTOCOL_CLERK, ANA, after(1)).process
    process = conclude(process, PROTOCOL_CLERK, after(2)).process
    carlos = at_work(CARLOS, PROTOCOL)
    assert reopen(process, carlos, after(3)).process.presences["semad-prot"].assignee == CARLOS


def test_unit_that_never_had_it_cannot_reopen_it():
    with refused("process_never_in_unit"):
        reopen(sent(), CABINET_HEAD, after(2))


def test_open_process_cannot_be_reopened():
    with refused("process_already_open"):
        reopen(started(), PROTOCOL_CLERK, after(1))


def test_scheduled_reopening_falls_to_nobody_and_says_so():
    process = conclude(started(), PROTOCOL_CLERK, after(1), date(2026, 12, 1)).process
    assert process.presences["semad-prot"].reopen_on == date(2026, 12, 1)
    change = reopen(process, PROTOCOL_CLERK, after(200), scheduled=True)
    assert sentences(change) == [("SEMAD/PROT", "Reabertura do processo na unidade (reabertura programada)")]
    assert change.process.presences["semad-prot"].assignee is None


@pytest.mark.parametrize("how", ["reopened", "sent back"])
def test_process_back_before_its_day_is_not_reopened_again(how: str):
    process = sending(started(), PROTOCOL_CLERK, PERSONNEL, reopen_on=date(2026, 12, 1)).process
    assert process.presences["semad-prot"].reopen_on == date(2026, 12, 1)
    if how == "reopened":
        process = reopen(process, PROTOCOL_CLERK, after(2)).process
    else:
        process = sending(process, PERSONNEL_HEAD, PROTOCOL, hours=2, first=2).process
    assert process.presences["semad-prot"].reopen_on is None
