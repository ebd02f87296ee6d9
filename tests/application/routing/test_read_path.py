"""The map of a process (TRA-01, TRA-03)."""

from chalicelib.application.routing import read_path as module
from chalicelib.application.routing.read_path import PathView, read_path
from chalicelib.application.routing.send import SendForm, send_process
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from tests.application.under_way import (
    CLERK,
    DUE,
    FOREIGNER,
    HEAD,
    received,
    refused,
    restrict,
    started,
)
from tests.fakes.city import CABINET, PERSONNEL, PROTOCOL, Tables
from tests.fakes.outside import Outside

from .test_notice import TEXT


def walked(found: PathView) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (step.origin.acronym, [(r.destination.acronym, r.status) for r in step.routings])
        for step in found.path.steps
    ]


def see(outside: Outside, process: str, actor: Actor = CLERK) -> PathView:
    return read_path(outside.ports, actor, process)


def test_map_keeps_the_sendings_that_ended(outside: Outside):
    process = received(outside, due=DUE)
    outside.later(hours=1)
    send_process(outside.ports, HEAD, outside.operation("m"), process, SendForm((PROTOCOL.id,)))
    found = see(outside, process)
    assert walked(found) == [
        ("SEMAD/PROT", [("SEMAD/RH", "returned")]),
        ("SEMAD/RH", [("SEMAD/PROT", "waiting_receipt")]),
    ]
    assert [(stop.unit.acronym, stop.open) for stop in found.path.stops] == [
        ("SEMAD/PROT", True),
        ("SEMAD/RH", False),
    ]


def test_only_the_unit_that_asked_for_a_notice_sees_what_came_of_it():
    outside = Outside(tables=Tables(texts=(TEXT,)))
    process = started(outside)
    form = SendForm((PERSONNEL.id, CABINET.id), notify_by_email=True)
    made = send_process(outside.ports, CLERK, outside.operation(), process, form)
    found = see(outside, process)
    assert [mail.state for mail in found.notices.values()] == ["waiting"]
    assert set(found.notices) == {made["routings"][0]} == {found.path.steps[0].routings[0].sending}
    assert see(outside, process, HEAD).notices == {}


def test_map_of_too_many_sendings_says_so_and_keeps_what_is_awaited(outside: Outside, monkeypatch):
    monkeypatch.setattr(module, "MAXIMUM_ROUTINGS", 1)
    process = received(outside)
    assert see(outside, process).complete
    send_process(outside.ports, HEAD, outside.operation("m"), process, SendForm((PROTOCOL.id,)))
    found = see(outside, process)
    assert (found.complete, walked(found)) == (
        False,
        [("SEMAD/RH", [("SEMAD/PROT", "waiting_receipt")])],
    )


def test_map_of_an_invisible_process_is_as_absent(outside: Outside):
    process = started(outside)
    restrict(outside, process)
    for identifier in (process, "nada"):
        with refused("not_found", NotFound):
            see(outside, identifier, FOREIGNER)


def test_map_costs_three_reads(outside: Outside):
    process = received(outside)
    outside.memory.calls = 0
    see(outside, process)
    assert outside.memory.calls <= 3
