"""For how long data are kept."""

from typing_extensions import TypedDict


class RetentionRule(TypedDict):
    """Uma regra de guarda; since é de quando se conta o prazo, vazio se não há; chosen: a instalação escolhe o prazo"""

    code: str
    what: str
    period: str
    since: str
    basis: str
    means: str
    chosen: bool


class RetentionRules(TypedDict):
    """As regras de guarda em vigor nesta instalação"""

    items: list[RetentionRule]
