"""Machines for published flows: at once for the one that was just published, hourly for what was missed."""

import logging
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from chalicelib.domain.flow import Flow

from .messages import Event, for_each_tenant

logger = logging.getLogger(__name__)


class Press(Protocol):
    """Who makes machines."""

    def make(self, tenant: str, flow: Flow) -> str:
        """Making again what is there changes nothing."""


def handle_publication(
    event: Event, tenants: Iterable[str], press: Press, published: Callable[[str], Sequence[Flow]]
) -> dict[str, list[str]]:
    """-> the names of the machines that are there now, by tenant; none for what was asked for and is not published."""
    if "tenant" in event:
        tenant, wanted = str(event["tenant"]), (str(event["code"]), int(event["version"]))
        found = [flow for flow in published(tenant) if (flow.code, flow.version) == wanted]
        return {tenant: [press.make(tenant, flow) for flow in found]}

    def catch_up(tenant: str) -> list[str]:
        made = [press.make(tenant, flow) for flow in published(tenant)]
        logger.info("flows_published", extra={"tenant": tenant, "machines": len(made)})
        return made

    return for_each_tenant(tenants, catch_up)
