"""The labels and the board of a unit (TRA-09)."""

from dataclasses import replace

import pytest

from chalicelib.domain.arrangement import (
    Arrangement,
    Board,
    BoardBy,
    Checkpoint,
    Colour,
    arrange_board,
    change_label,
    checkpoint_in_use,
    create_label,
    delete_label,
    label_in_use,
)
from chalicelib.domain.errors import NotFound, Refused
from chalicelib.domain.spelling import same_name
from tests.domain.process_examples import invalid, refused

EMPTY = Arrangement("semad-prot")


def with_labels(*names: str) -> Arrangement:
    arranged = EMPTY
    for name in names:
        arranged = create_label(arranged, name.lower(), name, Colour.RED)
    return arranged


def test_there_are_thirty_two_colours():
    assert len(Colour) == 32


def test_names_differ_by_more_than_case_accents_and_spaces():
    assert same_name("Em análise", "em  ANALISE")
    assert not same_name("Em análise", "Análise")
    with invalid("name", "name_taken"):
        create_label(with_labels("Análise"), "x", "ANALISE", Colour.BLUE)


def test_unit_has_at_most_a_hundred_labels():
    full = with_labels(*(f"M{number}" for number in range(100)))
    with refused("too_many_labels", Refused):
        create_label(full, "x", "Mais um", Colour.BLUE)


def test_label_is_renamed_recoloured_and_deactivated_part_by_part():
    arranged = with_labels("Urgente", "Aguardando")
    arranged = change_label(arranged, "urgente", name="Muito urgente")
    arranged = change_label(arranged, "urgente", colour=Colour.NAVY)
    arranged = change_label(arranged, "urgente", active=False)
    label = arranged.label("urgente")
    assert (label.name, label.colour, label.active) == ("Muito urgente", Colour.NAVY, False)
    assert arranged.label("aguardando") == with_labels("Aguardando").label("aguardando")


def test_label_keeps_its_own_name_and_takes_no_other_label_s():
    arranged = with_labels("Urgente", "Aguardando")
    assert change_label(arranged, "urgente", name="URGENTE").label("urgente").name == "URGENTE"
    with invalid("name", "name_taken"):
        change_label(arranged, "urgente", name="aguardando")
    with refused("nothing_changed", Refused):
        change_label(arranged, "urgente", name="Urgente", active=True)
    with refused("label_not_found", NotFound):
        change_label(arranged, "outro", name="Outro")


def test_label_once_used_can_only_be_deactivated():
    arranged = label_in_use(with_labels("Urgente"), "urgente")
    with refused("label_used", Refused):
        delete_label(arranged, "urgente")
    resting = change_label(arranged, "urgente", active=False)
    with refused("label_inactive", Refused):
        label_in_use(resting, "urgente")
    assert label_in_use(arranged, "urgente") is arranged


def test_label_never_used_is_deleted_and_leaves_the_board():
    arranged = arrange_board(with_labels("Urgente", "Aguardando"), Board(columns=("urgente", "aguardando")))
    left = delete_label(arranged, "urgente")
    assert [label.id for label in left.labels] == ["aguardando"]
    assert left.board.columns == ("aguardando",)
    with refused("label_not_found", NotFound):
        delete_label(left, "urgente")


def test_phase_at_rest_takes_no_more_processes():
    arranged = replace(
        EMPTY, checkpoints=(Checkpoint("f1", "Análise"), Checkpoint("f2", "Fim", active=False))
    )
    assert checkpoint_in_use(arranged, "f1").checkpoint("f1").used
    assert not checkpoint_in_use(arranged, "f1").checkpoint("f2").used
    with refused("checkpoint_inactive", Refused):
        checkpoint_in_use(arranged, "f2")


@pytest.mark.parametrize(
    ("by", "code"),
    [(BoardBy.LABELS, "label_not_found"), (BoardBy.CHECKPOINTS, "checkpoint_not_found")],
)
def test_board_has_columns_of_the_unit_only(by: BoardBy, code: str):
    with refused(code, NotFound):
        arrange_board(with_labels("Urgente"), Board(by, ("nenhum",)))


def test_column_of_the_board_is_there_once():
    arranged = with_labels("Urgente", "Aguardando")
    board = arrange_board(arranged, Board(columns=("aguardando", "urgente", "aguardando"))).board
    assert board.columns == ("aguardando", "urgente")
