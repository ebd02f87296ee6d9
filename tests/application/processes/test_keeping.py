"""Noting, reporting, deleting and exporting: PRO-11, PRO-15, PRO-27; the chain of architecture §1.10."""

import json

from chalicelib.application.processes import export as exporting
from chalicelib.application.processes.delete import delete_process
from chalicelib.application.processes.export import export_process
from chalicelib.application.processes.record_progress import record_progress
from chalicelib.application.processes.remark import write_remark
from chalicelib.application.references import ProcessKey
from chalicelib.domain.errors import Forbidden, NotFound
from tests.application.under_way import (
    CABINET_HEAD,
    CLERK,
    FOREIGNER,
    HEAD,
    received,
    refused,
    restrict,
    sent,
    started,
    unchanged,
    with_document,
)
from tests.fakes.outside import Outside
from verifier import chain


def test_progress_goes_to_the_history_of_the_unit(outside: Outside):
    process = received(outside)
    assert record_progress(outside.ports, HEAD, outside.operation(), process, "Visto") == {"version": 5}
    assert outside.memory.sentences(process)[-1] == ("SEMAD/RH", "Visto")


def test_unit_without_the_process_open_neither_notes_nor_reports(outside: Outside):
    process = sent(outside)
    for act in (write_remark, record_progress):
        with refused("process_not_open_here", Forbidden):
            act(outside.ports, CLERK, outside.operation(), process, "nota")
        unchanged(
            outside, process, lambda act=act: act(outside.ports, CLERK, outside.operation(), process, "n")
        )


def test_invisible_process_is_as_absent_for_who_would_write_on_it(outside: Outside):
    process = started(outside)
    restrict(outside, process)
    for identifier in (process, "nada"):
        for act in (write_remark, record_progress):
            with refused("not_found", NotFound):
                act(outside.ports, FOREIGNER, outside.operation(), identifier, "nota")


# PRO-15


def test_deleted_process_is_gone_from_every_screen_and_its_history_ends(outside: Outside):
    process = started(outside)
    nup = outside.memory.process(process).nup
    delete_process(outside.ports, CLERK, outside.operation(), process)
    assert ProcessKey(process) not in outside.memory.things
    assert not outside.memory.rows
    assert outside.memory.sentences(process)[-1] == ("SEMAD/PROT", "Exclusão do processo")
    assert outside.ports.reader.process_of_number("".join(filter(str.isdigit, nup))) is None


def test_number_of_a_deleted_process_is_not_used_again(outside: Outside):
    delete_process(outside.ports, CLERK, outside.operation(), started(outside))
    assert outside.memory.process(started(outside)).nup.startswith("01101.000002")


def test_repeated_deletion_is_done_once(outside: Outside):
    process, again = started(outside), outside.operation(key="chave")
    assert delete_process(outside.ports, CLERK, again, process) == {}
    assert delete_process(outside.ports, CLERK, again, process) == {}
    assert len(outside.memory.sentences(process)) == 2


def test_process_with_documents_is_not_deleted(outside: Outside):
    process = started(outside)
    with_document(outside, process)
    with refused("process_has_documents"):
        delete_process(outside.ports, CLERK, outside.operation(), process)


def test_only_the_unit_that_generated_it_deletes_and_only_open_there(outside: Outside):
    for actor, process in ((HEAD, received(outside)), (CLERK, sent(outside, keep_open=True))):
        with refused("process_not_only_here", Forbidden):
            delete_process(outside.ports, actor, outside.operation(), process)


# The export


def test_export_is_a_whole_chain_for_the_verifier(outside: Outside):
    process = received(outside)
    export = export_process(outside.ports, CLERK, process)
    chain.check(chain.read_export(json.dumps(export)))
    assert (export["nup"], export["n"]) == (outside.memory.process(process).nup, 4)


def test_export_leaves_out_what_was_written_while_it_was_read(outside: Outside):
    process = started(outside)
    held = outside.memory.process(process)
    record_progress(outside.ports, CLERK, outside.operation(), process, "depois")
    outside.memory.things[ProcessKey(process)] = held
    export = export_process(outside.ports, CLERK, process)
    chain.check(export)
    assert export["n"] == 1


def test_restricted_process_is_exported_only_where_it_passed(outside: Outside):
    process = started(outside)
    restrict(outside, process)
    with refused("restricted_content", Forbidden):
        export_process(outside.ports, CABINET_HEAD, process)
    with refused("not_found", NotFound):
        export_process(outside.ports, FOREIGNER, process)
    assert export_process(outside.ports, CLERK, process)


def test_history_that_does_not_fit_a_reply_is_refused(outside: Outside, monkeypatch):
    process = started(outside)
    monkeypatch.setattr(exporting, "MAXIMUM_BYTES", 10)
    with refused("export_too_large"):
        export_process(outside.ports, CLERK, process)
