"""Erasing personal data."""

from typing import Literal

from typing_extensions import TypedDict

from .named import Person


class ErasureLine(TypedDict):
    """O que acontece com um dado, onde ele está e por quê"""

    fate: Literal["erase", "keep", "wait"]
    what: str
    where: str
    why: str


class ErasurePlan(TypedDict):
    """O que seria eliminado e o que seria guardado"""

    contact: str
    name: str
    lines: list[ErasureLine]


class Erasure(TypedDict):
    """Um pedido de eliminação, de um contato ou de um usuário que saiu; name é o que ainda se sabe da pessoa"""

    id: str
    contact: str
    user: str
    name: str
    ground: Literal["consent", "excessive", "ended"]
    ground_name: str
    reason: str
    state: Literal["asked", "confirmed", "done", "refused"]
    by: Person
    at: str
    settled_by: Person | None
    settled_at: str | None
    refusal: str
    job: str
    done_at: str | None
    own: bool


class Erasures(TypedDict):
    """Os últimos pedidos, do mais novo para o mais antigo"""

    items: list[Erasure]
    grounds: list["ErasureGround"]


class ErasureGround(TypedDict):
    """Um fundamento legal"""

    code: Literal["consent", "excessive", "ended"]
    name: str


class ErasureWithPlan(Erasure):
    """Um pedido e, enquanto a pessoa é conhecida, o que ele elimina e guarda; de quem saiu, também depois"""

    lines: list[ErasureLine]


class Leaver(TypedDict):
    """Quem saiu, desde quando, e quando acaba o prazo de guarda"""

    login: str
    name: str
    agency: str
    left_at: str | None
    due_at: str | None
    due: bool


class Leavers(TypedDict):
    """Quem saiu e ainda tem dados no cadastro, de quem saiu há mais tempo em diante"""

    items: list[Leaver]
    next_cursor: str | None


class LeaverPlan(TypedDict):
    """O que seria eliminado de quem saiu e o que seria guardado"""

    login: str
    name: str
    lines: list[ErasureLine]


class MadeErasure(TypedDict):
    """O pedido feito ou recusado"""

    id: str
