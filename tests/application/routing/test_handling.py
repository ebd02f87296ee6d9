"""Receiving, assigning, concluding, reopening and the returns asked for: TRA-02 to TRA-07, TRA-14."""

from datetime import date

import pytest

from chalicelib.application.references import ProcessKey
from chalicelib.application.routing.assign import Assignment, assign_process
from chalicelib.application.routing.conclude import conclude_process
from chalicelib.application.routing.extend_return import extend_return_due
from chalicelib.application.routing.receive import receive_process
from chalicelib.application.routing.reopen import reopen_process
from chalicelib.application.routing.withdraw_return import withdraw_return_request
from chalicelib.domain.deadline import InDays, OnDate
from chalicelib.domain.errors import Conflict, Forbidden, NotFound
from chalicelib.domain.presence import Signal
from chalicelib.domain.process import signalled
from tests.application.under_way import (
    CABINET_HEAD,
    CLERK,
    DUE,
    FOREIGNER,
    HEAD,
    awaited,
    invalid,
    received,
    refused,
    restrict,
    sent,
    started,
)
from tests.fakes.city import PERSONNEL, PROTOCOL
from tests.fakes.outside import Outside


def sentences(outside: Outside, process: str) -> list[str]:
    return [sentence for _, sentence in outside.memory.sentences(process)]


# TRA-02, TRA-14


def test_receipt_is_written_once(outside: Outside):
    process = sent(outside)
    assert receive_process(outside.ports, HEAD, outside.operation(), process) == {"version": 4}
    with refused("process_already_received"):
        receive_process(outside.ports, HEAD, outside.operation(), process)
    assert sentences(outside, process)[3:] == ["Processo recebido na unidade"]


def test_news_are_seen_without_an_entry(outside: Outside):
    process = received(outside, keep_open=True)
    held = outside.memory.process(process)
    told = signalled(held, HEAD, Signal.DOCUMENT_SIGNED, outside.now)
    outside.memory.things[ProcessKey(process)] = told
    assert receive_process(outside.ports, CLERK, outside.operation(), process) == {"version": held.n}
    assert outside.memory.rows[(process, PROTOCOL.id)].signals == ()
    assert len(sentences(outside, process)) == held.n


def test_unit_to_which_it_was_not_sent_receives_nothing(outside: Outside):
    with refused("process_not_open_here", Forbidden):
        receive_process(outside.ports, CABINET_HEAD, outside.operation(), sent(outside))


# TRA-07


def assign(outside: Outside, process: str, user: str | None, *expected: str | None):
    compared = Assignment(user, expected[0], True) if expected else Assignment(user)
    return assign_process(outside.ports, HEAD, outside.operation(), process, compared)


def test_process_is_assigned_within_the_unit(outside: Outside):
    process = received(outside)
    assign(outside, process, "diego.alves", None)
    assert sentences(outside, process)[-1] == "Processo atribuído para diego.alves"
    assert outside.memory.rows[(process, PERSONNEL.id)].assignee is not None


@pytest.mark.parametrize("user", ["ana.lima", "ninguem"])
def test_somebody_of_another_unit_is_refused(outside: Outside, user: str):
    process = received(outside)
    with refused("user_not_in_unit"):
        assign(outside, process, user)
    assert outside.memory.rows[(process, PERSONNEL.id)].assignee is None


def test_assignment_a_colleague_made_meanwhile_is_not_overwritten_unseen(outside: Outside):
    process = received(outside)
    assign(outside, process, "diego.alves", None)
    for expected in (None, "marina.costa"):
        with refused("assignment_changed", Conflict):
            assign(outside, process, "marina.costa", expected)
    assign(outside, process, "marina.costa", "diego.alves")
    assign(outside, process, None, "marina.costa")
    assert sentences(outside, process)[-1] == "Removida atribuição do processo"


def test_who_does_not_say_what_was_expected_just_assigns(outside: Outside):
    process = received(outside)
    assign(outside, process, "diego.alves")
    assign(outside, process, "marina.costa")
    with refused("already_assigned"):
        assign(outside, process, "marina.costa")


# TRA-04, TRA-05, TRA-06


def test_process_is_concluded_and_reopened_by_who_wants_it(outside: Outside):
    process = received(outside)
    conclude_process(outside.ports, HEAD, outside.operation(), process, None)
    assert outside.memory.process(process).open_units == frozenset()
    reopen_process(outside.ports, HEAD, outside.operation(), process)
    row = outside.memory.rows[(process, PERSONNEL.id)]
    assert row.open
    assert row.assignee == HEAD.user


def test_conclusion_until_a_day_keeps_the_day(outside: Outside):
    process = started(outside)
    with invalid(("reopen_on", "date_not_in_the_future")):
        conclude_process(outside.ports, CLERK, outside.operation(), process, date(2026, 11, 23))
    conclude_process(outside.ports, CLERK, outside.operation(), process, date(2026, 11, 24))
    assert outside.memory.rows[(process, PROTOCOL.id)].reopen_on == date(2026, 11, 24)


def test_conclusion_for_so_many_days_counts_from_the_closing(outside: Outside):
    """TRA-06: the 27th is a day off of the agency."""
    process = started(outside)
    outside.later(days=1)
    after = InDays(3, business=True)
    with invalid(("reopen_on", "date_or_days")):
        conclude_process(outside.ports, CLERK, outside.operation(), process, date(2026, 11, 30), after)
    conclude_process(outside.ports, CLERK, outside.operation(), process, None, after)
    assert outside.memory.rows[(process, PROTOCOL.id)].reopen_on == date(2026, 11, 30)


def test_unit_that_owes_a_return_cannot_conclude(outside: Outside):
    with refused("return_owed"):
        conclude_process(outside.ports, HEAD, outside.operation(), received(outside, due=DUE), None)


def test_unit_that_does_not_hold_it_cannot_conclude(outside: Outside):
    with refused("process_not_open_here", Forbidden):
        conclude_process(outside.ports, CLERK, outside.operation(), sent(outside), None)


def test_unit_that_never_had_it_cannot_reopen_it(outside: Outside):
    with refused("process_never_here", Forbidden):
        reopen_process(outside.ports, CABINET_HEAD, outside.operation(), sent(outside))


def test_open_process_cannot_be_reopened(outside: Outside):
    with refused("process_already_open_here", Forbidden):
        reopen_process(outside.ports, CLERK, outside.operation(), started(outside))


# TRA-03


def extend(outside: Outside, actor, process: str, routing: str, day: date = date(2026, 12, 8)):
    return extend_return_due(outside.ports, actor, outside.operation(), process, routing, OnDate(day))


def withdraw(outside: Outside, actor, process: str, routing: str):
    return withdraw_return_request(outside.ports, actor, outside.operation(), process, routing)


def test_demanding_unit_extends_and_gives_up(outside: Outside):
    process, routing = awaited(outside)
    assert extend(outside, CLERK, process, routing) == {"version": 3}
    assert outside.memory.routings[(process, routing)].return_due == date(2026, 12, 8)
    assert withdraw(outside, CLERK, process, routing) == {"version": 4}
    assert outside.memory.rows[(process, PERSONNEL.id)].return_to_give is None


def test_demanding_unit_extends_after_it_concluded(outside: Outside):
    process = sent(outside, due=DUE)
    routing = outside.memory.process(process).routings[0].id
    extend(outside, CLERK, process, routing)
    assert sentences(outside, process)[-1].startswith("Prorrogado para 08/12/2026")


def test_extension_counts_days_from_today(outside: Outside):
    process, routing = awaited(outside)
    extend_return_due(outside.ports, CLERK, outside.operation(), process, routing, InDays(30))
    assert outside.memory.routings[(process, routing)].return_due == date(2026, 12, 23)


@pytest.mark.parametrize("day", [date(2026, 12, 1), date(2026, 11, 25)])
def test_return_is_never_shortened(outside: Outside, day: date):
    process, routing = awaited(outside)
    with refused("return_only_extends"):
        extend(outside, CLERK, process, routing, day)


def test_unit_that_owes_it_neither_extends_nor_gives_it_up(outside: Outside):
    process, routing = awaited(outside)
    for act in (extend, withdraw):
        with refused("not_demanding_unit", Forbidden):
            act(outside, HEAD, process, routing)


def test_return_that_is_not_there_is_told_only_to_who_sees_the_process(outside: Outside):
    process, routing = awaited(outside)
    restrict(outside, process)
    for act in (extend, withdraw):
        with refused("return_not_found", NotFound):
            act(outside, CLERK, process, "nada")
        for identifier in (routing, "nada"):
            with refused("not_found", NotFound):
                act(outside, FOREIGNER, process, identifier)
        with refused("not_found", NotFound):
            act(outside, CLERK, "nada", routing)


def test_return_given_up_twice_is_not_there(outside: Outside):
    process, routing = awaited(outside)
    withdraw(outside, CLERK, process, routing)
    receive_process(outside.ports, HEAD, outside.operation(), process)
    with refused("return_not_found", NotFound):
        withdraw(outside, CLERK, process, routing)


def test_demanding_unit_told_by_the_row_of_its_inbox(outside: Outside):
    process, _ = awaited(outside)
    assert outside.memory.rows[(process, PROTOCOL.id)].return_awaited == date(2026, 12, 1)
    assert outside.memory.rows[(process, PROTOCOL.id)].return_to_give is None
