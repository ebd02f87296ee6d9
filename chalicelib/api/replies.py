"""What the API answers, as types: they feed ``openapi.json`` and cost nothing at run time."""

from collections.abc import Mapping
from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict

Level = Literal["public", "restricted", "confidential"]


class Person(TypedDict):
    """Uma pessoa"""

    id: str
    name: str


class UnitName(TypedDict):
    """Uma unidade, pela sigla"""

    id: str
    acronym: str


class UnitFullName(TypedDict):
    """Uma unidade, por extenso"""

    id: str
    acronym: str
    name: str


class AgencyName(TypedDict):
    """Um órgão, pela sigla"""

    id: str
    acronym: str


class AgencyFullName(TypedDict):
    """Um órgão, por extenso"""

    id: str
    acronym: str
    name: str


class Unit(TypedDict):
    """Uma unidade"""

    id: str
    acronym: str
    name: str
    agency: AgencyName
    protocol: bool
    can_receive: bool


class Named(TypedDict):
    """Um item de tabela"""

    code: str
    name: str


class ContactName(TypedDict):
    """Um contato, pelo nome"""

    id: str
    name: str


class TenantCard(TypedDict):
    """O município"""

    id: str
    name: str
    short_name: str
    time_zone: str
    primary_color: str
    coat_of_arms: str
    founding_norm: str
    training: bool


class Access(TypedDict):
    """Um acesso ao sistema"""

    at: str
    address: str
    agent: str


class PreviousAccess(TypedDict):
    """O acesso anterior"""

    at: str
    address: str


class SessionTerm(TypedDict):
    """Até quando vale a sessão"""

    expires_at: str


class UserCard(TypedDict):
    """O usuário"""

    id: str
    login: str
    name: str
    agency: AgencyFullName


class Me(TypedDict):
    """Quem sou, onde estou e o que posso"""

    user: UserCard
    previous_access: PreviousAccess | None
    session: SessionTerm
    unit: Unit
    units: list[Unit]
    role_titles: list[str]
    actions: list[str]
    tenant: TenantCard
    token: NotRequired[str]


class Accesses(TypedDict):
    """Últimos acessos"""

    items: list[Access]
    next_cursor: str | None


class Started(TypedDict):
    """O processo iniciado"""

    id: str
    nup: str


class Version(TypedDict):
    """A versão do processo depois do ato"""

    version: int


class DocumentVersion(TypedDict):
    """As versões do processo e do documento depois do ato"""

    version: int
    revision: str


class Return(TypedDict):
    """Um retorno programado pendente"""

    due: str
    status: Literal["on_time", "due_soon", "overdue"]


class InboxRow(TypedDict):
    """Uma linha da caixa"""

    process: str
    nup: str
    type: Named
    specification: str
    interested_parties: list[str]
    access_level: Level
    state: Literal["normal", "suspended", "annexed", "locked"]
    priority: str | None
    tab: Literal["received", "generated"]
    unread: bool
    assignee: Person | None
    signals: list[Literal["document_included", "document_signed"]]
    return_to_give: Return | None
    return_awaited: Return | None
    sender_unit: UnitName | None
    arrived_at: str
    last_activity_at: str


class Counters(TypedDict):
    """Contadores da caixa"""

    received: int
    generated: int
    unread: int
    unassigned: int
    assigned_to_me: int


class Inbox(TypedDict):
    """A caixa da unidade"""

    items: list[InboxRow]
    next_cursor: str | None
    counters: Counters


class Remark(TypedDict):
    """A observação de uma unidade"""

    unit: UnitName
    text: str
    by: Person
    at: str


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
    priority: str | None
    state: Literal["normal", "suspended", "annexed", "locked"]
    started_at: str
    generating_unit: UnitName
    started_by: Person
    remarks: list[Remark]
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
    signals: list[Literal["document_included", "document_signed"]]


Routing = TypedDict(
    "Routing",
    {
        "id": str,
        "from": UnitName,
        "to": UnitName,
        "sent_at": str,
        "received_at": "str | None",
        "return_due": "str | None",
        "status": Literal["waiting_receipt", "received", "returned", "withdrawn"],
        "overdue": bool,
        "sentence": str,
    },
)


class Permission(TypedDict):
    """Se um ato é possível e, se não, por quê"""

    allowed: bool
    reason: str | None


class Node(TypedDict):
    """Um documento na árvore"""

    id: str
    number: str
    order: int
    kind: Literal["authored", "uploaded"]
    type: Named
    type_number: str | None
    title: str
    state: Literal["draft", "signed", "filed", "cancelled"]
    pen: Literal["none", "unseen", "seen"]
    access_level: Level
    unit: UnitName
    author: Person
    created_at: str
    signature_count: int
    media_type: str | None
    size: int | None
    content_visible: bool


class Tree(TypedDict):
    """Uma página da árvore"""

    total: int
    items: list[Node]
    next_cursor: str | None


class Entry(TypedDict):
    """Um andamento"""

    n: int
    at: str
    user: Person
    unit: UnitName
    kind: str
    sentence: str
    document: str | None


class History(TypedDict):
    """Uma página do histórico"""

    items: list[Entry]
    next_cursor: str | None


class Process(TypedDict):
    """O processo, com o começo da árvore e do histórico"""

    process: ProcessCard
    units: list[UnitPresence]
    presence: OwnPresence | None
    routings: list[Routing]
    documents: Tree
    history: History
    actions: dict[str, Permission]


class ChainedEntry(TypedDict):
    """Um andamento, com o texto exato que foi encadeado"""

    body: str
    hash: str


class Export(TypedDict):
    """O histórico encadeado do processo, para conferência sem rede"""

    format: Literal["iperoig-chain-1"]
    tenant: str
    process: str
    nup: str
    n: int
    head: str
    entries: list[ChainedEntry]


class Sent(TypedDict):
    """As tramitações criadas, na ordem das unidades"""

    routings: list[str]
    version: int


class Created(TypedDict):
    """O documento criado"""

    id: str
    number: str


class Signature(TypedDict):
    """Uma assinatura"""

    signer: Person
    role_title: str
    unit: UnitName
    at: str
    method: Literal["password"]


class Metadata(TypedDict):
    """Os dados de um documento"""

    description: str
    name_in_tree: str
    interested_parties: list[ContactName]
    addressees: list[ContactName]
    subjects: list[Named]
    remark: str
    legal_basis: Named | None
    date: str | None
    number: str
    format: Literal["born_digital", "digitized"] | None
    conformity_check: Named | None
    sender: ContactName | None
    file_name: str | None
    pages: int | None
    cancellation: str | None


class Document(Node):
    """Um documento, com o conteúdo se a pessoa pode lê-lo"""

    metadata: Metadata
    content: dict[str, Any] | None
    html: str | None
    version: int
    revision: str
    edited_by: Person | None
    edited_at: str | None
    signatures: list[Signature]
    digest: str
    verifier: str
    crc: str | None
    actions: dict[str, Permission]


class Saved(TypedDict):
    """O texto salvo"""

    version: int
    revision: str
    saved_at: str
    digest: str


class Signed(TypedDict):
    """As assinaturas do documento"""

    signatures: list[Signature]
    crc: str


class VersionItem(TypedDict):
    """Uma versão do texto"""

    number: int
    at: str
    by: Person
    current: bool


class Versions(TypedDict):
    """As versões do texto"""

    items: list[VersionItem]
    next_cursor: str | None


class VersionContent(TypedDict):
    """O texto de uma versão"""

    content: dict[str, Any]
    html: str


class Link(TypedDict):
    """Um endereço que vale por um minuto"""

    url: str
    expires_at: str


class FileLink(TypedDict):
    """O arquivo, por um endereço que vale por um minuto"""

    url: str
    file_name: str
    media_type: str
    expires_at: str


class Post(TypedDict):
    """Para onde e com que campos enviar o arquivo"""

    url: str
    fields: dict[str, str]


class UploadStarted(TypedDict):
    """O envio aberto"""

    id: str
    post: Post


class Reason(TypedDict):
    """Por que foi recusado"""

    code: str
    message: str


class UploadStatus(TypedDict):
    """Em que pé está o envio"""

    id: str
    state: Literal["waiting", "accepted", "refused", "filed"]
    reason: Reason | None
    pages: int | None


class Units(TypedDict):
    """Unidades"""

    items: list[Unit]
    next_cursor: str | None


class User(TypedDict):
    """Uma pessoa da unidade"""

    id: str
    name: str
    login: str


class Users(TypedDict):
    """As pessoas de uma unidade"""

    items: list[User]
    next_cursor: str | None


class Contact(TypedDict):
    """Um contato"""

    id: str
    name: str
    kind: Literal["person", "organisation"]
    document: str | None


class Contacts(TypedDict):
    """Contatos"""

    items: list[Contact]
    next_cursor: str | None


class Catalogue(TypedDict):
    """Uma tabela"""

    items: list[dict[str, Any]]


class Found(TypedDict):
    """O que o número designa"""

    process: str
    document: str | None
    title: str


class CheckedDocument(TypedDict):
    """O documento conferido"""

    type: str
    number: str
    type_number: str | None
    process_nup: str
    unit: str
    agency: str
    signed_at: str


class CheckedSignature(TypedDict):
    """Uma assinatura conferida"""

    signer: str
    role_title: str
    unit: str
    at: str
    method: str


class Authenticity(TypedDict):
    """O resultado da conferência"""

    document: CheckedDocument
    signatures: list[CheckedSignature]
    digest: str
    pdf_digest: str | None
    html: str | None
    pdf: str | None
    content_available: bool
    reason: str | None


class Health(TypedDict):
    """Se a interface responde"""

    status: Literal["ok"]


class FieldProblem(TypedDict):
    """O que há de errado em um campo"""

    field: str
    code: str
    message: str


class Problem(TypedDict):
    """Uma recusa (RFC 9457)"""

    type: str
    title: str
    status: int
    code: str
    detail: str
    operation: str
    errors: NotRequired[list[FieldProblem]]
    edited_by: NotRequired[Person | None]
    edited_at: NotRequired[str | None]
    revision: NotRequired[str]


def tenant_card(tenant: Mapping[str, Any]) -> TenantCard:
    """The tenant as every screen shows it."""
    return TenantCard(
        id=tenant.get("id", ""),
        name=tenant.get("name", ""),
        short_name=tenant.get("short_name", ""),
        time_zone=tenant.get("time_zone", "America/Sao_Paulo"),
        primary_color=tenant.get("primary_color", ""),
        coat_of_arms=tenant.get("coat_of_arms", ""),
        founding_norm=tenant.get("founding_norm", ""),
        training=bool(tenant.get("training")),
    )
