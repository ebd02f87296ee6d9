"""The work plan of a process (PRO-26)."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from chalicelib.application.work_plan.define_plan import define_work_plan
from chalicelib.application.work_plan.list_plans import KeptPlan, list_work_plans
from chalicelib.application.work_plan.mark_item import mark_plan_item
from chalicelib.application.work_plan.read_plan import read_work_plan
from chalicelib.application.work_plan.replace_plan import replace_work_plan
from chalicelib.domain.catalogue import DocumentType
from chalicelib.domain.plan_editing import LONGEST_NAME, MOST_ITEMS, MOST_STAGES, PlanDraft
from chalicelib.domain.planning import Mark
from chalicelib.domain.policy import Action
from chalicelib.domain.work_plan import ItemStatus, PlanItem, PlanUnderWay, WorkPlan

from . import presenting, replies
from .routes import Call, Routes
from .validation import Body, Code, Identifier

routes = Routes("work_plan")

Named = Annotated[str, StringConstraints(max_length=LONGEST_NAME)]
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


class ItemDraft(Body):
    """An item; including a document of one of the types begins it."""

    name: Named
    document_types: Annotated[tuple[Code, ...], Field(max_length=20)] = ()


class StageDraft(Body):
    """Items that belong together."""

    name: Named
    items: Annotated[tuple[ItemDraft, ...], Field(max_length=MOST_ITEMS)]


class PlanBody(Body):
    """A work plan as it is to be; ``version`` is the one that the screen showed, 0 for one never edited."""

    name: Named
    stages: Annotated[tuple[StageDraft, ...], Field(max_length=MOST_STAGES)]
    process_types: Annotated[tuple[Code, ...], Field(max_length=200)] = ()
    version: Annotated[int, Field(strict=True, ge=0, le=1_000_000)] = 0
    withdrawn: bool = False

    def draft(self, code: str) -> PlanDraft:
        """As the use case takes it."""
        stages = tuple(
            (stage.name.strip(), tuple((item.name.strip(), item.document_types) for item in stage.items))
            for stage in self.stages
        )
        return PlanDraft(code, self.name.strip(), stages, self.process_types, self.version, self.withdrawn)


@routes.route("GET", "/work-plans", Action.PLAN_DEFINE, reply=replies.WorkPlans)
def list_all(call: Call) -> dict[str, Any]:
    """Planos de trabalho do município"""
    return {"items": [_kept(one) for one in list_work_plans(call.ports, call.actor)]}


@routes.route("POST", "/work-plans", Action.PLAN_DEFINE, body=PlanBody, reply=replies.PlanSaved, status=201)
def create(call: Call) -> Any:
    """Criar plano de trabalho"""
    return define_work_plan(call.ports, call.actor, call.operation, call.body.draft(""))


@routes.route("PUT", "/work-plans/{plan}", Action.PLAN_DEFINE, body=PlanBody, reply=replies.PlanSaved)
def define(call: Call, plan: str) -> Any:
    """Alterar, retirar ou voltar a oferecer plano de trabalho"""
    return define_work_plan(call.ports, call.actor, call.operation, call.body.draft(plan))


def _kept(found: KeptPlan) -> dict[str, Any]:
    plan, edited = found.plan, found.edited
    return {
        **_named(plan),
        "process_types": list(plan.process_types),
        "stages": [
            {
                "name": stage.name,
                "items": [{"name": item.name, "document_types": list(item.document_types)} for item in stage.items],
            }
            for stage in plan.stages
        ],
        "version": edited.version if edited else 0,
        "withdrawn": bool(edited and edited.withdrawn),
        "by": presenting.person(edited.by) if edited else None,
        "at": presenting.instant(edited.at) if edited else None,
    }


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
