"""Sending: TRA-01, TRA-03, TRA-06, TRA-15."""

from datetime import date

import pytest

from chalicelib.application.processes.record_progress import record_progress
from chalicelib.application.routing.send import SendForm, send_process
from chalicelib.domain.deadline import DueRule, InDays, OnDate
from chalicelib.domain.errors import Forbidden, InvalidRequest, NotFound
from chalicelib.domain.identity import Actor
from tests.application.under_way import (
    CHIEF,
    CLERK,
    FOREIGNER,
    HEAD,
    invalid,
    received,
    refused,
    restrict,
    sent,
    started,
    unchanged,
)
from tests.fakes.city import CABINET, CLOSED, PERSONNEL, PROTOCOL, SILENT
from tests.fakes.outside import Outside


def send(outside: Outside, process: str, *units: str, actor: Actor = CLERK, **how):
    form = SendForm(units or (PERSONNEL.id,), **how)
    return send_process(outside.ports, actor, outside.operation(actor.user.id), process, form)


def test_reply_names_the_routings_in_the_order_of_the_units(outside: Outside):
    process = started(outside)
    reply = send(outside, process, CABINET.id, PERSONNEL.id)
    routings = [outside.memory.routings[(process, routing)] for routing in reply["routings"]]
    assert [routing.destination.id for routing in routings] == ["gab", "semad-rh"]
    assert reply["version"] == 4


def test_unit_named_twice_gets_it_once(outside: Outside):
    process = started(outside)
    assert len(send(outside, process, CABINET.id, CABINET.id)["routings"]) == 1
    assert [unit for unit, _ in outside.memory.sentences(process)] == ["SEMAD/PROT", "GAB", "SEMAD/PROT"]


def test_unknown_units_are_all_named_and_nothing_is_sent(outside: Outside):
    process = started(outside)
    with invalid(("units.0", "unit_unknown"), ("units.2", "unit_unknown")):
        send(outside, process, "nada", CABINET.id, "nenhuma")
    assert outside.memory.process(process).open_units == {PROTOCOL.id}


@pytest.mark.parametrize("unit", [CLOSED.id, SILENT.id])
def test_unit_that_does_not_receive_is_refused(outside: Outside, unit: str):
    process = started(outside)
    unchanged(outside, process, lambda: send(outside, process, unit))
    with refused("unit_cannot_receive"):
        send(outside, process, unit)


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        (InDays(5, business=True), date(2026, 12, 1)),  # the 27th is a holiday of the agency
        (InDays(5), date(2026, 11, 28)),
        (OnDate(date(2026, 12, 5)), date(2026, 12, 5)),
        (OnDate(date(2026, 11, 23)), date(2026, 11, 23)),
    ],
)
def test_return_is_due_by_the_calendar_of_the_agency(outside: Outside, rule: DueRule, due: date):
    process = started(outside)
    send(outside, process, return_due=rule)
    assert [routing.return_due for routing in outside.memory.process(process).routings] == [due]


def test_return_counts_from_the_citys_own_day(outside: Outside):
    outside.now = outside.now.replace(day=24, hour=1)
    process = started(outside)
    send(outside, process, return_due=InDays(1))
    assert outside.memory.process(process).routings[0].return_due == date(2026, 11, 24)


def test_return_in_the_past_is_refused(outside: Outside):
    with invalid(("return_due", "date_in_the_past")):
        send(outside, started(outside), return_due=OnDate(date(2026, 11, 22)))


def test_reopening_must_be_in_the_future(outside: Outside):
    process = started(outside)
    with invalid(("reopen_on", "date_not_in_the_future")):
        send(outside, process, reopen_on=date(2026, 11, 23))
    send(outside, process, reopen_on=date(2026, 11, 24))
    assert outside.memory.rows[(process, PROTOCOL.id)].reopen_on == date(2026, 11, 24)


def test_reopening_may_be_so_many_days_after_closing_business_days_by_the_calendar(outside: Outside):
    """TRA-06: the agency's own day off is skipped."""
    for after, day in ((InDays(4), date(2026, 11, 27)), (InDays(4, business=True), date(2026, 11, 30))):
        process = started(outside)
        send(outside, process, reopen_in=after)
        assert outside.memory.rows[(process, PROTOCOL.id)].reopen_on == day


def test_reopening_on_a_date_and_after_so_many_days_are_not_both(outside: Outside):
    with invalid(("reopen_on", "date_or_days")):
        send(outside, started(outside), reopen_on=date(2026, 11, 30), reopen_in=InDays(3))
    with invalid(("reopen_on", "kept_open")):
        send(outside, started(outside), keep_open=True, reopen_in=InDays(3))


def test_reopening_of_what_stays_open_is_refused(outside: Outside):
    with invalid(("reopen_on", "kept_open")):
        send(outside, started(outside), keep_open=True, reopen_on=date(2026, 11, 30))


def test_unit_that_does_not_hold_it_cannot_send_it(outside: Outside):
    for actor, process in ((HEAD, started(outside)), (CLERK, sent(outside))):
        with refused("process_not_open_here", Forbidden):
            send(outside, process, CABINET.id, actor=actor)


def test_invisible_process_is_as_absent(outside: Outside):
    process = started(outside)
    restrict(outside, process)
    for identifier in (process, "nada"):
        with refused("not_found", NotFound):
            send(outside, identifier, actor=FOREIGNER)


def test_unread_process_sent_on_is_received_first(outside: Outside):
    process = sent(outside)
    send(outside, process, CABINET.id, actor=HEAD)
    assert outside.memory.sentences(process)[3:] == [
        ("SEMAD/RH", "Processo recebido na unidade"),
        ("GAB", "Processo remetido pela unidade SEMAD/RH"),
        ("SEMAD/RH", "Conclusão automática de processo na unidade"),
    ]


def test_inboxes_show_it_where_it_went_and_no_longer_where_it_left(outside: Outside):
    process = started(outside)
    send(outside, process, return_due=InDays(5))
    there, here = outside.memory.rows[(process, PERSONNEL.id)], outside.memory.rows[(process, PROTOCOL.id)]
    assert (there.open, there.unread, there.tab, there.return_to_give) == (
        True,
        True,
        "received",
        date(2026, 11, 28),
    )
    assert (here.open, here.return_awaited) == (False, date(2026, 11, 28))


def test_two_colleagues_who_send_at_once_send_once(outside: Outside):
    process = started(outside)

    def first() -> None:
        outside.memory.interrupt = lambda: None
        send(outside, process, actor=CHIEF)

    outside.memory.interrupt = first
    with refused("process_not_open_here", Forbidden):
        send(outside, process)
    assert len(outside.memory.routings) == 1


def test_sending_goes_on_when_somebody_only_reported_meanwhile(outside: Outside):
    process = started(outside)

    def first() -> None:
        outside.memory.interrupt = lambda: None
        record_progress(outside.ports, CHIEF, outside.operation("carlos.moura"), process, "Visto")

    outside.memory.interrupt = first
    send(outside, process)
    assert [sentence for _, sentence in outside.memory.sentences(process)][1:] == [
        "Visto",
        "Processo remetido pela unidade SEMAD/PROT",
        "Conclusão automática de processo na unidade",
    ]


def test_somebody_who_never_stops_changing_it_ends_in_a_conflict(outside: Outside):
    process = started(outside)

    def always() -> None:
        outside.memory.interrupt = lambda: None
        record_progress(outside.ports, CHIEF, outside.operation("carlos.moura"), process, "Visto")
        outside.memory.interrupt = always

    outside.memory.interrupt = always
    with refused("process_changed"):
        send(outside, process)
    assert outside.memory.process(process).open_units == {PROTOCOL.id}


def test_repeated_sending_gets_the_first_routings(outside: Outside):
    process, again = started(outside), outside.operation(key="chave")
    form = SendForm((PERSONNEL.id,))
    first = send_process(outside.ports, CLERK, again, process, form)
    assert send_process(outside.ports, CLERK, again, process, form) == first


def test_sending_costs_a_read_and_a_commit(outside: Outside):
    process = started(outside)
    outside.memory.calls = 0
    send(outside, process, CABINET.id, PERSONNEL.id)
    assert outside.memory.calls == 2


def test_sending_back_gives_the_return(outside: Outside):
    process = received(outside, due=InDays(5))
    send(outside, process, PROTOCOL.id, actor=HEAD)
    assert [routing.status for routing in outside.memory.process(process).routings] == ["waiting_receipt"]
    assert sorted(routing.status for routing in outside.memory.routings.values()) == [
        "returned",
        "waiting_receipt",
    ]


def test_nobody_is_no_destination(outside: Outside):
    with refused("invalid_request", InvalidRequest):
        send_process(outside.ports, CLERK, outside.operation(), started(outside), SendForm(()))
