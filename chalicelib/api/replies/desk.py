"""What a unit keeps about a process, and how it arranged its work."""

from typing import Literal

from typing_extensions import TypedDict

from .checklists import ChecklistItem, ChecklistProgress
from .named import Person

Colour = Literal[
    "black", "dark_gray", "gray", "white", "beige", "brown", "dark_brown", "wine",
    "dark_red", "red", "coral", "salmon", "orange", "amber", "gold", "yellow",
    "cream", "lime", "light_green", "green", "dark_green", "olive", "teal", "turquoise",
    "sky", "blue", "navy", "lilac", "violet", "purple", "pink", "magenta",
]  # fmt: skip


class Note(TypedDict):
    """A anotação da unidade"""

    text: str
    priority: bool
    by: Person
    at: str


class LabelOnProcess(TypedDict):
    """Um marcador no processo"""

    id: str
    name: str
    colour: Colour
    text: str
    by: Person
    at: str


class UnitDeadline(TypedDict):
    """O prazo da unidade"""

    due: str
    status: Literal["on_time", "due_soon", "overdue", "concluded"]
    by: Person
    at: str


class CheckpointOnProcess(TypedDict):
    """O ponto de controle em que o processo está"""

    id: str
    name: str
    by: Person
    at: str


class Desk(TypedDict):
    """O que a unidade anotou sobre o processo"""

    note: Note | None
    labels: list[LabelOnProcess]
    deadline: UnitDeadline | None
    checkpoint: CheckpointOnProcess | None
    checklist: ChecklistProgress | None


class DeskEntry(TypedDict):
    """Uma linha do registro interno da unidade"""

    at: str
    by: Person
    act: str
    sentence: str


class DeskView(TypedDict):
    """O que a unidade anotou, e o registro interno"""

    desk: Desk
    checklist: list[ChecklistItem]
    log: list[DeskEntry]


class Label(TypedDict):
    """Um marcador da unidade"""

    id: str
    name: str
    colour: Colour
    active: bool
    used: bool


class Checkpoint(TypedDict):
    """Um ponto de controle da unidade"""

    id: str
    name: str
    active: bool
    used: bool


class Board(TypedDict):
    """O quadro da unidade"""

    by: Literal["labels", "checkpoints"]
    columns: list[str]


class Arrangement(TypedDict):
    """Como a unidade se organiza"""

    labels: list[Label]
    checkpoints: list[Checkpoint]
    board: Board


class LabelMade(TypedDict):
    """O marcador criado"""

    id: str
    version: int


class SavedView(TypedDict):
    """Uma visão salva da caixa"""

    id: str
    name: str
    shared: bool
    settings: dict[str, str]
    by: Person
    at: str


class SavedViews(TypedDict):
    """As visões da unidade e as próprias"""

    items: list[SavedView]


class ViewMade(TypedDict):
    """A visão salva"""

    id: str
