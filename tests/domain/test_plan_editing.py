"""Work plans edited on a screen: each saving a version, one plan to a type of process (PRO-26)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from chalicelib.domain.errors import Conflict, InvalidRequest, Refused
from chalicelib.domain.plan_editing import (
    MOST_ITEMS,
    MOST_STAGES,
    PlanDraft,
    PlanShelf,
    check_known,
    define,
    offered,
)
from chalicelib.domain.work_plan import PlanItem, PlanStage, WorkPlan, plan_of_type
from tests.domain.process_examples import PROTOCOL_CLERK

AT = datetime(2026, 11, 27, 12, tzinfo=UTC)
CITY = {"obra": WorkPlan("obra", "Obra", (PlanStage("Início", (PlanItem("1.1", "Vistoria"),)),), ("alvara",))}
DRAFT = PlanDraft("p1", "Férias", (("Pedido", (("Requerimento", ("despacho",)), ("Saldo", ()))),), ("ferias",), 0)


def saved(shelf: PlanShelf, draft: PlanDraft = DRAFT) -> PlanShelf:
    return define(shelf, CITY, draft, PROTOCOL_CLERK, AT)[0]


def codes(refused: pytest.ExceptionInfo[InvalidRequest]) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in refused.value.errors]


def test_saved_plan_is_offered_besides_the_citys_and_begins_its_types():
    plans = offered(CITY, saved(PlanShelf()))
    assert set(plans) == {"obra", "p1"}
    begun = plan_of_type(plans, "ferias")
    assert begun is not None
    assert [item.id for item in begun.plan.items] == ["1.1", "1.2"]
    assert begun.plan.item("1.1").document_types == ("despacho",)


def test_citys_plan_that_is_edited_takes_its_place_and_each_saving_is_a_version():
    draft = replace(DRAFT, code="obra", name="Obra nova", process_types=("alvara",))
    shelf = saved(PlanShelf(), draft)
    assert offered(CITY, shelf)["obra"].name == "Obra nova"
    again, edited = define(shelf, CITY, replace(draft, name="Obra", version=1), PROTOCOL_CLERK, AT)
    assert (edited.version, again.revision, edited.by) == (2, 2, PROTOCOL_CLERK.user)


def test_plan_that_somebody_saved_meanwhile_is_not_written_over():
    shelf = saved(PlanShelf())
    with pytest.raises(Conflict) as refused:
        saved(shelf)
    assert refused.value.code == "plan_changed"


def test_withdrawn_plan_is_offered_to_nobody_and_leaves_its_types_to_another():
    shelf = saved(PlanShelf(), replace(DRAFT, code="obra", process_types=("alvara",), withdrawn=True))
    assert offered(CITY, shelf) == {}
    shelf = saved(shelf, replace(DRAFT, process_types=("alvara",)))
    assert set(offered(CITY, shelf)) == {"p1"}
    with pytest.raises(InvalidRequest) as refused:
        saved(shelf, replace(DRAFT, code="obra", name="Obra", process_types=("alvara",), version=1))
    assert codes(refused) == [("process_types", "type_taken")]


def test_no_type_begins_with_two_plans_and_no_two_have_one_name():
    with pytest.raises(InvalidRequest) as refused:
        saved(PlanShelf(), replace(DRAFT, name="OBRA", process_types=("alvara", "ferias")))
    assert codes(refused) == [("name", "name_taken"), ("process_types", "type_taken")]


def test_what_is_missing_is_all_told():
    with pytest.raises(InvalidRequest) as refused:
        saved(PlanShelf(), replace(DRAFT, name="", stages=(("", ()), ("Fim", (("", ()),)))))
    assert codes(refused) == [("name", "required"), *[("stages", "required")] * 3]
    with pytest.raises(InvalidRequest) as refused:
        saved(PlanShelf(), replace(DRAFT, stages=()))
    assert codes(refused) == [("stages", "required")]


def test_plan_has_an_end():
    many = tuple((f"Item {n}", ()) for n in range(MOST_ITEMS + 1))
    with pytest.raises(InvalidRequest):
        saved(PlanShelf(), replace(DRAFT, stages=(("Etapa", many),)))
    with pytest.raises(InvalidRequest):
        saved(PlanShelf(), replace(DRAFT, stages=(("Etapa", many[:1]),) * (MOST_STAGES + 1)))
    long = tuple(("x" * 150, ()) for _ in range(MOST_ITEMS))

    def fill() -> None:
        shelf = PlanShelf()
        for n in range(60):
            plan = replace(DRAFT, code=f"p{n}", name=f"Plano {n}", stages=(("E", long),), process_types=())
            shelf = saved(shelf, plan)

    with pytest.raises(Refused) as refused:
        fill()
    assert refused.value.code == "too_many_plans"


def test_what_a_plan_names_exists():
    check_known(DRAFT, {"ferias"}, {"despacho"})
    with pytest.raises(InvalidRequest) as refused:
        check_known(DRAFT, (), ())
    assert codes(refused) == [("process_types", "type_unknown"), ("stages", "document_unknown")]
