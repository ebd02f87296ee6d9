"""The calendar of returns (TRA-03)."""

from datetime import date

from chalicelib.application.returns import list_returns as module
from chalicelib.application.returns.list_returns import Returns, list_returns
from chalicelib.application.routing.conclude import conclude_process
from chalicelib.application.routing.send import SendForm, send_process
from chalicelib.application.routing.withdraw_return import withdraw_return_request
from chalicelib.domain.access import Profile
from chalicelib.domain.deadline import OnDate
from chalicelib.domain.errors import Forbidden
from chalicelib.domain.identity import Actor
from tests.application.under_way import CLERK, HEAD, refused, started
from tests.fakes.city import ANA, CABINET, PERSONNEL, PROTOCOL, at_work
from tests.fakes.outside import Outside

NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)


def asked_back(outside: Outside, due: date, unit: str = PERSONNEL.id, keep_open: bool = False) -> str:
    process = started(outside)
    form = SendForm((unit,), keep_open, OnDate(due))
    send_process(outside.ports, CLERK, outside.operation(), process, form)
    return process


def seen(found: Returns) -> list[tuple[date | None, bool, bool, str]]:
    return [
        (line.routing.return_due, line.awaited, line.overdue, line.routing.destination.acronym)
        for line in found.lines
    ]


def see(outside: Outside, month: date = NOVEMBER, actor: Actor = CLERK) -> Returns:
    return list_returns(outside.ports, actor, month)


def test_who_asked_awaits_it_and_who_has_it_must_give_it_back(outside: Outside):
    asked_back(outside, date(2026, 11, 30))
    asked_back(outside, date(2026, 11, 25), CABINET.id)
    asked_back(outside, date(2026, 12, 1))
    assert seen(see(outside)) == [
        (date(2026, 11, 25), True, False, "GAB"),
        (date(2026, 11, 30), True, False, "SEMAD/RH"),
    ]
    assert seen(see(outside, actor=HEAD)) == [(date(2026, 11, 30), False, False, "SEMAD/RH")]
    assert seen(see(outside, DECEMBER)) == [(date(2026, 12, 1), True, False, "SEMAD/RH")]


def test_process_concluded_here_is_awaited_all_the_same(outside: Outside):
    process = asked_back(outside, date(2026, 11, 30), keep_open=True)
    conclude_process(outside.ports, CLERK, outside.operation(), process, None)
    (line,) = see(outside).lines
    assert (line.row.nup, line.row.open) == (outside.memory.process(process).nup, False)


def test_what_is_overdue_is_shown_whatever_the_month(outside: Outside):
    asked_back(outside, date(2026, 11, 24))
    outside.later(days=10)
    assert seen(see(outside, DECEMBER)) == [(date(2026, 11, 24), True, True, "SEMAD/RH")]
    outside.later(days=-9, hours=14)
    assert seen(see(outside, DECEMBER)) == [], "its day has not ended in the city yet"


def test_given_back_or_given_up_it_leaves_the_calendar(outside: Outside):
    given_up = asked_back(outside, date(2026, 11, 25), keep_open=True)
    given_back = asked_back(outside, date(2026, 11, 26))
    (routing,) = outside.memory.process(given_up).routings
    withdraw_return_request(outside.ports, CLERK, outside.operation(), given_up, routing.id)
    send_process(outside.ports, HEAD, outside.operation("m"), given_back, SendForm((PROTOCOL.id,)))
    assert seen(see(outside)) == seen(see(outside, actor=HEAD)) == []


def test_other_units_see_nothing_of_it(outside: Outside):
    asked_back(outside, date(2026, 11, 25))
    assert seen(see(outside, actor=at_work(ANA, CABINET))) == []


def test_profile_that_reads_no_inbox_reads_no_calendar(outside: Outside):
    with refused("profile_required", Forbidden):
        see(outside, actor=at_work(ANA, PROTOCOL, Profile.AUDITOR))


def test_calendar_that_does_not_hold_all_says_so(outside: Outside, monkeypatch):
    monkeypatch.setattr(module, "MAXIMUM_RETURNS", 2)
    asked_back(outside, date(2026, 11, 25))
    assert see(outside).complete
    asked_back(outside, date(2026, 11, 26))
    asked_back(outside, date(2026, 11, 27))
    found = see(outside)
    assert (len(found.lines), found.complete) == (2, False)


def test_calendar_costs_two_queries_and_one_read(outside: Outside):
    for day in (25, 26, 27):
        asked_back(outside, date(2026, 11, day))
    outside.memory.calls = 0
    see(outside)
    assert outside.memory.calls == 3
