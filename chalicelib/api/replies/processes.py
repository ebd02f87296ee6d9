"""The process, its history and its routings."""

from typing import Literal

from typing_extensions import TypedDict

from .documents import Tree
from .named import ContactName, Grade, Level, Named, Permission, Person, UnitFullName, UnitName
from .public import SealedRecord


class Started(TypedDict):
    """O processo iniciado"""

    id: str
    nup: str


class Duplicated(Started):
    """O processo novo, e o trabalho que põe nele os documentos"""

    job: str


class Version(TypedDict):
    """A versão do processo depois do ato"""

    version: int


class Renumbered(TypedDict):
    """O processo pelo número que passou a ter"""

    version: int
    nup: str


class UnitRemark(TypedDict):
    """A observação de uma unidade"""

    unit: UnitName
    text: str
    by: Person
    at: str


class FlowMarkView(TypedDict):
    """O fluxo que o processo segue ou seguiu por último"""

    name: str
    version: int
    state: Literal["running", "paused", "finished", "cancelled"]


class ProcessCard(TypedDict):
    """Os dados do processo"""

    id: str
    nup: str
    type: Named
    specification: str
    subjects: list[Named]
    interested_parties: list[ContactName]
    access_level: Level
    effective_access_level: Level
    legal_basis: Named | None
    secrecy_grade: Grade | None
    priority: str | None
    state: Literal["normal", "suspended", "annexed", "locked"]
    started_at: str
    filed_on: str | None
    former_numbers: list[str]
    generating_unit: UnitName
    started_by: Person
    remarks: list[UnitRemark]
    flow: FlowMarkView | None
    version: int


class UnitPresence(TypedDict):
    """O processo em uma unidade"""

    unit: UnitFullName
    open: bool
    received: bool
    since: str
    assignee: Person | None


class OwnPresence(TypedDict):
    """O processo na minha unidade"""

    open: bool
    unread: bool
    assignee: Person | None
    signals: list[Literal["document_included", "document_signed", "marked_unread"]]


Routing = TypedDict(
    "Routing",
    {
        "id": str,
        "from": UnitName,
        "to": UnitName,
        "sent_at": str,
        "received_at": "str | None",
        "return_due": "str | None",
        "status": Literal["waiting_receipt", "received", "returned", "withdrawn", "undone"],
        "overdue": bool,
        "sentence": str,
    },
)


class Entry(TypedDict):
    """Um andamento"""

    n: int
    at: str
    user: Person
    unit: UnitName
    kind: str
    sentence: str
    document: str | None
    process: str | None


class History(TypedDict):
    """Uma página do histórico"""

    items: list[Entry]
    next_cursor: str | None


class Overseer(TypedDict):
    """Unidade ou órgão que vê e lê por controle interno"""

    acronym: str
    name: str


class Process(TypedDict):
    """O processo, com o começo da árvore e do histórico"""

    process: ProcessCard
    units: list[UnitPresence]
    passed_units: list[UnitFullName]
    overseen_by: list[Overseer]
    presence: OwnPresence | None
    routings: list[Routing]
    documents: Tree
    history: History
    work_plan: bool
    test: bool
    opened_until: str | None
    actions: dict[str, Permission]


class ChainedEntry(TypedDict):
    """Um andamento, com o texto exato que foi encadeado"""

    body: str
    hash: str


class KeyOfExport(TypedDict):
    """Uma chave pública, e o nome dela"""

    kid: str
    spki: str


class ProvenRecord(TypedDict):
    """Onde um registro está no registro público, e o caminho dele até o marco"""

    n: int
    index: int
    leaf: str
    salt: str
    path: list[str]


class LedgerProof(TypedDict):
    """A prova de que os registros estão no registro público do órgão"""

    head: str
    earlier: str
    consistency: list[str]
    records: list[ProvenRecord]
    keys: list[KeyOfExport]


class Export(TypedDict):
    """O histórico encadeado do processo, para conferência sem rede"""

    format: Literal["iperoig-chain-2"]
    tenant: str
    process: str
    nup: str
    n: int
    head: str
    entries: list[ChainedEntry]
    seals: list[SealedRecord]
    keys: list[KeyOfExport]
    ledger: LedgerProof | None


class Sent(TypedDict):
    """As tramitações criadas, na ordem das unidades; not_notified são as que não têm e-mail para o aviso"""

    routings: list[str]
    version: int
    not_notified: list[UnitName]


class Found(TypedDict):
    """O que o número designa"""

    process: str
    document: str | None
    title: str


class FoundProcess(TypedDict):
    """Um processo encontrado por palavras"""

    process: str
    nup: str
    type: str
    specification: str
    interested: list[str]
    started_at: str


class FoundByWords(TypedDict):
    """Os processos mais novos com as palavras; ``more``: há outros que não foram vistos"""

    items: list[FoundProcess]
    more: bool
