"""What a refusal says (RFC 9457)."""

from collections.abc import Mapping
from typing import Any, NotRequired

from typing_extensions import TypedDict

from chalicelib.domain.training import is_training

from .named import Person
from .session import TenantCard


class FieldProblem(TypedDict):
    """O que há de errado em um campo"""

    field: str
    code: str
    message: str


class Problem(TypedDict):
    """Uma recusa (RFC 9457)"""

    type: str
    title: str
    status: int
    code: str
    detail: str
    operation: str
    errors: NotRequired[list[FieldProblem]]
    edited_by: NotRequired[Person | None]
    edited_at: NotRequired[str | None]
    revision: NotRequired[str]


def tenant_card(tenant: Mapping[str, Any], rollout: bool) -> TenantCard:
    """The tenant as every screen shows it; ``rollout``: it is not live yet."""
    return TenantCard(
        id=tenant.get("id", ""),
        name=tenant.get("name", ""),
        short_name=tenant.get("short_name", ""),
        time_zone=tenant.get("time_zone", "America/Sao_Paulo"),
        primary_color=tenant.get("primary_color", ""),
        coat_of_arms=tenant.get("coat_of_arms") or "",
        founding_norm=tenant.get("founding_norm", ""),
        training=is_training(str(tenant.get("id", ""))),
        rollout=rollout,
    )
