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
    """Um pedido de eliminação; name é o que ainda se sabe da pessoa"""

    id: str
    contact: str
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
    """Um pedido e, enquanto a pessoa é conhecida, o que ele elimina e guarda"""

    lines: list[ErasureLine]


class MadeErasure(TypedDict):
    """O pedido feito ou recusado"""

    id: str
