"""Holdings of confidential processes."""

from typing import Literal

from typing_extensions import TypedDict

from .named import Named, Person, UnitName


class HoldingCredential(TypedDict):
    """Uma credencial de processo sigiloso; inativa quando a pessoa não trabalha mais na unidade"""

    process: str
    nup: str
    type: Named
    unit: UnitName
    user: Person
    state: Literal["active", "inactive"]
    granted_by: Person
    granted_at: str


class Holdings(TypedDict):
    """O acervo de sigilosos"""

    items: list[HoldingCredential]
    next_cursor: str | None


class HoldingsDone(TypedDict):
    """Em quantos processos"""

    done: int
