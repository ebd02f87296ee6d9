"""What the operators of an installation do to its tenants: where each is reached, and whether people may enter.

Operators keep no tenant's content: these acts name a tenant and nothing inside it (issue 5 §7).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from chalicelib.domain.value import dataclass

from .errors import Conflict, FieldError, InvalidRequest, NotFound, Refused
from .site_address import SiteAddress, TenantPlace
from .training import is_training


class OperatorAct(StrEnum):
    """What was done to a tenant."""

    ADDRESSES = "addresses"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    TRAINING_BEGUN = "training_begun"
    RESET = "reset"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class OperatorRecord:
    """A line of the operators' own history; ``by`` is who they say they are."""

    tenant: str
    act: OperatorAct
    by: str
    at: datetime
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    reason: str = ""


def known_place(place: TenantPlace | None) -> TenantPlace:
    """Raises NotFound ``tenant_unknown``."""
    if place is None:
        raise NotFound("tenant_unknown", "Não há ambiente com esse nome nesta instalação.")
    return place


def reached_at(
    place: TenantPlace, addresses: Sequence[SiteAddress], owners: Mapping[SiteAddress, str]
) -> TenantPlace:
    """The tenant at these addresses and no others. Raises Conflict ``address_taken``."""
    for address in addresses:
        if owners.get(address, place.tenant) != place.tenant:
            message = f"O endereço {address.text} já é de outro ambiente. Retire-o de lá antes."
            raise Conflict("address_taken", message)
    return replace(place, addresses=tuple(addresses))


def suspended(place: TenantPlace, reason: str) -> TenantPlace:
    """Nobody enters, and whoever is in does nothing more. Raises InvalidRequest, Refused ``already_suspended``."""
    if len(reason.strip()) < 3:
        raise InvalidRequest(FieldError("reason", "required", "Diga por que o ambiente é suspenso."))
    if place.suspended:
        raise Refused("already_suspended", "Este ambiente já está suspenso.")
    return replace(place, suspended=True)


def resumed(place: TenantPlace) -> TenantPlace:
    """People work again where they were. Raises Refused ``tenant_not_suspended``."""
    if not place.suspended:
        raise Refused("tenant_not_suspended", "Este ambiente não está suspenso.")
    return replace(place, suspended=False)


def described(place: TenantPlace) -> dict[str, Any]:
    """As operators see it: where it is reached and whether people may enter; nothing that is inside it."""
    return {
        "tenant": place.tenant,
        "addresses": [one.text for one in place.addresses],
        "suspended": place.suspended,
        "training": is_training(place.tenant),
        "resetting": bool(place.training and place.training.filling),
    }
