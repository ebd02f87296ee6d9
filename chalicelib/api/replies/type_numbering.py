"""The numbers of document types."""

from typing import Literal

from typing_extensions import TypedDict

from .named import Named, Person

#: ``from`` is a word of the language, so this type is written the other way.
NumberAdjustment = TypedDict(
    "NumberAdjustment", {"from": int, "to": int, "by": Person, "at": str, "reason": str}
)


class TypeSequence(TypedDict):
    """A sequência de um tipo: o último número, o próximo e o menor que pode ser o próximo"""

    type: Named
    numbering: Literal["unit_sequential", "agency_sequential", "unit_annual", "agency_annual"]
    year: int | None
    last: int
    next: int
    lowest: int
    adjustments: list[NumberAdjustment]


class AdjustedSequence(TypedDict):
    """A sequência depois do ajuste"""

    last: int
    next: int
