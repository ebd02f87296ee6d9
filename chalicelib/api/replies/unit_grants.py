"""What copying a unit's permissions would give."""

from typing_extensions import TypedDict


class CopiedPerson(TypedDict):
    """Uma pessoa da unidade: o que receberia (new), que já tem tudo (same) ou por que fica de fora (left_out)"""

    id: str
    name: str
    state: str
    grants: list[str]
    reason: str


class UnitGrantsReport(TypedDict):
    """O que a cópia daria, pessoa por pessoa, e a quantas"""

    people: list[CopiedPerson]
    ready: int
