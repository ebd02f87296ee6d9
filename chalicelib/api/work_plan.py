"""The work plan of a process (PRO-26)."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.work_plan.mark_item import mark_plan_item
from chalicelib.application.work_plan.read_plan import read_work_plan
from chalicelib.application.work_plan.replace_plan import replace_work_plan
from chalicelib.domain.catalogue import DocumentType
from chalicelib.domain.planning import Mark
from chalicelib.domain.policy import Action
from chalicelib.domain.work_plan import ItemStatus, PlanItem, PlanUnderWay, WorkPlan

from . import presenting, replies
from .routes import Call, Routes
from .validation import Body, Identifier

routes = Routes("work_plan")

PLAN = "/processes/{process}/work-plan"


class ItemMark(Body):
    """How an item stands: ``status`` null takes its status away; ``expected`` is the one the screen showed."""

    status: ItemStatus | None
    expected: ItemStatus | None = None
    note: Annotated[str, StringConstraints(max_length=500)] = ""


class PlanChoice(Body):
    """Which plan; ``expected`` is the code of the one the screen showed, null for none."""

    code: Identifier
    expected: Identifier | None = None


@routes.route("GET", PLAN, Action.PROCESS_SEE, reply=replies.WorkPlan)
def read(call: Call, process: str) -> dict[str, Any]:
    """Plano de trabalho do processo"""
    found = read_work_plan(call.ports, call.actor, process)
    types = call.ports.catalogues.document_types()
    under_way = found.under_way
    return {
        "plan": _named(under_way.plan) if under_way else None,
        "stages": [
            {"name": stage.name, "items": [_item(item, under_way, types) for item in stage.items]}
            for stage in under_way.plan.stages
        ]
        if under_way
        else [],
        "choices": [_named(plan) for plan in found.choices],
    }


@routes.route("PUT", PLAN, Action.PROCESS_PLAN, body=PlanChoice, reply=replies.Version)
def choose(call: Call, process: str) -> Any:
    """Trocar o plano de trabalho do processo"""
    body: PlanChoice = call.body
    return replace_work_plan(call.ports, call.actor, call.operation, process, body.code, body.expected)


@routes.route("PUT", PLAN + "/items/{item}", Action.PROCESS_PLAN, body=ItemMark, reply=replies.Version)
def mark(call: Call, process: str, item: str) -> Any:
    """Mudar a situação de um item do plano de trabalho"""
    body: ItemMark = call.body
    wanted = Mark(item, body.status, body.expected, body.note)
    return mark_plan_item(call.ports, call.actor, call.operation, process, wanted)


def _named(plan: WorkPlan) -> dict[str, str]:
    return {"code": plan.code, "name": plan.name}


def _item(item: PlanItem, under_way: PlanUnderWay, types: Mapping[str, DocumentType]) -> dict[str, Any]:
    state = under_way.states.get(item.id)
    return {
        "id": item.id,
        "name": item.name,
        "document_types": [
            {"code": code, "name": types[code].name} for code in item.document_types if code in types
        ],
        "status": state.status.value if state else None,
        "note": state.note if state else "",
        "document": state.document if state else None,
        "by": presenting.person(state.by) if state else None,
        "unit": presenting.unit_name(state.unit) if state else None,
        "at": presenting.instant(state.at) if state else None,
    }
