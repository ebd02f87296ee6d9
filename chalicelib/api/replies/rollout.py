"""Bringing a city on board."""

from typing import Literal

from typing_extensions import TypedDict

from .named import Person


class RolloutTick(TypedDict):
    """Quem disse que foi feito, em que dia e como"""

    by: Person
    at: str
    day: str
    remark: str


class RolloutWaiver(TypedDict):
    """Quem dispensou, e por quê"""

    by: Person
    at: str
    reason: str


class RolloutLine(TypedDict):
    """Um item: verified diz se é o sistema que confere; missing, o que falta; asks, o que a observação conta"""

    code: str
    title: str
    text: str
    mandatory: bool
    verified: bool
    done: bool
    missing: str
    asks: str
    screen: str
    where: str
    tick: RolloutTick | None
    waiver: RolloutWaiver | None


class RolloutPeriod(TypedDict):
    """Um período em produção, e o que ficou dispensado nele"""

    since: str
    by: Person
    norm: str
    waived: list[str]
    until: str | None
    ended_by: Person | None
    reason: str


class Rollout(TypedDict):
    """A lista de implantação como está; pending diz quantos itens obrigatórios faltam"""

    stage: Literal["training", "unfollowed", "rollout", "live"]
    revision: int
    pending: int
    items: list[RolloutLine]
    periods: list[RolloutPeriod]
