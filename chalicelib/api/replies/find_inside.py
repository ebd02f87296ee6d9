"""What the API answers about a search inside a process."""

from typing_extensions import TypedDict

from .documents import Node


class InsideHit(TypedDict):
    """Um documento que responde à procura; ``in_text`` quando alguma palavra só está no que ele diz"""

    document: Node
    in_text: bool


class FoundInside(TypedDict):
    """Um trecho da árvore: o que responde, quantos documentos foram olhados e quantos arquivos não têm texto"""

    items: list[InsideHit]
    looked: int
    unread: int
    next_cursor: str | None
