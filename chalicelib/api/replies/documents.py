"""Documents, their versions, signatures and files."""

from typing import Any, Literal

from typing_extensions import TypedDict

from .certificates import CertificateOfSignature
from .named import ContactName, Level, Named, Permission, Person, UnitName
from .public import SealedRecord
from .redaction import Redactions


class DocumentVersion(TypedDict):
    """As versões do processo e do documento depois do ato"""

    version: int
    revision: str


class Node(TypedDict):
    """Um documento na árvore"""

    id: str
    number: str
    order: int
    kind: Literal["authored", "uploaded", "mailed"]
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
    locked: bool


class Tree(TypedDict):
    """Uma página da árvore; ``reordered``: alguém mudou a ordem em que os documentos entraram"""

    total: int
    reordered: bool
    items: list[Node]
    next_cursor: str | None


class Drafts(TypedDict):
    """Documentos sem assinatura; ``more``: há outros além destes"""

    items: list[Node]
    more: bool


class Created(TypedDict):
    """O documento criado"""

    id: str
    number: str


class Acknowledgement(TypedDict):
    """Uma ciência"""

    user: Person
    unit: UnitName
    at: str


class Signature(TypedDict):
    """Uma assinatura"""

    signer: Person
    role_title: str
    unit: UnitName
    at: str
    method: Literal["password", "certificate", "govbr"]
    level: Literal["simple", "advanced", "qualified"]
    certificate: CertificateOfSignature | None


class Retention(TypedDict):
    """Prazo de guarda e destinação, pela tabela de temporalidade"""

    active_years: int | None
    active_event: str
    semi_active_years: int | None
    disposition: Literal["permanent", "disposal"]


class ClassInPlan(TypedDict):
    """A classificação de um documento digitalizado"""

    code: str
    name: str
    retention: Retention | None


class Digitization(TypedDict):
    """Os dados da digitalização (Decreto 10.278/2020)"""

    author: str
    on: str
    place: str
    responsible: str
    genre: Literal["textual", "iconographic", "cartographic", "sound", "filmographic"]
    for_archiving: bool
    classes: list[ClassInPlan]


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
    digitization: Digitization | None
    amount: str | None
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
    stamps: list[str]
    acknowledgements: list[Acknowledgement]
    digest: str
    verifier: str
    crc: str | None
    redactions: Redactions
    minimum_signature: Literal["simple", "advanced", "qualified"]
    actions: dict[str, Permission]


class Saved(TypedDict):
    """O texto salvo"""

    version: int
    revision: str
    saved_at: str
    digest: str


class Imported(Saved):
    """O texto importado; ``left_out`` conta as imagens que o HTML mostrava e cujo arquivo não foi enviado"""

    left_out: int


class Signed(TypedDict):
    """As assinaturas do documento"""

    signatures: list[Signature]
    crc: str


class SigningResult(TypedDict):
    """O que aconteceu com um documento: assinado, ou por que não"""

    process: str
    document: str
    signed: bool
    crc: str | None
    code: str | None
    message: str | None


class SignedMany(TypedDict):
    """Um resultado por documento, na ordem em que foram pedidos"""

    results: list[SigningResult]


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
    """O envio aberto: um arquivo pequeno vai inteiro para ``post``, um grande vai em partes"""

    id: str
    post: Post | None
    part_size: int | None


class PartLink(TypedDict):
    """Para onde enviar uma parte, por uma hora"""

    number: int
    url: str


class PartsLeft(TypedDict):
    """O que já chegou de um arquivo grande"""

    total: int
    arrived: int
    links: list[PartLink]


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


class ConsultedSignature(Signature):
    """Uma assinatura, com o registro selado dela"""

    record: SealedRecord | None


class ConsultedSignatures(TypedDict):
    """As assinaturas, o conteúdo assinado e o PDF assinado com certificado, por endereços que valem por um minuto"""

    items: list[ConsultedSignature]
    signed_content: Link | None
    signed_file: Link | None
