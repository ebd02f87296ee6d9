"""Which tenants the installation has (issue 5 §7)."""

from typing import Any

from chalicelib.application.tenants.ports import Operating
from chalicelib.domain.operating import described


def list_tenants(outside: Operating) -> list[dict[str, Any]]:
    """All of them, by name."""
    return [described(place) for place in outside.places()]
