"""Linha direta (PRO-19)."""

from chalicelib.application.processes.list_direct_line import list_direct_line
from chalicelib.application.routing.send import SendForm, send_process
from chalicelib.domain.document import DocumentState
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from tests.application.under_way import (
    CABINET_HEAD,
    CLERK,
    FOREIGNER,
    HEAD,
    received,
    refused,
    restrict,
    started,
    with_document,
)
from tests.fakes.city import CABINET, PERSONNEL, PROTOCOL, WORKS
from tests.fakes.outside import Outside


def walked(outside: Outside) -> str:
    """From the protocol to personnel to the cabinet, with a signed document of each, and one of works."""
    process = received(outside)
    send_process(outside.ports, HEAD, outside.operation("m"), process, SendForm((CABINET.id,)))
    for number, unit in enumerate((PROTOCOL, PERSONNEL, CABINET, WORKS), start=1):
        with_document(outside, process, number, unit=unit.short, state=DocumentState.SIGNED)
    return process


def seen(outside: Outside, process: str, actor: Actor) -> tuple[list[str], list[str]]:
    found = list_direct_line(outside.ports, actor, process, None)
    assert found.complete
    return [unit.acronym for unit in found.units], [node.document.unit.acronym for node in found.page.items]


def test_tree_has_only_documents_of_who_exchanged_the_process_with_the_unit(outside: Outside):
    process = walked(outside)
    assert seen(outside, process, CLERK) == (["SEMAD/RH"], ["SEMAD/PROT", "SEMAD/RH"])
    assert seen(outside, process, HEAD) == (["GAB", "SEMAD/PROT"], ["SEMAD/PROT", "SEMAD/RH", "GAB"])
    assert seen(outside, process, CABINET_HEAD) == (["SEMAD/RH"], ["SEMAD/RH", "GAB"])


def test_filter_shows_nothing_that_the_tree_would_hide(outside: Outside):
    process = walked(outside)
    with_document(outside, process, 5, unit=PERSONNEL.short, state=DocumentState.DRAFT)
    found = list_direct_line(outside.ports, CLERK, process, None)
    assert [node.document.number for node in found.page.items if node.readable] == ["0000001", "0000002"]


def test_pages_of_the_filter_are_those_of_the_tree():
    outside = Outside(page_size=2)
    process = walked(outside)
    first = list_direct_line(outside.ports, CABINET_HEAD, process, None)
    second = list_direct_line(outside.ports, CABINET_HEAD, process, first.page.next_cursor)
    names = [[node.document.unit.acronym for node in page.items] for page in (first.page, second.page)]
    assert names == [["SEMAD/RH"], ["GAB"]]


def test_direct_line_of_an_invisible_process_is_as_absent(outside: Outside):
    process = started(outside)
    restrict(outside, process)
    with refused("not_found", NotFound):
        list_direct_line(outside.ports, FOREIGNER, process, None)
