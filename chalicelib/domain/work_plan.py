"""The work plan of a process: stages with items to tick off as the work goes on (PRO-26). It never blocks an act.

A plan is a row of the city's tables; a process keeps the one it was started with, as it was then, until somebody
replaces it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from datetime import datetime
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .errors import NotFound
from .organisation import Person, UnitName


class ItemStatus(StrEnum):
    """How an item stands; one that nobody touched has none."""

    IN_PROGRESS = "in_progress"
    PAUSED = "paused"
    FINISHED = "finished"
    PROBLEM = "problem"
    NOT_APPLICABLE = "not_applicable"
    DISREGARDED = "disregarded"


STATUS_NAMES: Mapping[str, str] = {
    ItemStatus.IN_PROGRESS: "em andamento",
    ItemStatus.PAUSED: "pausado",
    ItemStatus.FINISHED: "finalizado",
    ItemStatus.PROBLEM: "problema",
    ItemStatus.NOT_APPLICABLE: "não se aplica",
    ItemStatus.DISREGARDED: "desconsiderado",
}


@dataclass(frozen=True, slots=True)
class PlanItem:
    """Something to be done; including a document of one of ``document_types`` begins it."""

    id: str
    name: str
    document_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanStage:
    """Items that belong together."""

    name: str
    items: tuple[PlanItem, ...]


@dataclass(frozen=True, slots=True)
class WorkPlan:
    """A plan of the city's tables; ``process_types`` begin with it."""

    code: str
    name: str
    stages: tuple[PlanStage, ...]
    process_types: tuple[str, ...] = ()

    @property
    def items(self) -> Iterator[PlanItem]:
        """Of every stage, in order."""
        return (item for stage in self.stages for item in stage.items)

    def item(self, identifier: str) -> PlanItem:
        """Raises NotFound ``item_not_found``."""
        for item in self.items:
            if item.id == identifier:
                return item
        raise NotFound("item_not_found", "Este item não está no plano de trabalho do processo.")


@dataclass(frozen=True, slots=True)
class ItemState:
    """How an item stands, who said so and when; ``document`` is the number of the one that began it."""

    status: ItemStatus
    by: Person
    unit: UnitName
    at: datetime
    note: str = ""
    document: str | None = None


@dataclass(frozen=True, slots=True)
class PlanUnderWay:
    """The plan of one process; ``states`` by item, without those that nobody touched."""

    plan: WorkPlan
    states: dict[str, ItemState] = field(default_factory=dict)

    def status(self, item: str) -> ItemStatus | None:
        """None while nobody touched it."""
        state = self.states.get(item)
        return state.status if state else None

    def with_state(self, item: str, state: ItemState | None) -> "PlanUnderWay":
        """The plan with one item moved, or untouched again."""
        others = {one: kept for one, kept in self.states.items() if one != item}
        return replace(self, states={**others, item: state} if state else others)


def plan_of_type(plans: Mapping[str, WorkPlan], process_type: str) -> PlanUnderWay | None:
    """What a new process of the type begins with; None when no plan is for it."""
    found = next((plan for plan in plans.values() if process_type in plan.process_types), None)
    return PlanUnderWay(found) if found else None
