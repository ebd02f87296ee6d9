"""The work plan of a process: begun with it, read, moved, replaced (PRO-26)."""

from chalicelib.application.work_plan.mark_item import mark_plan_item
from chalicelib.application.work_plan.read_plan import read_work_plan
from chalicelib.application.work_plan.replace_plan import replace_work_plan
from chalicelib.domain.errors import Forbidden, NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.planning import Mark
from chalicelib.domain.work_plan import ItemStatus
from tests.application.under_way import CHIEF, CLERK, FOREIGNER, HEAD, invalid, refused, restrict, started
from tests.domain.plan_examples import OTHER, PLAN
from tests.fakes.city import Tables
from tests.fakes.outside import Outside

FINISHED = ItemStatus.FINISHED


def city() -> Outside:
    plan = PLAN.__class__(PLAN.code, PLAN.name, PLAN.stages, ("pedido",))
    return Outside(tables=Tables(plans={"alvara": plan, "ferias": OTHER}))


def mark(outside: Outside, process: str, item: str = "2.1", actor: Actor = CLERK, **how):
    wanted = Mark(item, how.get("status", FINISHED), how.get("expected"), how.get("note", ""))
    return mark_plan_item(outside.ports, actor, outside.operation(actor.user.id), process, wanted)


def test_process_of_the_type_begins_with_a_copy_of_the_plan():
    outside = city()
    process = started(outside)
    outside.tables = Tables(plans={"ferias": OTHER})
    found = read_work_plan(outside.ports, CLERK, process)
    assert found.under_way
    assert found.under_way.plan.stages == PLAN.stages
    assert [plan.code for plan in found.choices] == ["ferias"]


def test_process_of_another_type_has_none(outside: Outside):
    assert read_work_plan(outside.ports, CLERK, started(outside)).under_way is None


def test_status_is_seen_by_every_unit_and_is_in_the_history():
    outside = city()
    process = started(outside)
    assert mark(outside, process)["version"] == 2
    found = read_work_plan(outside.ports, HEAD, process).under_way
    assert found
    assert found.states["2.1"].by == CLERK.user
    assert outside.memory.sentences(process)[-1][1] == "Plano de trabalho: Vistoria, finalizado"


def test_unit_that_does_not_hold_it_cannot_move_the_plan():
    outside = city()
    process = started(outside)
    with refused("process_not_open_here", Forbidden):
        mark(outside, process, actor=HEAD)
    with refused("process_not_open_here", Forbidden):
        replace_work_plan(outside.ports, HEAD, outside.operation("m"), process, "ferias", "alvara")


def test_plan_of_an_invisible_process_is_as_absent():
    outside = city()
    process = started(outside)
    restrict(outside, process)
    with refused("not_found", NotFound):
        read_work_plan(outside.ports, FOREIGNER, process)
    with refused("not_found", NotFound):
        mark(outside, process, actor=FOREIGNER)


def test_plan_that_the_city_does_not_have_is_refused():
    outside = city()
    with invalid(("code", "plan_unknown")):
        replace_work_plan(outside.ports, CLERK, outside.operation(), started(outside), "nenhum", "alvara")


def test_two_who_move_the_same_item_at_once_move_it_once():
    outside = city()
    process = started(outside)

    def first() -> None:
        outside.memory.interrupt = lambda: None
        mark(outside, process, actor=CHIEF, status=ItemStatus.PROBLEM)

    outside.memory.interrupt = first
    with refused("item_changed"):
        mark(outside, process)
    found = read_work_plan(outside.ports, CLERK, process).under_way
    assert found
    assert found.status("2.1") is ItemStatus.PROBLEM


def test_two_who_move_different_items_at_once_both_do():
    outside = city()
    process = started(outside)

    def first() -> None:
        outside.memory.interrupt = lambda: None
        mark(outside, process, "1.1", CHIEF)

    outside.memory.interrupt = first
    mark(outside, process)
    found = read_work_plan(outside.ports, CLERK, process).under_way
    assert found
    assert set(found.states) == {"1.1", "2.1"}
