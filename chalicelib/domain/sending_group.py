"""Sending groups: units that receive together, under a name (CON-02, TRA-01).

Each unit keeps its own; the administration keeps those of the whole institution. One small aggregate per keeper, so
that two people cannot give one name to two groups.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from chalicelib.domain.value import dataclass

from .errors import FieldError, InvalidRequest
from .named_groups import find, seen, with_changed, with_new
from .organisation import Person, Unit, UnitName
from .sending import MAXIMUM_DESTINATIONS

MAXIMUM_GROUPS = 50
KIND = "envio"
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
        return find(self.groups, identifier, KIND)


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
    return replace(shelf, groups=with_new(shelf.groups, group, MAXIMUM_GROUPS, KIND))


def change_group(shelf: GroupShelf, group: SendingGroup, expected: int) -> GroupShelf:
    """``group`` in the place of the one of its id. Raises as ``named_groups.with_changed``."""
    return replace(shelf, groups=with_changed(shelf.groups, group, expected, KIND))


def delete_group(shelf: GroupShelf, identifier: str, expected: int) -> GroupShelf:
    """Raises NotFound; Conflict ``group_changed``."""
    seen(shelf.groups, identifier, expected, KIND)
    return replace(shelf, groups=tuple(group for group in shelf.groups if group.id != identifier))
