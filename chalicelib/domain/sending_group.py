"""Sending groups: units that receive together, under a name (CON-02, TRA-01).

Each unit keeps its own; the administration keeps those of the whole institution. One small aggregate per keeper, so
that two people cannot give one name to two groups.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from chalicelib.domain.value import dataclass

from .errors import Conflict, FieldError, InvalidRequest, NotFound, Refused
from .organisation import Person, Unit, UnitName
from .sending import MAXIMUM_DESTINATIONS
from .spelling import same_name

MAXIMUM_GROUPS = 50
#: Who keeps the groups that every unit may use; no unit has such an id.
INSTITUTION = UnitName("*", "Toda a instituição")


@dataclass(frozen=True, slots=True)
class SendingGroup:
    """``units`` in the order they are sent to; ``revision`` counts its changes."""

    id: str
    name: str
    units: tuple[UnitName, ...]
    by: Person
    at: datetime
    revision: int = 1


@dataclass(frozen=True, slots=True)
class GroupShelf:
    """The groups of ``unit``, which is ``INSTITUTION`` for those of all."""

    unit: UnitName
    groups: tuple[SendingGroup, ...] = ()
    id: str = "A"

    def group(self, identifier: str) -> SendingGroup:
        """Raises NotFound ``group_not_found``."""
        for group in self.groups:
            if group.id == identifier:
                return group
        raise NotFound("group_not_found", "Este grupo de envio não existe mais.")


def check_members(units: Sequence[Unit]) -> tuple[UnitName, ...]:
    """Raises InvalidRequest: ``units`` ``required``, ``too_many``; ``units.N`` ``unit_cannot_receive``."""
    if not units:
        raise InvalidRequest(FieldError("units", "required", "Escolha ao menos uma unidade."))
    if len(units) > MAXIMUM_DESTINATIONS:
        message = f"Um grupo tem no máximo {MAXIMUM_DESTINATIONS} unidades, que é o que cabe em um envio."
        raise InvalidRequest(FieldError("units", "too_many", message))
    deaf = [
        FieldError(f"units.{place}", "unit_cannot_receive", f"A unidade {unit.acronym} não recebe processos.")
        for place, unit in enumerate(units)
        if not (unit.active and unit.can_receive)
    ]
    if deaf:
        raise InvalidRequest(*deaf)
    return tuple(unit.short for unit in units)


def create_group(shelf: GroupShelf, group: SendingGroup) -> GroupShelf:
    """Raises InvalidRequest ``name``: ``name_taken``; Refused ``too_many_groups``."""
    if len(shelf.groups) >= MAXIMUM_GROUPS:
        raise Refused("too_many_groups", f"Já há {MAXIMUM_GROUPS} grupos de envio. Exclua algum.")
    _check_name(group.name, shelf.groups)
    return replace(shelf, groups=(*shelf.groups, group))


def change_group(shelf: GroupShelf, group: SendingGroup, expected: int) -> GroupShelf:
    """``group`` in the place of the one of its id, seen at revision ``expected``.

    Raises NotFound; Conflict ``group_changed``; Refused ``nothing_changed``; InvalidRequest ``name_taken``.
    """
    before = shelf.group(group.id)
    _check_seen(before, expected)
    if (group.name, group.units) == (before.name, before.units):
        raise Refused("nothing_changed", "Nada foi alterado.")
    _check_name(group.name, [other for other in shelf.groups if other.id != group.id])
    after = replace(group, revision=before.revision + 1)
    return replace(shelf, groups=tuple(after if one.id == group.id else one for one in shelf.groups))


def delete_group(shelf: GroupShelf, identifier: str, expected: int) -> GroupShelf:
    """Raises NotFound; Conflict ``group_changed``."""
    _check_seen(shelf.group(identifier), expected)
    return replace(shelf, groups=tuple(group for group in shelf.groups if group.id != identifier))


def _check_seen(group: SendingGroup, expected: int) -> None:
    if group.revision != expected:
        message = f"{group.by.name} alterou este grupo de envio. Confira como ficou e repita."
        raise Conflict("group_changed", message)


def _check_name(name: str, others: Sequence[SendingGroup]) -> None:
    if any(same_name(name, other.name) for other in others):
        message = f"Já há um grupo de envio chamado {name}."
        raise InvalidRequest(FieldError("name", "name_taken", message))
