"""The register as spreadsheets: what a file would change, and the file of a table."""

from typing_extensions import TypedDict


class SheetLine(TypedDict):
    """Uma linha: o que ela faria (new, changed, same, joined ou wrong) e o que impede"""

    line: int
    name: str
    state: str
    problems: list[str]


class SheetReport(TypedDict):
    """O que a planilha faria: a tabela, as colunas que não são lidas, as linhas e quantas serão gravadas"""

    title: str
    unused: list[str]
    rows: list[SheetLine]
    ready: int
    wrong: int


class SheetFile(TypedDict):
    """Uma tabela como arquivo; content em Base64; complete é falso quando havia mais do que cabe"""

    file_name: str
    media_type: str
    content: str
    rows: int
    complete: bool
