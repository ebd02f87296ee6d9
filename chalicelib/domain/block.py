"""The block (BLO-01 … BLO-07): documents to be signed, processes for a meeting, or a folder of the unit.

``Block`` is immutable; its acts are in ``block_contents`` and ``block_sharing``. States are those of features.md §1.4:
what the owner sees as shared, a receiving unit sees as received.
"""

from dataclasses import field, replace
from datetime import datetime
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .errors import Refused
from .in_block import BlockKind, InBlock
from .organisation import Person, UnitName


class BlockState(StrEnum):
    """As the owner sees it (features.md §1.4)."""

    GENERATED = "generated"
    SHARED = "shared"
    RETURNED = "returned"
    CONCLUDED = "concluded"


class BlockFlag(StrEnum):
    """Prioritário, revisado, comentado (BLO-03)."""

    PRIORITY = "priority"
    REVIEWED = "reviewed"
    COMMENTED = "commented"


@dataclass(frozen=True, slots=True)
class ItemNote:
    """What somebody notes beside an item."""

    text: str
    by: Person
    unit: UnitName
    at: datetime


@dataclass(frozen=True, slots=True)
class BlockItem:
    """A document of a signing block, or a process of the other kinds (``document`` empty)."""

    process: str
    nup: str
    document: str = ""
    label: str = ""
    included_by: Person = field(default_factory=lambda: Person("", ""))
    included_at: datetime | None = None
    note: ItemNote | None = None

    @property
    def id(self) -> str:
        """Unique within the block."""
        return self.document or self.process


@dataclass(frozen=True, slots=True)
class Destination:
    """A unit the block is meant for; ``returned_at`` once it gave the block back, with its reason."""

    unit: UnitName
    returned_at: datetime | None = None
    returned_by: Person | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FlagMark:
    """Who set a flag, and when; ``text`` is the comment of ``commented``."""

    by: Person
    unit: UnitName
    at: datetime
    text: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of ``unit``. ``assignees``: one person per unit; ``group``: the id of one of the unit's;
    ``revision`` counts every change.
    """

    id: str
    number: str
    tenant: str
    kind: BlockKind
    unit: UnitName
    description: str
    created_by: Person
    created_at: datetime
    changed_at: datetime
    state: BlockState = BlockState.GENERATED
    items: tuple[BlockItem, ...] = ()
    destinations: tuple[Destination, ...] = ()
    flags: dict[str, FlagMark] = field(default_factory=dict)
    assignees: dict[str, Person] = field(default_factory=dict)
    group: str = ""
    shared_at: datetime | None = None
    revision: int = 0

    @property
    def receivers(self) -> tuple[str, ...]:
        """Units that hold it now, received and not yet returned."""
        if self.state is not BlockState.SHARED:
            return ()
        return tuple(there.unit.id for there in self.destinations if there.returned_at is None)

    @property
    def processes(self) -> tuple[str, ...]:
        """Ids of the processes it touches, each once, in the order of inclusion."""
        return tuple(dict.fromkeys(item.process for item in self.items))

    def item(self, identifier: str) -> BlockItem:
        """Raises Refused ``block_item_not_found``."""
        for item in self.items:
            if item.id == identifier:
                return item
        raise Refused("block_item_not_found", "Este item não está mais no bloco.")

    def state_for(self, unit: str) -> str:
        """The state as a unit sees it: ``received`` for whom it is shared with."""
        return "received" if unit != self.unit.id and unit in self.receivers else self.state.value

    def held(self, process: str) -> InBlock:
        """What the process remembers of this block."""
        documents = tuple(item.document for item in self.items if item.process == process and item.document)
        return InBlock(self.id, self.number, self.kind, self.unit.id, self.receivers, documents)


def changed(block: Block, at: datetime, **values: object) -> Block:
    """The block after a change at ``at``."""
    return replace(block, revision=block.revision + 1, changed_at=at, **values)  # type: ignore[arg-type]


def check_at_home(block: Block) -> None:
    """Refuse what the owner may do only while nobody else holds the block and it is not concluded (BLO-02).

    Raises Refused: ``block_shared``, ``block_concluded``.
    """
    if block.state is BlockState.SHARED:
        raise Refused(
            "block_shared", "O bloco está disponibilizado. Cancele a disponibilização para mudá-lo."
        )
    if block.state is BlockState.CONCLUDED:
        raise Refused("block_concluded", "O bloco está concluído. Reabra-o para mudá-lo.")
