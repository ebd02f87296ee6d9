"""The map of a process."""

from typing import Literal

from typing_extensions import TypedDict

from .documents import Node
from .named import UnitFullName, UnitName


class PathStop(TypedDict):
    """Uma unidade do percurso e como o processo está nela"""

    unit: UnitFullName
    open: bool
    received: bool
    since: str
    left_at: str | None


class PathLeg(TypedDict):
    """Um destino de um envio"""

    routing: str
    to: UnitName
    received_at: str | None
    returned_at: str | None
    return_due: str | None
    status: Literal["waiting_receipt", "received", "returned", "withdrawn", "undone"]
    overdue: bool
    sentence: str


class PathNotice(TypedDict):
    """O aviso por e-mail de um envio da própria unidade"""

    state: Literal["waiting", "sending", "sent", "refused", "unconfirmed"]
    reason: str | None


class PathStep(TypedDict):
    """Um envio a uma ou mais unidades"""

    origin: UnitName
    sent_at: str
    legs: list[PathLeg]
    notice: PathNotice | None


class RoutingPath(TypedDict):
    """O percurso do processo: as unidades, na ordem em que chegou a elas, e os envios"""

    units: list[PathStop]
    steps: list[PathStep]
    complete: bool


class DirectLine(TypedDict):
    """Uma página da árvore só com os documentos da unidade e das que trocaram o processo com ela"""

    units: list[UnitName]
    items: list[Node]
    next_cursor: str | None
    complete: bool
