"""The public ledgers."""

from typing_extensions import TypedDict


class LedgerAgency(TypedDict):
    """O órgão"""

    id: str
    acronym: str
    name: str


class LedgerHead(TypedDict):
    """O último marco: quantos registros, o resumo deles, quando, e o texto assinado"""

    size: int
    root: str
    at: str
    note: str


class LedgerKey(TypedDict):
    """A chave pública que confere o marco"""

    kid: str
    spki: str


class Ledger(TypedDict):
    """O registro público de um órgão; files é onde estão os seus arquivos no site"""

    agency: LedgerAgency
    head: LedgerHead | None
    key: LedgerKey | None
    files: str


class Ledgers(TypedDict):
    """Os registros públicos dos órgãos"""

    algorithm: str
    items: list[Ledger]
