"""Once a day: what should be waiting and is not (architecture §8.5)."""

import logging
from collections.abc import Callable, Iterable
from functools import partial

from chalicelib.application.conducting.flow_ports import FlowConducting, OpenFlows
from chalicelib.application.conducting.ports import Conducting, OpenWork
from chalicelib.application.conducting.reconcile_flows import FlowsReconciled, reconcile_flows
from chalicelib.application.conducting.reconcile_routings import Reconciled, reconcile_routings

from .messages import for_each_tenant

logger = logging.getLogger(__name__)


def handle_reconciliation(
    tenants: Iterable[str],
    conducting: Callable[[str], Conducting],
    work: Callable[[str], OpenWork],
    reopen: Callable[[str, str, str, str], bool],
    flows: Callable[[str], FlowConducting],
    open_flows: Callable[[str], OpenFlows],
) -> dict[str, tuple[Reconciled, FlowsReconciled]]:
    """Reconcile every tenant; to be run also after the engine has lost its executions."""

    def reconcile(tenant: str) -> tuple[Reconciled, FlowsReconciled]:
        result = reconcile_routings(conducting(tenant), work(tenant), partial(reopen, tenant))
        logger.info(
            "routings_reconciled",
            extra={"tenant": tenant, "open": result.open, "revived": len(result.revived),
                   "reopened": len(result.reopened), "rescheduled": len(result.rescheduled)},
        )  # fmt: skip
        of_flows = reconcile_flows(flows(tenant), open_flows(tenant))
        logger.info(
            "flows_reconciled",
            extra={"tenant": tenant, "open": of_flows.open, "revived": len(of_flows.revived)},
        )
        return result, of_flows

    return for_each_tenant(tenants, reconcile)
