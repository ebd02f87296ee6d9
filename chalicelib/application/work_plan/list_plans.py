"""Every work plan of the city, edited or not, for whoever keeps them (PRO-26)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.references import PlanShelfKey
from chalicelib.domain.identity import Actor
from chalicelib.domain.plan_editing import EditedPlan, PlanShelf
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass
from chalicelib.domain.work_plan import WorkPlan


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """``edited`` is None while the plan is as it came with the city's tables."""

    plan: WorkPlan
    edited: EditedPlan | None


def list_work_plans(ports: Ports, actor: Actor) -> Sequence[KeptPlan]:
    """By name. Raises Forbidden."""
    allow(actor, Action.PLAN_DEFINE)
    (kept,) = ports.reader.get(PlanShelfKey())
    shelf = kept or PlanShelf()
    found = [KeptPlan(one.plan, one) for one in shelf.plans]
    found += [KeptPlan(plan, None) for code, plan in ports.catalogues.work_plans().items() if not shelf.find(code)]
    return sorted(found, key=lambda one: one.plan.name)
