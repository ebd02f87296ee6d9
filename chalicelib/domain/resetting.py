"""A training environment goes back to its invented data: a tenant filled with them takes its place (issue 5 §7).

Nothing is erased: history is only appended to, and what was signed is locked. What was there stays under the old name,
which leads nowhere any more. Of the tenants of a city's training only the newest is on the list.
"""

from collections.abc import Collection
from dataclasses import replace

from .errors import Conflict, Refused
from .site_address import SiteAddress, TenantPlace
from .training import Training, following, is_training, training_name


def beginning(
    city: str, kit: str, addresses: tuple[SiteAddress, ...], known: Collection[str], taken: Collection[SiteAddress]
) -> TenantPlace:
    """The place of a city's first training: nobody enters before it is filled, as after a reset.

    Raises Conflict ``training_exists`` when one is among the ``known`` tenants, ``address_taken``.
    """
    whose = training_name(city, 0)[:-1]
    if any(tenant.startswith(whose) for tenant in known):
        raise Conflict("training_exists", "Este município já tem um ambiente de treinamento.")
    for address in addresses:
        if address in taken:
            raise Conflict("address_taken", f"O endereço {address.text} já é de outro ambiente.")
    first = training_name(city, 0)
    return TenantPlace(first, addresses, training=Training(kit, following(first)))


def resetting(place: TenantPlace) -> TenantPlace:
    """Its data will be the invented ones again. Raises Refused ``not_training``, ``reset_under_way``."""
    if not is_training(place.tenant) or place.training is None:
        message = "Este ambiente não é de treinamento: os seus dados não podem ser trocados pelos inventados."
        raise Refused("not_training", message)
    if place.training.filling:
        raise Refused("reset_under_way", "Este ambiente já está voltando aos dados inventados. Aguarde terminar.")
    return replace(place, training=replace(place.training, filling=following(place.tenant)))


def replaced(place: TenantPlace) -> TenantPlace:
    """The tenant that was filled, where the other was reached. Raises Refused ``not_training``, ``not_filling``."""
    if not is_training(place.tenant) or place.training is None:
        raise Refused("not_training", "Este ambiente não é de treinamento.")
    if not place.training.filling:
        raise Refused("not_filling", "Nenhum outro ambiente está sendo preparado para tomar o lugar deste.")
    return replace(place, tenant=place.training.filling, training=replace(place.training, filling=""))
