"""The plans that processes may have now: the city's own, and those edited on the screen (PRO-26)."""

from collections.abc import Mapping

from chalicelib.application.ports import Ports
from chalicelib.domain.plan_editing import offered
from chalicelib.domain.work_plan import WorkPlan


def offered_plans(ports: Ports) -> Mapping[str, WorkPlan]:
    """As this container knows them: what was saved elsewhere is known within a minute, as all tables are."""
    return offered(ports.catalogues.work_plans(), ports.catalogues.plan_shelf())
