"""The work plan of a process and the plans it could have instead (PRO-26)."""

from collections.abc import Sequence

from chalicelib.application.ports import Ports
from chalicelib.application.processes.see import visible_process
from chalicelib.domain.identity import Actor
from chalicelib.domain.value import dataclass
from chalicelib.domain.work_plan import PlanUnderWay, WorkPlan

from .offered import offered_plans


@dataclass(frozen=True, slots=True)
class PlanView:
    """``choices`` in the order of the tables."""

    under_way: PlanUnderWay | None
    choices: Sequence[WorkPlan]


def read_work_plan(ports: Ports, actor: Actor, process_id: str) -> PlanView:
    """Raises NotFound (absent or invisible), Forbidden."""
    process = visible_process(ports, actor, process_id)
    return PlanView(process.work_plan, list(offered_plans(ports).values()))
