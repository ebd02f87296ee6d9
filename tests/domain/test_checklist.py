"""What a unit has to see to in a process, item by item, and its ready-made lists (issue 4 §3, demands 1)."""

import pytest

from chalicelib.domain import checklist
from chalicelib.domain.checklist import Checked, Checklist, ChecklistShelf, ChecklistTemplate
from chalicelib.domain.desk import ChecklistProgress
from chalicelib.domain.errors import Conflict, InvalidRequest, NotFound
from chalicelib.domain.process import Process
from tests.domain.process_examples import (
    PERSONNEL_HEAD,
    PROTOCOL_CLERK,
    after,
    refused,
    sent,
    sentences,
    started,
)

UNIT = PROTOCOL_CLERK.unit
IDS = tuple(f"i{number}" for number in range(checklist.MAXIMUM_ITEMS))


def extended(*texts: str, process: Process | None = None, kept: Checklist | None = None) -> Checked:
    before = process or started()
    return checklist.extend_checklist(
        before, PROTOCOL_CLERK, kept or Checklist(UNIT, before.id), texts, IDS, after(1)
    )


def told(done: Checked) -> list[str]:
    return [entry.sentence() for entry in done.organised.entries]


def process_of(done: Checked) -> Process:
    return done.organised.change.process


def progress(done: Checked) -> ChecklistProgress | None:
    return process_of(done).presences[UNIT.id].desk.checklist


def test_items_are_put_done_by_somebody_at_some_time_and_undone():
    listed = extended("Conferir a planta", "Conferir o IPTU")
    assert progress(listed) == ChecklistProgress(0, 2)
    assert told(listed) == ["Incluído na lista de verificação: 2 itens"]
    done = checklist.tick_item(process_of(listed), PROTOCOL_CLERK, listed.checklist, "i0", True, after(2))
    assert (done.checklist.items[0].by, done.checklist.items[0].at) == (PROTOCOL_CLERK.user, after(2))
    assert progress(done) == ChecklistProgress(1, 2)
    assert told(done) == ["Feito: Conferir a planta"]
    undone = checklist.tick_item(process_of(done), PROTOCOL_CLERK, done.checklist, "i0", False, after(3))
    assert undone.checklist == listed.checklist
    assert told(undone) == ["Desmarcado da lista de verificação: Conferir a planta"]


def test_history_which_every_unit_reads_tells_nothing_of_it():
    done = extended("Conferir a planta")
    assert sentences(done.organised.change) == []


def test_process_not_received_is_received_first():
    process = sent()
    there = Checklist(PERSONNEL_HEAD.unit, process.id)
    done = checklist.extend_checklist(process, PERSONNEL_HEAD, there, ["Ler"], IDS, after(5))
    assert sentences(done.organised.change) == [("SEMAD/RH", "Processo recebido na unidade")]


def test_item_done_is_not_done_again_and_one_not_done_is_not_undone():
    listed = extended("Conferir a planta")
    done = checklist.tick_item(process_of(listed), PROTOCOL_CLERK, listed.checklist, "i0", True, after(2))
    with refused("item_done"):
        checklist.tick_item(process_of(done), PROTOCOL_CLERK, done.checklist, "i0", True, after(3))
    with refused("item_not_done"):
        checklist.tick_item(process_of(listed), PROTOCOL_CLERK, listed.checklist, "i0", False, after(3))


def test_list_put_twice_is_there_once():
    listed = extended("Conferir a planta", "Conferir a planta")
    assert [item.text for item in listed.checklist.items] == ["Conferir a planta"]
    with refused("items_on_the_list"):
        extended("Conferir a planta", process=process_of(listed), kept=listed.checklist)


def test_unit_that_does_not_hold_the_process_keeps_no_list_of_it():
    process = started()
    there = Checklist(PERSONNEL_HEAD.unit, process.id)
    with refused("process_not_open_in_unit"):
        checklist.extend_checklist(process, PERSONNEL_HEAD, there, ["Ler"], IDS, after(1))


def test_last_item_dropped_leaves_no_progress():
    listed = extended("Conferir a planta")
    dropped = checklist.drop_item(process_of(listed), PROTOCOL_CLERK, listed.checklist, "i0", after(2))
    assert (dropped.checklist.items, progress(dropped)) == ((), None)
    assert told(dropped) == ["Retirado da lista de verificação: Conferir a planta"]
    with pytest.raises(NotFound):
        checklist.drop_item(process_of(dropped), PROTOCOL_CLERK, dropped.checklist, "i0", after(3))


def test_list_has_a_limit():
    with pytest.raises(InvalidRequest) as error:
        extended(*(f"Item {number}" for number in range(checklist.MAXIMUM_ITEMS + 1)))
    assert error.value.errors[0].code == "too_many_items"


SHELF = ChecklistShelf(UNIT, (ChecklistTemplate("t1", "Alvará", ("Conferir a planta",)),), 3)


def test_ready_made_lists_are_kept_as_the_unit_says_them_now():
    wanted = [ChecklistTemplate("t1", "Alvará de obra", ("Conferir a planta", "Conferir o IPTU"))]
    wanted.append(ChecklistTemplate("", "Férias", ("Conferir o saldo",)))
    after_ = checklist.define_templates(SHELF, wanted, ["t2"], 3)
    assert [(each.id, each.name) for each in after_.templates] == [("t1", "Alvará de obra"), ("t2", "Férias")]
    assert after_.revision == 4


def test_colleague_who_changed_the_ready_made_lists_first_is_not_overwritten():
    with pytest.raises(Conflict) as error:
        checklist.define_templates(SHELF, [], [], 2)
    assert error.value.code == "templates_changed"


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ([ChecklistTemplate("", "Férias", ("A",)), ChecklistTemplate("", "férias", ("B",))], "name_taken"),
        ([ChecklistTemplate("", "Férias", ())], "no_items"),
        ([ChecklistTemplate("", f"L{n}", ("A",)) for n in range(31)], "too_many"),
        ([ChecklistTemplate("", "Férias", tuple(f"I{n}" for n in range(41)))], "too_many_items"),
    ],
)
def test_ready_made_lists_with_a_defect_are_refused(wanted: list[ChecklistTemplate], code: str):
    with pytest.raises(InvalidRequest) as error:
        checklist.define_templates(SHELF, wanted, [f"n{n}" for n in range(40)], 3)
    assert error.value.errors[0].code == code


def test_template_that_does_not_exist_is_not_changed_nor_is_nothing_saved():
    with pytest.raises(NotFound):
        checklist.define_templates(SHELF, [ChecklistTemplate("t9", "X", ("A",))], [], 3)
    with refused("nothing_changed"):
        checklist.define_templates(SHELF, SHELF.templates, [], 3)
