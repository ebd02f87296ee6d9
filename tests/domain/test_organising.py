"""What a unit keeps about a process: note, labels, deadline, checkpoint (TRA-08, TRA-09, TRA-11, TRA-12)."""

from dataclasses import replace
from datetime import date

import pytest

from chalicelib.domain import organising
from chalicelib.domain.arrangement import Arrangement, Colour, Label, create_label, define_checkpoints
from chalicelib.domain.arrangement import Checkpoint as Phase
from chalicelib.domain.desk import DeskAct
from chalicelib.domain.errors import InvalidRequest, NotFound, Refused
from chalicelib.domain.handling import conclude, reopen
from chalicelib.domain.process import Process, State
from tests.domain.process_examples import (
    PERSONNEL_HEAD,
    PROTOCOL_CLERK,
    after,
    invalid,
    received,
    refused,
    sent,
    sentences,
    started,
)
from tests.fakes.city import CARLOS, PROTOCOL, at_work

URGENT, WAITING = Label("l1", "Urgente", Colour.RED), Label("l2", "Aguardando", Colour.SKY)
ARRANGED = Arrangement("semad-prot", (URGENT, WAITING), (Phase("f1", "Análise"), Phase("f2", "Decisão")))
DUE = date(2026, 12, 10)


def desk(done: organising.Organised, unit: str = "semad-prot"):
    return done.change.process.presences[unit].desk


def labelled(*labels: str, text: str = "") -> Process:
    process = started()
    for label in labels:
        done = organising.attach_label(process, PROTOCOL_CLERK, ARRANGED, label, text, after(1))
        process = done.change.process
    return process


def test_note_is_one_and_says_who_wrote_it_and_when():
    first = organising.write_note(started(), PROTOCOL_CLERK, "Ligar", False, after(1))
    second = organising.write_note(first.change.process, PROTOCOL_CLERK, "Ligar hoje", True, after(2))
    note = desk(second).note
    assert note is not None
    assert (note.text, note.priority, note.by, note.at) == (
        "Ligar hoje",
        True,
        PROTOCOL_CLERK.user,
        after(2),
    )


def test_note_leaves_no_entry_in_the_history_and_is_not_told_by_the_log():
    done = organising.write_note(started(), PROTOCOL_CLERK, "Ligar", False, after(1))
    assert done.change.acts == ()
    assert [entry.shown for entry in done.entries] == [False]


def test_empty_note_removes_it():
    written = organising.write_note(started(), PROTOCOL_CLERK, "Ligar", False, after(1)).change.process
    assert desk(organising.write_note(written, PROTOCOL_CLERK, "", False, after(2))).note is None


def test_same_note_again_is_refused():
    written = organising.write_note(started(), PROTOCOL_CLERK, "Ligar", False, after(1)).change.process
    with refused("nothing_changed", Refused):
        organising.write_note(written, PROTOCOL_CLERK, "Ligar", False, after(2))
    with refused("nothing_changed", Refused):
        organising.write_note(started(), PROTOCOL_CLERK, "", True, after(2))


@pytest.mark.parametrize("length", [501, 5000])
def test_long_text_is_refused(length: int):
    with invalid("text", "text_too_long"):
        organising.write_note(started(), PROTOCOL_CLERK, "x" * length, False, after(1))
    with invalid("text", "text_too_long"):
        organising.attach_label(started(), PROTOCOL_CLERK, ARRANGED, "l1", "x" * length, after(1))


def test_note_never_travels():
    written = organising.write_note(received(), PERSONNEL_HEAD, "Só nossa", False, after(3)).change.process
    assert written.presences["semad-rh"].desk.note is not None
    assert written.presences["semad-prot"].desk.note is None


def test_organising_an_unread_process_receives_it_first():
    done = organising.write_note(sent(), PERSONNEL_HEAD, "Ver", False, after(2))
    assert sentences(done.change) == [("SEMAD/RH", "Processo recebido na unidade")]
    assert not done.change.process.presences["semad-rh"].unread


def test_process_that_is_not_open_here_is_not_organised():
    closed = conclude(started(), PROTOCOL_CLERK, after(1)).process
    with refused("process_not_open_in_unit", Refused):
        organising.attach_label(closed, PROTOCOL_CLERK, ARRANGED, "l1", "", after(2))
    with refused("process_suspended", Refused):
        stopped = replace(started(), state=State.SUSPENDED)
        organising.set_deadline(stopped, PROTOCOL_CLERK, DUE, after(2))


def test_what_the_unit_kept_is_there_when_the_process_is_reopened():
    closed = conclude(labelled("l1"), PROTOCOL_CLERK, after(2)).process
    again = reopen(closed, PROTOCOL_CLERK, after(3)).process
    assert [each.label for each in again.presences["semad-prot"].desk.labels] == ["l1"]


def test_process_takes_many_labels():
    assert [each.label for each in labelled("l1", "l2").presences["semad-prot"].desk.labels] == ["l1", "l2"]


def test_text_of_a_label_changes_in_place():
    done = organising.attach_label(labelled("l1", "l2"), PROTOCOL_CLERK, ARRANGED, "l1", "Sexta", after(2))
    assert [(each.label, each.text) for each in desk(done).labels] == [("l1", "Sexta"), ("l2", "")]
    assert [entry.sentence() for entry in done.entries] == ["Texto do marcador alterado: Urgente (Sexta)"]


def test_label_that_is_there_with_the_same_text_is_refused():
    with refused("label_attached", Refused):
        organising.attach_label(labelled("l1"), PROTOCOL_CLERK, ARRANGED, "l1", "", after(2))


def test_label_of_nobody_is_not_found():
    with refused("label_not_found", NotFound):
        organising.attach_label(started(), PROTOCOL_CLERK, ARRANGED, "l9", "", after(2))


def test_label_that_is_not_there_cannot_be_taken_off():
    with refused("label_not_attached", Refused):
        organising.detach_label(labelled("l1"), PROTOCOL_CLERK, ARRANGED, "l2", after(2))


def test_twenty_labels_are_enough():
    many = Arrangement("semad-prot")
    for number in range(21):
        many = create_label(many, f"m{number}", f"Marcador {number}", Colour.BLUE)
    process = started()
    for number in range(20):
        done = organising.attach_label(process, PROTOCOL_CLERK, many, f"m{number}", "", after(1))
        process = done.change.process
    with refused("too_many_labels_here", Refused):
        organising.attach_label(process, PROTOCOL_CLERK, many, "m20", "", after(2))


def test_log_tells_what_was_put_and_taken():
    done = organising.detach_label(labelled("l1", text="Sexta"), PROTOCOL_CLERK, ARRANGED, "l1", after(2))
    assert desk(done).labels == ()
    assert [(entry.act, entry.sentence()) for entry in done.entries] == [
        (DeskAct.LABEL_REMOVED, "Marcador retirado: Urgente (Sexta)")
    ]
    assert done.change.acts == ()


def test_card_moves_from_one_label_to_the_other_with_its_text():
    done = organising.move_label(labelled("l1", text="Sexta"), PROTOCOL_CLERK, ARRANGED, "l1", "l2", after(2))
    assert [(each.label, each.text) for each in desk(done).labels] == [("l2", "Sexta")]
    assert [entry.act for entry in done.entries] == [DeskAct.LABEL_REMOVED, DeskAct.LABEL_ADDED]


def test_card_moves_to_and_from_the_column_without_labels():
    there = organising.move_label(started(), PROTOCOL_CLERK, ARRANGED, None, "l1", after(1))
    back = organising.move_label(there.change.process, PROTOCOL_CLERK, ARRANGED, "l1", None, after(2))
    assert ([each.label for each in desk(there).labels], desk(back).labels) == (["l1"], ())


def test_card_that_already_has_the_other_label_only_loses_the_first():
    done = organising.move_label(labelled("l1", "l2"), PROTOCOL_CLERK, ARRANGED, "l1", "l2", after(2))
    assert [each.label for each in desk(done).labels] == ["l2"]


def test_card_that_stays_or_was_moved_by_a_colleague_is_refused():
    with refused("nothing_changed", Refused):
        organising.move_label(labelled("l1"), PROTOCOL_CLERK, ARRANGED, "l1", "l1", after(2))
    with refused("label_not_attached", Refused):
        organising.move_label(labelled("l1"), PROTOCOL_CLERK, ARRANGED, "l2", "l1", after(2))


def test_moving_an_unread_card_receives_the_process_once():
    done = organising.move_label(sent(), PERSONNEL_HEAD, ARRANGED, None, "l1", after(2))
    assert sentences(done.change) == [("SEMAD/RH", "Processo recebido na unidade")]
    assert len(done.change.routings) == 1


def test_deadline_is_set_moved_concluded_and_removed():
    first = organising.set_deadline(started(), PROTOCOL_CLERK, DUE, after(1))
    moved = organising.set_deadline(first.change.process, PROTOCOL_CLERK, date(2026, 12, 20), after(2))
    done = organising.conclude_deadline(moved.change.process, PROTOCOL_CLERK, after(3))
    gone = organising.remove_deadline(done.change.process, PROTOCOL_CLERK, after(4))
    told = [step.entries[0].sentence() for step in (first, moved, done, gone)]
    assert told == [
        "Prazo definido para 10/12/2026",
        "Prazo definido para 20/12/2026",
        "Prazo de 20/12/2026 concluído",
        "Prazo de 20/12/2026 retirado",
    ]
    deadline = desk(done).deadline
    assert deadline is not None
    assert deadline.concluded_at == after(3)
    assert desk(gone).deadline is None


def test_each_change_of_the_deadline_is_taken_back_by_who_made_it():
    """As it was, with who had set it and when, though its day is past."""
    first = organising.set_deadline(started(), PROTOCOL_CLERK, DUE, after(1)).change.process
    there = first.presences[PROTOCOL_CLERK.unit.id].desk.deadline
    for act in (
        lambda process: organising.set_deadline(process, PROTOCOL_CLERK, date(2027, 1, 20), after(2)),
        lambda process: organising.conclude_deadline(process, PROTOCOL_CLERK, after(2)),
        lambda process: organising.remove_deadline(process, PROTOCOL_CLERK, after(2)),
    ):
        back = organising.undo_deadline(act(first).change.process, PROTOCOL_CLERK, after(60 * 24 * 400))
        assert desk(back).deadline == there
        assert [entry.sentence() for entry in back.entries] == [f"Mudança do prazo desfeita: {DUE:%d/%m/%Y}"]
    back = organising.undo_deadline(first, PROTOCOL_CLERK, after(2))
    assert desk(back).deadline is None
    assert back.entries[0].sentence() == "Mudança do prazo desfeita: sem prazo"
    done = organising.conclude_deadline(first, PROTOCOL_CLERK, after(2)).change.process
    gone = organising.remove_deadline(done, PROTOCOL_CLERK, after(3)).change.process
    back = organising.undo_deadline(gone, PROTOCOL_CLERK, after(4))
    assert desk(back).deadline == done.presences[PROTOCOL_CLERK.unit.id].desk.deadline
    assert back.entries[0].sentence() == f"Mudança do prazo desfeita: {DUE:%d/%m/%Y}, concluído"


def test_change_of_the_deadline_is_taken_back_once_and_by_nobody_else():
    there = organising.set_deadline(started(), PROTOCOL_CLERK, DUE, after(1)).change.process
    with refused("deadline_of_another", Refused):
        organising.undo_deadline(there, at_work(CARLOS, PROTOCOL), after(2))
    back = organising.undo_deadline(there, PROTOCOL_CLERK, after(2)).change.process
    with refused("deadline_change_not_found", NotFound):
        organising.undo_deadline(back, PROTOCOL_CLERK, after(3))
    with refused("deadline_change_not_found", NotFound):
        organising.undo_deadline(started(), PROTOCOL_CLERK, after(1))


def test_deadline_that_changes_nothing_is_refused():
    there = organising.set_deadline(started(), PROTOCOL_CLERK, DUE, after(1)).change.process
    with refused("nothing_changed", Refused):
        organising.set_deadline(there, PROTOCOL_CLERK, DUE, after(2))
    done = organising.conclude_deadline(there, PROTOCOL_CLERK, after(2)).change.process
    with refused("deadline_concluded", Refused):
        organising.conclude_deadline(done, PROTOCOL_CLERK, after(3))
    again = organising.set_deadline(done, PROTOCOL_CLERK, DUE, after(4))
    assert desk(again).deadline is not None
    assert desk(again).deadline.concluded_at is None


def test_deadline_that_is_not_there_is_neither_concluded_nor_removed():
    for act in (organising.conclude_deadline, organising.remove_deadline):
        with refused("no_deadline", Refused):
            act(started(), PROTOCOL_CLERK, after(1))


def test_process_goes_from_phase_to_phase():
    first = organising.set_checkpoint(started(), PROTOCOL_CLERK, ARRANGED, "f1", after(1))
    second = organising.set_checkpoint(first.change.process, PROTOCOL_CLERK, ARRANGED, "f2", after(2))
    out = organising.remove_checkpoint(second.change.process, PROTOCOL_CLERK, ARRANGED, after(3))
    assert [step.entries[0].sentence() for step in (first, second, out)] == [
        "Ponto de controle: Análise",
        "Ponto de controle: Decisão",
        "Ponto de controle retirado: Decisão",
    ]
    assert desk(out).checkpoint is None
    with refused("nothing_changed", Refused):
        organising.set_checkpoint(second.change.process, PROTOCOL_CLERK, ARRANGED, "f2", after(3))
    with refused("nothing_changed", Refused):
        organising.remove_checkpoint(out.change.process, PROTOCOL_CLERK, ARRANGED, after(4))
    with refused("checkpoint_not_found", NotFound):
        organising.set_checkpoint(started(), PROTOCOL_CLERK, ARRANGED, "f9", after(1))


def test_phases_of_the_unit_keep_their_marks_when_defined_again():
    used = replace(ARRANGED, checkpoints=(replace(ARRANGED.checkpoints[0], used=True),))
    wanted = [Phase("", "Protocolo"), Phase("f1", "Análise técnica", active=False)]
    kept = define_checkpoints(used, wanted, ["f7"]).checkpoints
    assert kept == (Phase("f7", "Protocolo"), Phase("f1", "Análise técnica", active=False, used=True))


def test_phases_are_refused_that_repeat_or_leave_out_a_used_one():
    used = replace(ARRANGED, checkpoints=(replace(ARRANGED.checkpoints[0], used=True),))
    with refused("checkpoint_used", Refused):
        define_checkpoints(used, [Phase("", "Outra")], ["f7"])
    with invalid("checkpoints", "name_taken"):
        define_checkpoints(used, [Phase("f1", "Análise"), Phase("", "ANALISE")], ["f7"])
    with pytest.raises(InvalidRequest, match="invalid_request"):
        define_checkpoints(used, [Phase("", f"Fase {n}") for n in range(51)], [f"g{n}" for n in range(51)])
    with refused("checkpoint_not_found", NotFound):
        define_checkpoints(used, [Phase("f9", "Estranha")], [])
