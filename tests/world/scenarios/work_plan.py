"""The work plan of a process (PRO-26)."""

from itertools import cycle
from typing import Any

from tests.world.builders import drafting, started
from tests.world.following import chief
from tests.world.world import Ask, World

from .registry import reads, writes

PLANNED = {"type": "alvara-construcao", "subjects": ["01.02.01"]}
SURVEY = "2.1"
IN_TURN = cycle(("compra-direta", "ferias-servidor", "alvara-construcao"))


def planned(world: World) -> str:
    """A process whose type begins with a plan; -> its id."""
    return started(world, **PLANNED)


@writes("work_plan.mark_item.mark_plan_item", "PRO-26", entries=1)
def mark_plan_item(world: World) -> Ask:
    process = planned(world)
    body = {"status": "problem", "note": "Portão fechado"}
    return Ask(world.ana, "PUT", f"/processes/{process}/work-plan/items/{SURVEY}", body, process)


@writes("work_plan.replace_plan.replace_work_plan", "PRO-26", entries=1)
def replace_work_plan(world: World) -> Ask:
    process = planned(world)
    body = {"code": "compra-direta", "expected": "alvara-construcao"}
    return Ask(world.ana, "PUT", f"/processes/{process}/work-plan", body, process)


@writes("documents.create.create_draft", "PRO-26", "DOC-01", entries=2)
def begin_a_plan_item_by_a_document(world: World) -> Ask:
    return drafting(world.ana, planned(world), type="parecer", description="")


@reads("work_plan.read_plan.read_work_plan", "PRO-26")
def read_work_plan(world: World) -> Ask:
    return Ask(world.ana, "GET", f"/processes/{planned(world)}/work-plan")


def kept_plan(world: World, code: str) -> dict[str, Any]:
    """A plan of the city as the administration sees it."""
    found = world.done(Ask(chief(world), "GET", "/work-plans"))["items"]
    return next(one for one in found if one["code"] == code)


def saving(world: World, code: str, **changes: Any) -> Ask:
    """The screen of work plans, over the plan as it is now."""
    plan = kept_plan(world, code)
    form = {name: plan[name] for name in ("name", "stages", "process_types", "version", "withdrawn")}
    return Ask(chief(world), "PUT", f"/work-plans/{code}", {**form, **changes})


@writes("work_plan.define_plan.define_work_plan", "PRO-26", entries=0)
def define_work_plan(world: World) -> Ask:
    # One after the other: a situation made in between must not save the plan that this one is about to save.
    return saving(world, next(IN_TURN))


@reads("work_plan.list_plans.list_work_plans", "PRO-26")
def list_work_plans(world: World) -> Ask:
    return Ask(chief(world), "GET", "/work-plans")
