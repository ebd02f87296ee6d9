"""One tenant, and what operators did to it (issue 5 §7)."""

from collections.abc import Sequence
from typing import Any

from chalicelib.application.tenants.ports import Operating
from chalicelib.domain.operating import OperatorRecord, described, known_place


def read_tenant(outside: Operating, tenant: str) -> tuple[dict[str, Any], Sequence[OperatorRecord]]:
    """The newest act first. Raises NotFound ``tenant_unknown``."""
    found = known_place(next((place for place in outside.places() if place.tenant == tenant), None))
    return described(found), outside.history(tenant)
