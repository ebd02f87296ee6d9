"""Blocks, what is in them, and what there is to sign."""

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from .named import Permission, Person, UnitName

BlockKindName = Literal["signing", "meeting", "internal"]
BlockStateName = Literal["generated", "shared", "received", "returned", "concluded"]


class BlockCreated(TypedDict):
    """O bloco criado"""

    id: str
    number: str


class BlockRevision(TypedDict):
    """A revisão do bloco depois do ato"""

    revision: int


class BlockFlagMark(TypedDict):
    """Uma sinalização: quem e quando"""

    flag: Literal["priority", "reviewed", "commented"]
    by: Person
    unit: UnitName
    at: str
    text: str


class BlockRow(TypedDict):
    """Uma linha da lista de blocos"""

    id: str
    number: str
    kind: BlockKindName
    unit: UnitName
    description: str
    state: BlockStateName
    items: int
    processes: int
    destinations: list[str]
    returned: list[str]
    flags: list[BlockFlagMark]
    assignee: Person | None
    group: str
    created_by: Person
    created_at: str
    changed_at: str


class Blocks(TypedDict):
    """Os blocos da unidade"""

    items: list[BlockRow]
    next_cursor: str | None


class BlockDestination(TypedDict):
    """Uma unidade para a qual o bloco se destina"""

    unit: UnitName
    returned_at: str | None
    returned_by: Person | None
    reason: str


class BlockItemNote(TypedDict):
    """A anotação de um item"""

    text: str
    by: Person
    unit: UnitName
    at: str


class BlockSigner(TypedDict):
    """Quem já assinou"""

    name: str
    unit: UnitName


class BlockItem(TypedDict):
    """Um item do bloco, como está agora"""

    id: str
    process: str
    nup: str
    document: str | None
    label: str
    present: bool
    readable: bool
    state: NotRequired[Literal["draft", "signed", "filed", "cancelled"]]
    digest: NotRequired[str | None]
    signers: list[BlockSigner]
    signable: NotRequired[Permission]
    included_by: Person
    included_at: str | None
    note: BlockItemNote | None


class BlockPage(TypedDict):
    """O bloco e os seus itens"""

    block: BlockRow
    units: list[BlockDestination]
    items: list[BlockItem]
    next_item: int | None
    actions: dict[str, Permission]


class SigningQueueItem(TypedDict):
    """Um documento à espera da sua assinatura"""

    unit: UnitName
    block: BlockRow
    item: BlockItem


class SigningQueue(TypedDict):
    """O que há para assinar, em todas as suas unidades"""

    items: list[SigningQueueItem]
