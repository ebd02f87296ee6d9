"""The control panel of a unit."""

from typing_extensions import TypedDict

from .desk import Colour
from .inbox import Counters


class Due(TypedDict):
    """Quantos vencidos, vencendo e em dia"""

    overdue: int
    soon: int
    on_time: int


class DueAndDone(Due):
    """E quantos concluídos"""

    concluded: int


class Tally(TypedDict):
    """Quantos de uma coisa"""

    id: str
    name: str
    count: int


class LabelTally(Tally):
    """Quantos com um marcador"""

    colour: Colour | None


class Panel(TypedDict):
    """O painel de controle da unidade"""

    counters: Counters
    deadlines: DueAndDone
    returns_to_give: Due
    returns_awaited: Due
    labels: list[LabelTally]
    checkpoints: list[Tally]
    checkpoints_left: list[Tally]
    assignees: list[Tally]
    types: list[Tally]
