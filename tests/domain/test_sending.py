"""Sending and the returns asked for: TRA-01, TRA-03, TRA-06 and features.md §1.1."""

from datetime import date, timedelta

import pytest

from chalicelib.domain.errors import NotFound
from chalicelib.domain.handling import assign, conclude, receive, reopen
from chalicelib.domain.organisation import Unit
from chalicelib.domain.presence import Tab
from chalicelib.domain.process import Process
from chalicelib.domain.sending import (
    MAXIMUM_DESTINATIONS,
    extend_every_return,
    extend_return,
    withdraw_every_return,
    withdraw_return,
)
from tests.fakes.city import ANA, CABINET, CLOSED, DIEGO, PERSONNEL, PROTOCOL, SILENT, WORKS

from .process_examples import (
    CABINET_HEAD,
    DUE,
    PERSONNEL_HEAD,
    PROTOCOL_CLERK,
    after,
    invalid,
    received,
    refused,
    sending,
    sent,
    sentences,
    started,
)

LATER = DUE + timedelta(days=7)


def many_units(total: int) -> list[Unit]:
    return [Unit(f"u{number}", f"U{number}", "Unidade", "pmu", str(number)) for number in range(total)]


# TRA-01


def test_sent_process_opens_unread_there_and_concludes_by_itself_here():
    change = sending(started(), PROTOCOL_CLERK, PERSONNEL)
    assert sentences(change) == [
        ("SEMAD/RH", "Processo remetido pela unidade SEMAD/PROT"),
        ("SEMAD/PROT", "Conclusão automática de processo na unidade"),
    ]
    there = change.process.presences["semad-rh"]
    assert (there.open, there.unread, there.tab, there.sender) == (True, True, Tab.RECEIVED, PROTOCOL.short)
    assert change.process.open_units == {"semad-rh"}


def test_process_kept_open_stays_here_as_it_was():
    process = assign(started(), PROTOCOL_CLERK, ANA, after(0.5)).process
    change = sending(process, PROTOCOL_CLERK, PERSONNEL, keep_open=True)
    assert sentences(change) == [("SEMAD/RH", "Processo remetido pela unidade SEMAD/PROT")]
    here = change.process.presences["semad-prot"]
    assert (here.open, here.unread, here.assignee, here.tab) == (True, False, ANA, Tab.GENERATED)


def test_process_goes_to_many_units_at_once():
    change = sending(started(), PROTOCOL_CLERK, PERSONNEL, CABINET, WORKS)
    assert change.process.open_units == {"semad-rh", "gab", "obras"}
    assert [(routing.id, routing.destination.id) for routing in change.routings] == [
        ("r1", "semad-rh"),
        ("r2", "gab"),
        ("r3", "obras"),
    ]


def test_process_goes_to_as_many_units_as_the_transaction_holds():
    change = sending(started(), PROTOCOL_CLERK, *many_units(MAXIMUM_DESTINATIONS))
    assert len(change.process.open_units) == MAXIMUM_DESTINATIONS


def test_process_sent_to_a_unit_that_has_it_open_shows_unread_again_and_keeps_its_assignee():
    process = assign(received(keep_open=True), PERSONNEL_HEAD, DIEGO, after(2)).process
    there = sending(process, PROTOCOL_CLERK, PERSONNEL, hours=3, first=2).process.presences["semad-rh"]
    assert (there.unread, there.arrived_at, there.assignee) == (True, after(3), DIEGO)


def test_process_sent_to_the_unit_that_generated_it_comes_back_as_received():
    process = sending(received(), PERSONNEL_HEAD, PROTOCOL, hours=3, first=2).process
    here = process.presences["semad-prot"]
    assert (here.open, here.unread, here.tab, here.assignee) == (True, True, Tab.RECEIVED, None)


def test_unit_that_does_not_hold_the_process_cannot_send_it():
    for process, actor in ((started(), PERSONNEL_HEAD), (sent(), PROTOCOL_CLERK), (sent(), CABINET_HEAD)):
        with refused("process_not_open_in_unit"):
            sending(process, actor, WORKS, hours=2, first=9)


def test_process_is_not_sent_to_nobody():
    with invalid("units", "required"):
        sending(started(), PROTOCOL_CLERK)


def test_process_is_not_sent_to_too_many_units():
    with invalid("units", "too_many"):
        sending(started(), PROTOCOL_CLERK, *many_units(MAXIMUM_DESTINATIONS + 1))


def test_process_is_not_sent_to_the_unit_it_is_sent_from():
    with refused("sent_to_itself"):
        sending(started(), PROTOCOL_CLERK, PERSONNEL, PROTOCOL)


@pytest.mark.parametrize("unit", [CLOSED, SILENT], ids=lambda unit: unit.id)
def test_process_is_not_sent_to_a_unit_that_does_not_receive(unit: Unit):
    with refused("unit_cannot_receive"):
        sending(started(), PROTOCOL_CLERK, unit)


# TRA-06


def test_unit_that_sends_may_ask_the_process_back_on_a_day():
    change = sending(started(), PROTOCOL_CLERK, PERSONNEL, reopen_on=LATER)
    assert change.process.presences["semad-prot"].reopen_on == LATER
    assert [routing.reopen_on for routing in change.routings] == [LATER]


def test_unit_that_keeps_it_open_has_nothing_to_reopen():
    with invalid("reopen_on", "kept_open"):
        sending(started(), PROTOCOL_CLERK, PERSONNEL, keep_open=True, reopen_on=LATER)


# TRA-03


def awaited(process: Process) -> list[tuple[str, str]]:
    """(routing, status) of the returns still awaited."""
    return [(routing.id, routing.status) for routing in process.routings if routing.waits_return]


def test_return_asked_for_is_awaited_from_each_unit():
    process = sent(PERSONNEL, CABINET, return_due=DUE)
    assert awaited(process) == [("r1", "waiting_receipt"), ("r2", "waiting_receipt")]
    assert {routing.return_due for routing in process.routings} == {DUE}


def test_receiving_does_not_stop_the_count():
    assert awaited(received(return_due=DUE)) == [("r1", "received")]


def test_sending_back_to_the_demanding_unit_stops_the_count():
    change = sending(received(return_due=DUE), PERSONNEL_HEAD, PROTOCOL, hours=3, first=2)
    assert awaited(change.process) == []
    assert [(r.id, r.status, r.returned_at) for r in change.routings if r.id == "r1"] == [
        ("r1", "returned", after(3))
    ]


def test_sending_back_before_receiving_moves_its_routing_once():
    change = sending(sent(return_due=DUE), PERSONNEL_HEAD, PROTOCOL, hours=3, first=2)
    assert [(r.id, r.received_at, r.returned_at) for r in change.routings if r.id == "r1"] == [
        ("r1", after(3), after(3))
    ]
    assert len({routing.id for routing in change.routings}) == len(change.routings)


def test_sending_elsewhere_and_keeping_it_open_does_not_stop_the_count():
    change = sending(received(return_due=DUE), PERSONNEL_HEAD, CABINET, hours=3, first=2, keep_open=True)
    assert awaited(change.process) == [("r1", "received")]


def test_cascade_of_returns_waits_for_each_link():
    process = sending(
        received(return_due=LATER), PERSONNEL_HEAD, CABINET, hours=3, first=2, keep_open=True, return_due=DUE
    ).process
    assert awaited(process) == [("r1", "received"), ("r2", "waiting_receipt")]
    process = sending(process, CABINET_HEAD, PERSONNEL, hours=4, first=3).process
    assert awaited(process) == [("r1", "received")]


def test_unit_that_owes_a_return_cannot_send_elsewhere_and_close():
    with refused("return_owed_elsewhere"):
        sending(received(return_due=DUE), PERSONNEL_HEAD, CABINET, hours=3, first=2)


def test_unit_that_owes_a_return_may_close_by_sending_back_among_others():
    process = sending(received(return_due=DUE), PERSONNEL_HEAD, CABINET, PROTOCOL, hours=3, first=2).process
    assert process.open_units == {"gab", "semad-prot"}


def test_several_returns_to_one_unit_are_all_given_by_one_sending():
    process = received(return_due=DUE, keep_open=True)
    process = sending(process, PROTOCOL_CLERK, PERSONNEL, hours=3, first=2, return_due=LATER).process
    assert awaited(process) == [("r1", "received"), ("r2", "waiting_receipt")]
    change = sending(process, PERSONNEL_HEAD, PROTOCOL, hours=4, first=3)
    assert awaited(change.process) == []


def test_conclusion_by_the_demanding_unit_does_not_stop_the_count():
    process = conclude(received(return_due=DUE, keep_open=True), PROTOCOL_CLERK, after(3)).process
    assert awaited(process) == [("r1", "received")]


def test_demanding_unit_gives_more_time():
    change = extend_return(received(return_due=DUE), PROTOCOL_CLERK, "r1", LATER, after(3))
    assert sentences(change) == [
        ("SEMAD/PROT", "Prorrogado para 08/12/2026 o retorno programado da unidade SEMAD/RH")
    ]
    assert [routing.return_due for routing in change.process.routings] == [LATER]


@pytest.mark.parametrize("day", [DUE, DUE - timedelta(days=1), date(2026, 11, 23)])
def test_return_is_never_shortened(day: date):
    with refused("return_only_extends"):
        extend_return(received(return_due=DUE), PROTOCOL_CLERK, "r1", day, after(3))


@pytest.mark.parametrize("actor", [PERSONNEL_HEAD, CABINET_HEAD], ids=lambda actor: actor.unit.id)
def test_only_the_demanding_unit_changes_a_return(actor):
    process = received(return_due=DUE)
    with refused("not_the_demanding_unit"):
        extend_return(process, actor, "r1", LATER, after(3))
    with refused("not_the_demanding_unit"):
        withdraw_return(process, actor, "r1", after(3))


def test_demanding_unit_gives_the_return_up_and_the_other_may_conclude():
    change = withdraw_return(received(return_due=DUE), PROTOCOL_CLERK, "r1", after(3))
    assert sentences(change) == [("SEMAD/PROT", "Cancelado o retorno programado da unidade SEMAD/RH")]
    assert change.process.routings == ()
    assert conclude(change.process, PERSONNEL_HEAD, after(4)).process.open_units == frozenset()


def test_return_given_up_before_receipt_still_waits_for_the_receipt():
    process = withdraw_return(sent(return_due=DUE), PROTOCOL_CLERK, "r1", after(2)).process
    assert [(routing.status, routing.waits_return) for routing in process.routings] == [
        ("waiting_receipt", False)
    ]
    assert receive(process, PERSONNEL_HEAD, after(3)).process.routings == ()


@pytest.mark.parametrize("routing", ["r1", "r9"])
def test_return_that_nobody_awaits_is_not_there(routing: str):
    for act in (
        lambda process: extend_return(process, PROTOCOL_CLERK, routing, LATER, after(3)),
        lambda process: withdraw_return(process, PROTOCOL_CLERK, routing, after(3)),
    ):
        with refused("return_not_found", NotFound):
            act(received())


def test_demanding_unit_that_reads_it_again_receives_before_changing_the_return():
    process = sent(PERSONNEL, CABINET, return_due=DUE)
    process = sending(process, CABINET_HEAD, PROTOCOL, hours=2, first=3).process
    assert process.presences["semad-prot"].unread
    change = extend_return(process, PROTOCOL_CLERK, "r1", LATER, after(3))
    assert [sentence for _, sentence in sentences(change)] == [
        "Processo recebido na unidade",
        "Prorrogado para 08/12/2026 o retorno programado da unidade SEMAD/RH",
    ]


def test_no_more_returns_change_at_once_than_one_transaction_holds():
    process = sent(*many_units(MAXIMUM_DESTINATIONS), keep_open=True, return_due=DUE)
    change = extend_every_return(process, PROTOCOL_CLERK, LATER, after(3))
    assert {routing.return_due for routing in change.routings} == {LATER}
    assert len(change.acts) == len(change.routings) == MAXIMUM_DESTINATIONS
    process = sending(process, PROTOCOL_CLERK, WORKS, hours=2, first=90, keep_open=True, return_due=DUE).process
    for act in (
        lambda: extend_every_return(process, PROTOCOL_CLERK, LATER, after(3)),
        lambda: withdraw_every_return(process, PROTOCOL_CLERK, after(3)),
    ):
        with refused("too_many_returns"):
            act()


def test_process_reopened_after_sending_still_awaits_its_return():
    process = reopen(received(return_due=DUE), PROTOCOL_CLERK, after(3)).process
    assert awaited(process) == [("r1", "received")]
