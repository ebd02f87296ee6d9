"""The calendar of returns."""

from typing import Literal

from typing_extensions import TypedDict

from .named import Named, UnitName


class ReturnLine(TypedDict):
    """Um retorno pendente: aguardado pela unidade, ou que ela deve devolver"""

    routing: str
    process: str
    nup: str
    type: Named
    specification: str
    kind: Literal["awaited", "to_give"]
    unit: UnitName
    due: str
    received: bool
    overdue: bool


class Returns(TypedDict):
    """Os retornos do mês e os vencidos de antes; complete diz se couberam todos"""

    items: list[ReturnLine]
    complete: bool
    today: str
