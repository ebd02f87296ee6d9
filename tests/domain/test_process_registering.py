"""What a process is about: starting, editing, noting on and deleting it (PRO-02, PRO-07, PRO-08, PRO-11, PRO-15)."""

from dataclasses import replace

import pytest

from chalicelib.domain.access import AccessLevel
from chalicelib.domain.handling import assign, conclude, reopen
from chalicelib.domain.presence import Tab
from chalicelib.domain.process import Named, Process, State
from chalicelib.domain.registering import delete, edit, remark, start
from tests.fakes.city import ANA, PERSONNEL, PROTOCOL, START

from .process_examples import (
    CABINET_HEAD,
    PERSONNEL_HEAD,
    PROTOCOL_CLERK,
    REGISTRATION,
    after,
    received,
    refused,
    sending,
    sent,
    sentences,
    started,
)

LAW = Named("pessoal", "Informação pessoal (Lei 12.527/2011, art. 31)")
OTHER_LAW = Named("preparatorio", "Documento preparatório (Lei 12.527/2011, art. 7º, § 3º)")
RESTRICTED = {"level": AccessLevel.RESTRICTED, "legal_basis": LAW}


def edited(process: Process, **changes: object) -> list[tuple[str, str]]:
    after_edit = replace(process.registration, **changes)  # type: ignore[arg-type]
    return sentences(edit(process, PROTOCOL_CLERK, after_edit, after(1)))


# PRO-02


def test_started_process_is_open_and_read_in_the_unit_and_in_nobodys_hands():
    process = start("p1", "n", PROTOCOL_CLERK, REGISTRATION, START).process
    presence = process.presences["semad-prot"]
    assert process.open_units == {"semad-prot"}
    assert (presence.tab, presence.unread, presence.assignee) == (Tab.GENERATED, False, None)
    assert (process.state, process.generating_unit.id, process.agency) == (State.NORMAL, "semad-prot", "pmu")


def test_start_of_a_restricted_process_tells_its_law():
    restricted = replace(REGISTRATION, **RESTRICTED)
    change = start("p1", "n", PROTOCOL_CLERK, restricted, START)
    assert sentences(change) == [
        ("SEMAD/PROT", "Processo restrito gerado (Informação pessoal (Lei 12.527/2011, art. 31))")
    ]


# PRO-07, PRO-08


def test_edit_names_the_fields_that_changed_and_only_them():
    assert edited(started(), specification="Poda urgente", priority="idoso-80") == [
        ("SEMAD/PROT", "Alterados os dados do processo: especificação, prioridade")
    ]


def test_edit_of_the_type_tells_both_names():
    assert edited(started(), type=Named("licenca", "Licença de servidor")) == [
        ("SEMAD/PROT", 'Alterado tipo do processo de "Pedido do cidadão" para "Licença de servidor"')
    ]


def test_restricting_tells_the_own_level_and_the_one_of_the_whole():
    assert edited(started(), **RESTRICTED) == [
        (
            "SEMAD/PROT",
            "Alterado nível de acesso do processo para restrito (Informação pessoal (Lei 12.527/2011, art. 31))",
        ),
        ("SEMAD/PROT", "Alterado nível de acesso geral para restrito"),
    ]


def test_opening_a_process_that_holds_a_restricted_document_leaves_the_whole_restricted():
    process = replace(started(**RESTRICTED), document_levels={"restricted": 1})
    assert edited(process, level=AccessLevel.PUBLIC, legal_basis=None) == [
        ("SEMAD/PROT", "Alterado nível de acesso do processo para público")
    ]


def test_changing_only_the_law_tells_the_new_one():
    assert edited(started(**RESTRICTED), legal_basis=OTHER_LAW) == [
        (
            "SEMAD/PROT",
            "Alterada hipótese legal do processo para Documento preparatório (Lei 12.527/2011, art. 7º, § 3º)",
        )
    ]


def test_edit_that_changes_nothing_is_refused():
    with refused("nothing_changed"):
        edited(started())


def test_edit_keeps_number_and_filing():
    process = started()
    changed = edit(process, PROTOCOL_CLERK, replace(REGISTRATION, specification="Outra"), after(1)).process
    assert (changed.nup, changed.started_at, changed.started_by) == (process.nup, process.started_at, ANA)


def test_unit_that_does_not_hold_the_process_cannot_edit_it():
    with refused("process_not_open_in_unit"):
        edit(started(), PERSONNEL_HEAD, replace(REGISTRATION, specification="Outra"), after(1))


# PRO-11


def test_each_unit_has_its_own_remark():
    process = remark(started(), PROTOCOL_CLERK, "do protocolo", START).process
    process = sending(process, PROTOCOL_CLERK, PERSONNEL).process
    process = remark(process, PERSONNEL_HEAD, "do RH", after(2)).process
    assert {unit: note.text for unit, note in process.remarks.items()} == {
        "semad-prot": "do protocolo",
        "semad-rh": "do RH",
    }


def test_empty_remark_removes_the_units_own_only():
    process = remark(started(), PROTOCOL_CLERK, "do protocolo", START).process
    process = sending(process, PROTOCOL_CLERK, PERSONNEL, keep_open=True).process
    process = remark(process, PERSONNEL_HEAD, "do RH", after(2)).process
    change = remark(process, PROTOCOL_CLERK, "", after(3))
    assert set(change.process.remarks) == {"semad-rh"}
    assert sentences(change) == [("SEMAD/PROT", "Alterada a observação da unidade")]


@pytest.mark.parametrize("text", ["", "igual"])
def test_remark_that_changes_nothing_is_refused(text: str):
    process = started() if not text else remark(started(), PROTOCOL_CLERK, text, START).process
    with refused("nothing_changed"):
        remark(process, PROTOCOL_CLERK, text, after(1))


def test_unit_without_the_process_open_cannot_note_on_it():
    with refused("process_not_open_in_unit"):
        remark(started(), PERSONNEL_HEAD, "nota", after(1))


# PRO-15


def test_unit_that_generated_it_deletes_an_empty_process():
    assert sentences(delete(started(), PROTOCOL_CLERK, after(1))) == [("SEMAD/PROT", "Exclusão do processo")]


def test_process_with_documents_cannot_be_deleted():
    with refused("process_has_documents"):
        delete(replace(started(), live_documents=1), PROTOCOL_CLERK, after(1))


def test_process_open_in_another_unit_cannot_be_deleted():
    with refused("process_open_elsewhere"):
        delete(sent(PERSONNEL, keep_open=True), PROTOCOL_CLERK, after(2))


def test_unit_that_did_not_generate_it_cannot_delete_it():
    with refused("not_the_generating_unit"):
        delete(received(), PERSONNEL_HEAD, after(3))


def test_unit_that_concluded_it_cannot_delete_it():
    concluded = conclude(started(), PROTOCOL_CLERK, after(1)).process
    with refused("process_not_open_in_unit"):
        delete(concluded, PROTOCOL_CLERK, after(2))


def test_process_that_came_back_and_is_open_only_here_may_be_deleted():
    back = sending(received(), PERSONNEL_HEAD, PROTOCOL, hours=3, first=2).process
    assert delete(back, PROTOCOL_CLERK, after(4)).acts[-1].fact.kind() == "process_deleted"


# features.md §1.1: states in which nothing is done


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (State.SUSPENDED, "process_suspended"),
        (State.ANNEXED, "process_annexed"),
        (State.LOCKED, "process_locked"),
    ],
)
def test_nothing_is_done_on_a_process_that_is_not_normal(state: State, code: str):
    process = replace(started(), state=state)
    for act in (
        lambda: edit(process, PROTOCOL_CLERK, replace(REGISTRATION, specification="Outra"), after(1)),
        lambda: remark(process, PROTOCOL_CLERK, "nota", after(1)),
        lambda: delete(process, PROTOCOL_CLERK, after(1)),
        lambda: assign(process, PROTOCOL_CLERK, ANA, after(1)),
        lambda: conclude(process, PROTOCOL_CLERK, after(1)),
        lambda: sending(process, PROTOCOL_CLERK, PERSONNEL),
        lambda: reopen(process, CABINET_HEAD, after(1)),
    ):
        with refused(code):
            act()
