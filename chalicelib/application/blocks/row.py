"""The line of a block in a unit's list: all that the list shows, so that the list is one query (BLO-02, BLO-03)."""

from collections.abc import Mapping
from datetime import datetime

from chalicelib.domain.block import Block, FlagMark
from chalicelib.domain.organisation import Person, UnitName
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class BlockRow:
    """A block as one unit sees it; ``state`` is ``received`` for whom it is shared with."""

    id: str
    number: str
    kind: str
    unit: UnitName
    description: str
    state: str
    items: int
    processes: int
    destinations: tuple[str, ...]
    returned: tuple[str, ...]
    flags: Mapping[str, FlagMark]
    assignee: Person | None
    group: str
    created_by: Person
    created_at: datetime
    changed_at: datetime


def block_row(block: Block, unit: str) -> BlockRow:
    """The line of ``unit``; where the block goes and its group are the owner's business only."""
    own = unit == block.unit.id
    there = block.destinations if own else ()
    return BlockRow(
        id=block.id,
        number=block.number,
        kind=block.kind.value,
        unit=block.unit,
        description=block.description,
        state=block.state_for(unit),
        items=len(block.items),
        processes=len(block.processes),
        destinations=tuple(one.unit.acronym for one in there),
        returned=tuple(one.unit.acronym for one in there if one.returned_at is not None),
        flags=block.flags,
        assignee=block.assignees.get(unit),
        group=block.group if own else "",
        created_by=block.created_by,
        created_at=block.created_at,
        changed_at=block.changed_at,
    )


def holders(block: Block) -> tuple[str, ...]:
    """Units whose lists show the block."""
    return (block.unit.id, *block.receivers)
