"""The process page, its tree and its history: PRO-20, PRO-27, TRA-07, features.md §1.3."""

from dataclasses import replace
from datetime import UTC

import pytest

from chalicelib.application.processes.list_documents import list_documents
from chalicelib.application.processes.read_history import read_history
from chalicelib.application.processes.record_progress import record_progress
from chalicelib.application.processes.remark import write_remark
from chalicelib.application.processes.see import ProcessView, see_process
from chalicelib.application.references import ProcessKey
from chalicelib.domain.document import DocumentState
from chalicelib.domain.errors import InvalidRequest, NotFound
from chalicelib.domain.history_reading import HistoryFilter, HistoryView
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import State
from tests.application.under_way import (
    CABINET_HEAD,
    CLERK,
    DUE,
    FOREIGNER,
    HEAD,
    TECHNICIAN,
    awaited,
    received,
    refused,
    restrict,
    sent,
    started,
    with_document,
)
from tests.fakes.outside import Outside

SUMMARY, TOTAL = (HistoryFilter(view, UTC) for view in (HistoryView.SUMMARY, HistoryView.TOTAL))


def see(outside: Outside, process: str, actor: Actor = CLERK) -> ProcessView:
    return see_process(outside.ports, actor, process)


def allowed(view: ProcessView) -> set[str]:
    """The acts on the process itself that the screen offers."""
    return {action.value for action, decision in view.actions.items() if decision.allowed}


def reason(view: ProcessView, action: Action) -> str | None:
    return view.actions[action].reason


def test_process_page_costs_three_reads_besides_the_session(outside: Outside):
    process = started(outside)
    outside.memory.calls = 0
    see(outside, process)
    assert outside.memory.calls == 3


def test_page_brings_the_newest_entries_first_and_the_oldest_documents_first(outside: Outside):
    process = started(outside, remark="nota")
    for number in (1, 2, 3):
        with_document(outside, process, number)
    record_progress(outside.ports, CLERK, outside.operation(), process, "Vistoria marcada")
    view = see(outside, process)
    assert [entry.n for entry in view.history.items] == [3, 1], "the remark is no part of the summary"
    assert [node.document.order for node in view.documents.items] == [1, 2, 3]


def test_long_tree_and_long_history_come_in_pages_from_either_end(outside: Outside):
    outside.page_size = 2
    process = started(outside)
    for number in range(1, 6):
        with_document(outside, process, number)
        write_remark(outside.ports, CLERK, outside.operation(), process, f"nota {number}")
    view = see(outside, process)
    assert (view.process.live_documents, [node.document.order for node in view.documents.items]) == (
        5,
        [1, 2],
    )
    _, more = list_documents(outside.ports, CLERK, process, view.documents.next_cursor, newest_first=False)
    assert [node.document.order for node in more.items] == [3, 4]
    _, last = list_documents(outside.ports, CLERK, process, None, newest_first=True)
    assert [node.document.order for node in last.items] == [5, 4]
    page = read_history(outside.ports, CLERK, process, view.history.next_cursor, TOTAL)
    assert [entry.n for entry in page.items] == [4, 3]


def test_summary_of_the_history_leaves_minor_entries_out(outside: Outside):
    process = started(outside, remark="nota")
    assert [entry.n for entry in read_history(outside.ports, CLERK, process, None, SUMMARY).items] == [1]


def test_cursor_that_nobody_made_is_refused(outside: Outside):
    process = started(outside)
    for read in (
        lambda: read_history(outside.ports, CLERK, process, "zzz", SUMMARY),
        lambda: list_documents(outside.ports, CLERK, process, "zzz", newest_first=False),
    ):
        with refused("invalid_cursor", InvalidRequest):
            read()


@pytest.mark.parametrize("actor", [CLERK, HEAD, CABINET_HEAD, FOREIGNER], ids=lambda actor: actor.unit.id)
def test_public_process_is_seen_by_whoever_works_anywhere(outside: Outside, actor: Actor):
    assert see(outside, started(outside), actor).process.nup


def test_restricted_process_is_seen_within_its_agency_and_is_absent_outside_it(outside: Outside):
    process = started(outside)
    restrict(outside, process)
    assert see(outside, process, CABINET_HEAD)
    for identifier in (process, "nada"):
        for read in (
            lambda asked: see(outside, asked, FOREIGNER),
            lambda asked: read_history(outside.ports, FOREIGNER, asked, None, SUMMARY),
            lambda asked: list_documents(outside.ports, FOREIGNER, asked, None, newest_first=False),
        ):
            with refused("not_found", NotFound):
                read(identifier)


def test_restricted_process_is_seen_in_a_unit_of_another_agency_where_it_passed(outside: Outside):
    process = sent(outside, "ipmu-ben")
    restrict(outside, process)
    assert see(outside, process, FOREIGNER).process.id == process


def test_profile_that_only_cares_for_the_system_sees_nothing(outside: Outside):
    with refused("not_found", NotFound):
        see(outside, started(outside), TECHNICIAN)


# What the screen offers


def test_unit_that_holds_it_alone_may_do_everything_but_receive_and_reopen(outside: Outside):
    offered = allowed(see(outside, started(outside)))
    assert {"process.edit", "process.delete", "process.send", "process.conclude", "process.assign"} <= offered
    assert offered.isdisjoint({"process.receive", "process.reopen"})


def test_unit_that_has_it_unread_is_offered_to_receive(outside: Outside):
    assert "process.receive" in allowed(see(outside, sent(outside), HEAD))
    assert "process.receive" not in allowed(see(outside, received(outside), HEAD))


def test_unit_that_sent_it_away_is_offered_only_to_reopen(outside: Outside):
    offered = allowed(see(outside, sent(outside)))
    assert "process.reopen" in offered
    assert offered.isdisjoint({"process.edit", "process.send", "process.conclude", "process.delete"})


def test_unit_where_it_never_passed_is_offered_only_to_look(outside: Outside):
    assert allowed(see(outside, started(outside), CABINET_HEAD)) == {
        "process.list",
        "process.see",
        "process.export",
        "process.copy",
        "process.duplicate",
        "process.follow",
        "comment.list",
    }


def test_screen_says_why_what_is_owed_cannot_be_concluded(outside: Outside):
    view = see(outside, received(outside, due=DUE), HEAD)
    assert "process.conclude" not in allowed(view)
    assert "retorno programado para a unidade SEMAD/PROT" in str(reason(view, Action.PROCESS_CONCLUDE))


def test_screen_says_why_a_process_with_documents_cannot_be_deleted(outside: Outside):
    process = started(outside)
    with_document(outside, process)
    assert reason(see(outside, process), Action.PROCESS_DELETE) == "Exclua antes os documentos do processo."


def test_locked_process_offers_no_act(outside: Outside):
    process = started(outside)
    held = outside.memory.process(process)
    outside.memory.things[ProcessKey(process)] = replace(held, state=State.LOCKED)
    view = see(outside, process)
    # Following needs nothing of the process (TRA-10).
    looking = {"process.list", "process.see", "process.export", "process.copy", "process.duplicate", "process.follow"}
    # Comments are no part of the record (PRO-25).
    assert allowed(view) == looking | {"comment.list", "comment.write"}
    assert reason(view, Action.PROCESS_SEND) == "O processo está bloqueado."


def test_looking_writes_nothing(outside: Outside):
    process, _ = awaited(outside)
    before = dict(outside.memory.things), outside.memory.sentences(process)
    for actor in (CLERK, HEAD, CABINET_HEAD):
        see(outside, process, actor)
    assert (dict(outside.memory.things), outside.memory.sentences(process)) == before


def test_nodes_of_drafts_and_cancelled_documents_are_seen_by_all(outside: Outside):
    process = sent(outside)
    with_document(outside, process, 1)
    with_document(outside, process, 2, state=DocumentState.CANCELLED)
    assert len(see(outside, process, HEAD).documents.items) == 2
