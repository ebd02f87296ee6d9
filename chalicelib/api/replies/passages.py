"""Comments on passages of a text being written."""

from typing import Literal

from typing_extensions import TypedDict

from .named import Person, UnitName


class PassageWords(TypedDict):
    """O que alguém disse; ``text`` vazio quando foi excluído, e ``kept`` o que dizia, para a unidade que disse"""

    number: int
    unit: UnitName
    by: Person
    at: str
    text: str
    removed_at: str | None
    kept: str | None
    own: bool


class PassageSpan(TypedDict):
    """Do caractere ``start`` ao ``end`` do texto, um parágrafo por linha"""

    start: int
    end: int


class PassageComment(TypedDict):
    """Um comentário num trecho; ``span`` nulo quando o trecho foi retirado do texto"""

    id: str
    visibility: Literal["own", "unit", "transit", "draft"]
    span: PassageSpan | None
    words: str
    said: list[PassageWords]
    resolved_by: Person | None
    resolved_at: str | None
    answerable: bool


class PassageComments(TypedDict):
    """Os comentários nos trechos de um texto que são para quem pede, na ordem do texto"""

    items: list[PassageComment]


class PassageCommentId(TypedDict):
    """O comentário no trecho"""

    id: str
