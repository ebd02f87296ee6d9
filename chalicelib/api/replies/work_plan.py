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


class KeptPlanItem(TypedDict):
    """Um item, e os tipos de documento que o começam"""

    name: str
    document_types: list[str]


class KeptPlanStage(TypedDict):
    """Uma etapa"""

    name: str
    items: list[KeptPlanItem]


class KeptPlan(TypedDict):
    """Um plano do município; ``version`` 0 é o que veio com as tabelas"""

    code: str
    name: str
    process_types: list[str]
    stages: list[KeptPlanStage]
    version: int
    withdrawn: bool
    by: Person | None
    at: str | None


class WorkPlans(TypedDict):
    """Os planos de trabalho do município, por nome"""

    items: list[KeptPlan]


class PlanSaved(TypedDict):
    """A versão salva"""

    code: str
    version: int
