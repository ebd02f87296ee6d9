"""The work plan of a process."""

from typing import Literal

from typing_extensions import TypedDict

from .named import Named, Person, UnitName

PlanStatus = Literal["in_progress", "paused", "finished", "problem", "not_applicable", "disregarded"]


class PlanItem(TypedDict):
    """Um item do plano; status nulo diz que ninguém mexeu nele"""

    id: str
    name: str
    document_types: list[Named]
    status: PlanStatus | None
    note: str
    document: str | None
    by: Person | None
    unit: UnitName | None
    at: str | None


class PlanStage(TypedDict):
    """Uma etapa do plano"""

    name: str
    items: list[PlanItem]


class WorkPlan(TypedDict):
    """O plano de trabalho do processo, ou nulo, e os planos que pode ter"""

    plan: Named | None
    stages: list[PlanStage]
    choices: list[Named]
