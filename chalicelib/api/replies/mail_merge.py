"""One text into many processes."""

from typing_extensions import TypedDict


class MergeRow(TypedDict):
    """Uma linha: o processo dela e o que impede de fazê-la"""

    line: int
    process: str
    problems: list[str]


class MergeReport(TypedDict):
    """O que seria feito: os campos do modelo, as colunas que ele não usa, as linhas e quantas estão prontas"""

    fields: list[str]
    unused: list[str]
    rows: list[MergeRow]
    ready: int
