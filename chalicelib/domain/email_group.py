"""E-mail groups (CON-02): addresses that a unit writes to together, under a name. One small aggregate per unit."""

from dataclasses import replace
from datetime import datetime

from chalicelib.domain.value import dataclass

from .errors import FieldError, InvalidRequest, NotFound, Refused
from .mail import check_addresses
from .organisation import Person, UnitName
from .spelling import plain, same_name

MAXIMUM_GROUPS = 50


@dataclass(frozen=True, slots=True)
class EmailGroup:
    """``addresses`` in the order they were written."""

    id: str
    name: str
    addresses: tuple[str, ...]
    by: Person
    at: datetime


@dataclass(frozen=True, slots=True)
class EmailGroupShelf:
    """The groups of ``unit``."""

    unit: UnitName
    groups: tuple[EmailGroup, ...] = ()
    id: str = "A"

    @property
    def sorted(self) -> list[EmailGroup]:
        """By name."""
        return sorted(self.groups, key=lambda group: plain(group.name))


def save_group(shelf: EmailGroupShelf, group: EmailGroup) -> tuple[EmailGroupShelf, EmailGroup]:
    """With the group; the one of that name, if there is one, gets these addresses.

    Raises InvalidRequest ``name`` ``required``, ``addresses…`` as ``check_addresses``; Refused ``too_many_groups``.
    """
    if not group.name.strip():
        raise InvalidRequest(FieldError("name", "required", "Dê um nome ao grupo."))
    check_addresses(addresses=group.addresses)
    before = next((one for one in shelf.groups if same_name(one.name, group.name)), None)
    if before:
        kept = replace(group, id=before.id)
        return replace(shelf, groups=tuple(kept if one is before else one for one in shelf.groups)), kept
    if len(shelf.groups) >= MAXIMUM_GROUPS:
        raise Refused("too_many_groups", f"Já há {MAXIMUM_GROUPS} grupos de e-mail. Exclua algum.")
    return replace(shelf, groups=(*shelf.groups, group)), group


def delete_group(shelf: EmailGroupShelf, identifier: str) -> EmailGroupShelf:
    """Raises NotFound ``group_not_found``."""
    left = tuple(one for one in shelf.groups if one.id != identifier)
    if len(left) == len(shelf.groups):
        raise NotFound("group_not_found", "Este grupo de e-mail não existe mais.")
    return replace(shelf, groups=left)
