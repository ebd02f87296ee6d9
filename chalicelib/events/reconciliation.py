"""Once a day: what should be waiting and is not (architecture §8.5)."""

import logging
from collections.abc import Callable, Iterable
from functools import partial

from chalicelib.application.conducting.ports import Conducting, OpenWork
from chalicelib.application.conducting.reconcile_routings import Reconciled, reconcile_routings

from .messages import for_each_tenant

logger = logging.getLogger(__name__)


def handle_reconciliation(
    tenants: Iterable[str],
    conducting: Callable[[str], Conducting],
    work: Callable[[str], OpenWork],
    reopen: Callable[[str, str, str, str], bool],
) -> dict[str, Reconciled]:
    """Reconcile every tenant; to be run also after the engine has lost its executions."""

    def reconcile(tenant: str) -> Reconciled:
        result = reconcile_routings(conducting(tenant), work(tenant), partial(reopen, tenant))
        logger.info(
            "routings_reconciled",
            extra={"tenant": tenant, "open": result.open, "revived": len(result.revived),
                   "reopened": len(result.reopened), "rescheduled": len(result.rescheduled)},
        )  # fmt: skip
        return result

    return for_each_tenant(tenants, reconcile)
