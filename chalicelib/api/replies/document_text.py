"""What goes with the text of a document."""

from typing import Literal

from typing_extensions import TypedDict


class Reference(TypedDict):
    """Uma citação; ``found`` é falso quando nada tem o número ou quem lê não pode ver o que o tem"""

    kind: Literal["document", "process"]
    number: str
    found: bool
    title: str
    process: str | None
    document: str | None


class References(TypedDict):
    """As citações, na ordem do texto"""

    items: list[Reference]


class Image(TypedDict):
    """Uma imagem do texto: o envio por que entrou e onde se lê"""

    upload: str
    url: str


class Images(TypedDict):
    """As imagens do texto"""

    items: list[Image]


class Finding(TypedDict):
    """Algo que falta ou sobra: o campo, o que está escrito no lugar, o número citado, ou o dado pessoal"""

    kind: Literal[
        "empty_field",
        "unfilled",
        "image_without_description",
        "broken_reference",
        "broken_cross_reference",
        "personal_data",
    ]
    text: str


class Findings(TypedDict):
    """O que falta no texto"""

    items: list[Finding]
