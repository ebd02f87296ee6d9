"""Block groups (BLO-04): names under which a unit keeps its blocks, of whatever kind.

One small aggregate per unit: two people cannot give one name to two groups, and since each group counts its blocks,
none that holds one is deleted.
"""

from dataclasses import replace
from datetime import datetime

from chalicelib.domain.value import dataclass

from .errors import FieldError, InvalidRequest, Refused
from .named_groups import find, seen, with_changed, with_new
from .organisation import Person, UnitName
from .spelling import plain

MAXIMUM_GROUPS = 50
KIND = "blocos"


@dataclass(frozen=True, slots=True)
class BlockGroup:
    """``blocks`` counts those in it, concluded ones too; an inactive group takes no more. A block that comes or goes
    is no change of the group: ``revision`` counts its own.
    """

    id: str
    name: str
    by: Person
    at: datetime
    active: bool = True
    blocks: int = 0
    revision: int = 1


@dataclass(frozen=True, slots=True)
class BlockGroupShelf:
    """The groups of ``unit``."""

    unit: UnitName
    groups: tuple[BlockGroup, ...] = ()
    id: str = "A"

    @property
    def sorted(self) -> list[BlockGroup]:
        """By name, those in use first."""
        return sorted(self.groups, key=lambda group: (not group.active, plain(group.name)))


def create_group(shelf: BlockGroupShelf, group: BlockGroup) -> BlockGroupShelf:
    """Raises InvalidRequest ``name``: ``name_taken``; Refused ``too_many_groups``."""
    return replace(shelf, groups=with_new(shelf.groups, group, MAXIMUM_GROUPS, KIND))


def change_group(shelf: BlockGroupShelf, group: BlockGroup, expected: int) -> BlockGroupShelf:
    """Rename, deactivate or take up again; its blocks stay in it. Raises as ``named_groups.with_changed``."""
    counted = replace(group, blocks=find(shelf.groups, group.id, KIND).blocks)
    return replace(shelf, groups=with_changed(shelf.groups, counted, expected, KIND))


def delete_group(shelf: BlockGroupShelf, identifier: str, expected: int) -> BlockGroupShelf:
    """Raises NotFound; Conflict ``group_changed``; Refused ``group_not_empty``."""
    if seen(shelf.groups, identifier, expected, KIND).blocks:
        message = "O grupo tem blocos. Mude-os de grupo antes de excluí-lo, ou desative o grupo."
        raise Refused("group_not_empty", message)
    return replace(shelf, groups=tuple(group for group in shelf.groups if group.id != identifier))


def regroup(shelf: BlockGroupShelf, before: str, after: str) -> BlockGroupShelf:
    """A block leaves the group ``before`` and enters ``after``; an empty id is no group.

    Raises InvalidRequest ``group``: ``group_unknown``, ``group_inactive``.
    """
    if before == after:
        return shelf
    there = next((group for group in shelf.groups if group.id == after), None)
    if after and there is None:
        message = "Este grupo de blocos não existe mais. Escolha outro."
        raise InvalidRequest(FieldError("group", "group_unknown", message))
    if there and not there.active:
        message = f"O grupo {there.name} está desativado: não recebe blocos."
        raise InvalidRequest(FieldError("group", "group_inactive", message))
    moves = {before: -1, after: 1}
    return replace(
        shelf,
        groups=tuple(replace(one, blocks=one.blocks + moves.get(one.id, 0)) for one in shelf.groups),
    )
