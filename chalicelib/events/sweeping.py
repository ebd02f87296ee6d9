"""Every hour: what a consumer never dealt with (architecture §6)."""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from chalicelib.application.conducting.ports import HistoryDays, Marks, Queues
from chalicelib.application.conducting.sweep_history import sweep_history

from .messages import for_each_tenant

logger = logging.getLogger(__name__)

# Younger facts are still on their way; older ones were looked at by the sweeps before.
SETTLED = timedelta(minutes=15)
LOOKING_BACK = timedelta(hours=26)


def handle_sweeping(
    tenants: Iterable[str],
    days: Callable[[str], HistoryDays],
    marks: Callable[[str], Marks],
    queues: Queues,
    now: datetime,
    looking_back: timedelta = LOOKING_BACK,
) -> dict[str, dict[str, int]]:
    """Sweep every tenant; -> processes sent again, by tenant and consumer.

    After a longer outage, or to rebuild the projections, an operator gives a longer ``looking_back``.
    """

    def sweep(tenant: str) -> dict[str, int]:
        sent = sweep_history(days(tenant), marks(tenant), queues, now - looking_back, now - SETTLED)
        logger.info("history_swept", extra={"tenant": tenant, **{f"sent_{k}": n for k, n in sent.items()}})
        return sent

    return for_each_tenant(tenants, sweep)
