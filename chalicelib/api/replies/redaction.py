"""Copies with concealed passages: what is marked, and what ties a copy to its original."""

from typing import Literal

from typing_extensions import TypedDict

from .named import Named


class RedactionLine(TypedDict):
    """Uma linha do texto, como se marca nela"""

    text: str
    kind: Literal["paragraph", "heading", "answer", "image", "note"]
    upload: str | None


class RedactionSource(TypedDict):
    """O que se marca: as linhas do texto, ou as páginas do arquivo"""

    digest: str
    lines: list[RedactionLine]
    pages: int | None


class RedactionPreview(TypedDict):
    """A página como ficará"""

    html: str


class RedactedFrom(TypedDict):
    """De que documento a cópia foi feita, por que lei e motivo, e a sua certidão"""

    document: str
    number: str
    legal_basis: Named
    reason: str
    count: int
    certificate: str


class RedactedCopy(TypedDict):
    """Uma cópia com trechos ocultados"""

    document: str
    number: str


class Redactions(TypedDict):
    """A origem desta cópia, e as cópias feitas deste documento"""

    source: RedactedFrom | None
    copies: list[RedactedCopy]
