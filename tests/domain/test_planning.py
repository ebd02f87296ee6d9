"""The work plan helps and never blocks (PRO-26)."""

from dataclasses import replace

import pytest

from chalicelib.domain import duplicating, filing, handling
from chalicelib.domain.errors import Conflict, NotFound, Refused
from chalicelib.domain.planning import Mark, mark_item, replace_plan
from chalicelib.domain.process import Named, Process, State
from chalicelib.domain.work_plan import STATUS_NAMES, ItemStatus, PlanUnderWay, plan_of_type
from tests.application.under_way import CHIEF, CLERK
from tests.domain.document_examples import draft
from tests.domain.plan_examples import OTHER, PLAN
from tests.domain.process_examples import started
from tests.fakes.city import START

FINISHED, PAUSED = ItemStatus.FINISHED, ItemStatus.PAUSED


def planned() -> Process:
    return replace(started(), work_plan=PlanUnderWay(PLAN))


def marked(
    process: Process, item: str, status: ItemStatus | None, expected: ItemStatus | None = None, **more: str
):
    return mark_item(process, CLERK, Mark(item, status, expected, **more), START)


def status(process: Process, item: str) -> ItemStatus | None:
    assert process.work_plan
    return process.work_plan.status(item)


def sentences(change) -> list[str]:
    return [act.fact.sentence() for act in change.acts]


def test_process_begins_with_the_plan_of_its_type():
    plans = {"ferias": OTHER, "alvara": PLAN}
    found = plan_of_type(plans, "obra")
    assert (found and found.plan, found and found.states) == (PLAN, {})
    assert plan_of_type(plans, "pedido") is None


@pytest.mark.parametrize("wanted", list(ItemStatus))
def test_item_takes_each_status_with_who_when_and_why(wanted: ItemStatus):
    change = marked(planned(), "2.1", wanted, note="Conferido")
    state = change.process.work_plan.states["2.1"]
    assert (state.status, state.by, state.unit, state.at, state.note) == (
        wanted,
        CLERK.user,
        CLERK.unit,
        START,
        "Conferido",
    )
    assert sentences(change) == [f"Plano de trabalho: Vistoria, {STATUS_NAMES[wanted]}. Conferido"]


def test_status_may_be_taken_away_again():
    process = marked(planned(), "2.1", FINISHED).process
    change = marked(process, "2.1", None, FINISHED)
    assert status(change.process, "2.1") is None
    assert sentences(change) == ["Plano de trabalho: Vistoria, sem situação"]


def test_note_alone_may_change_and_nothing_at_all_is_refused():
    process = marked(planned(), "2.1", PAUSED).process
    assert marked(process, "2.1", PAUSED, PAUSED, note="Falta o laudo").process.work_plan.states["2.1"].note
    with pytest.raises(Refused) as refused:
        marked(process, "2.1", PAUSED, PAUSED)
    assert refused.value.code == "nothing_changed"


def test_item_that_a_colleague_moved_meanwhile_is_not_written_over():
    process = mark_item(planned(), CHIEF, Mark("2.1", FINISHED, None), START).process
    with pytest.raises(Conflict) as refused:
        marked(process, "2.1", PAUSED)
    assert (refused.value.code, CHIEF.user.name in str(refused.value)) == ("item_changed", True)


def test_unknown_item_and_absent_plan_are_not_found():
    for process, item, code in ((planned(), "9.9", "item_not_found"), (started(), "2.1", "no_work_plan")):
        with pytest.raises(NotFound) as refused:
            marked(process, item, FINISHED)
        assert refused.value.code == code


def test_process_held_still_keeps_its_plan_as_it_is():
    with pytest.raises(Refused) as refused:
        marked(replace(planned(), state=State.SUSPENDED), "2.1", FINISHED)
    assert refused.value.code == "process_suspended"


def test_included_document_begins_the_items_that_await_its_type():
    letter = draft(type=Named("oficio", "Ofício"))
    change = filing.include(planned(), CLERK, letter, START)
    assert [status(change.process, item) for item in ("1.1", "2.1", "2.2")] == [
        None,
        None,
        ItemStatus.IN_PROGRESS,
    ]
    assert change.process.work_plan.states["2.2"].document == letter.number
    assert sentences(change)[1:] == [
        f"Plano de trabalho: Parecer, em andamento, com o documento {letter.number}"
    ]


def test_included_document_leaves_alone_what_somebody_already_decided():
    letter = draft(type=Named("oficio", "Ofício"))
    process = marked(planned(), "2.2", FINISHED).process
    change = filing.include(process, CLERK, letter, START)
    assert (status(change.process, "2.2"), len(change.acts)) == (FINISHED, 1)
    other = draft(type=Named("despacho", "Despacho"))
    assert len(filing.include(planned(), CLERK, other, START).acts) == 1
    assert len(filing.include(started(), CLERK, letter, START).acts) == 1


def test_plan_is_replaced_whole():
    process = marked(planned(), "1.1", FINISHED).process
    change = replace_plan(process, CLERK, OTHER, "alvara", START)
    assert change.process.work_plan == PlanUnderWay(OTHER)
    assert sentences(change) == ["Trocado o plano de trabalho Alvará por Férias"]
    adopted = replace_plan(started(), CLERK, PLAN, None, START)
    assert sentences(adopted) == ["Adotado o plano de trabalho Alvará"]


def test_plan_that_somebody_replaced_meanwhile_stays():
    for process, expected in ((planned(), "ferias"), (planned(), None), (started(), "alvara")):
        with pytest.raises(Conflict) as refused:
            replace_plan(process, CLERK, OTHER, expected, START)
        assert refused.value.code == "plan_changed"
    with pytest.raises(Refused) as same:
        replace_plan(planned(), CLERK, PLAN, "alvara", START)
    assert same.value.code == "same_plan"


def test_duplicate_begins_with_the_same_plan_and_nothing_done():
    """PRO-12"""
    source = marked(planned(), "2.1", FINISHED).process
    made = duplicating.begin("p2", "2", CLERK, source, source.registration, 1, START)
    assert made.process.work_plan == PlanUnderWay(PLAN)
    bare = started()
    assert duplicating.begin("p2", "2", CLERK, bare, bare.registration, 1, START).process.work_plan is None


def test_plan_with_nothing_done_blocks_no_act():
    process = planned()
    assert handling.conclude(process, CLERK, START).process.open_units == frozenset()
