"""The document (DOC-01 … DOC-17): its life from draft to frozen, features.md §1.2.

``Document`` is immutable; each act returns the document after it and the facts for the history.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from . import history
from .access import AccessLevel
from .errors import Conflict, DraftChanged, Refused
from .history import Fact
from .organisation import Person, UnitName
from .process import Named
from .signature import Signature


class Kind(StrEnum):
    """Written in the editor, or a file (glossary)."""

    AUTHORED = "authored"
    UPLOADED = "uploaded"


class DocumentState(StrEnum):
    """``filed`` is an uploaded document in place; the others are features.md §1.2."""

    DRAFT = "draft"
    SIGNED = "signed"
    FILED = "filed"
    CANCELLED = "cancelled"


class Pen(StrEnum):
    """DOC-11: none, signed-unseen (yellow), signed-seen (black)."""

    NONE = "none"
    UNSEEN = "unseen"
    SEEN = "seen"


@dataclass(frozen=True, slots=True)
class File:
    """An uploaded file in the content store; ``key`` is where its bytes are, ``sha256`` what they are."""

    name: str
    media_type: str
    size: int
    sha256: str
    key: str
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is filled in about a document (DOC-01, DOC-08)."""

    description: str = ""
    name_in_tree: str = ""
    interested_parties: tuple[Named, ...] = ()
    addressees: tuple[Named, ...] = ()
    subjects: tuple[Named, ...] = ()
    remark: str = ""
    level: AccessLevel = AccessLevel.PUBLIC
    legal_basis: Named | None = None
    dated: date | None = None
    external_number: str = ""
    format: str | None = None
    conformity_check: Named | None = None
    sender: Named | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a process.

    ``version`` counts the kept versions, ``revision`` every save: it is the ETag of the draft. ``digest`` is the
    SHA-256 of the current content, ``content_key`` where it is. ``seen_elsewhere`` is the black pen.
    """

    id: str
    process: str
    number: str
    order: int
    kind: Kind
    type: Named
    state: DocumentState
    unit: UnitName
    author: Person
    created_at: datetime
    metadata: Metadata
    type_number: str | None = None
    version: int = 0
    revision: int = 0
    digest: str = ""
    content_key: str = ""
    edited_by: Person | None = None
    edited_at: datetime | None = None
    version_opened_at: datetime | None = None
    signatures: tuple[Signature, ...] = field(default_factory=tuple)
    seen_elsewhere: bool = False
    crc: str | None = None
    frozen_key: str = ""
    frozen_digest: str = ""
    file: File | None = None
    cancellation: str = ""

    @property
    def pen(self) -> Pen:
        """The pen of DOC-11."""
        if not self.signatures:
            return Pen.NONE
        return Pen.SEEN if self.seen_elsewhere else Pen.UNSEEN

    @property
    def label(self) -> str:
        """As history sentences quote it: ``0000123 (Ofício 12/2026)``."""
        return f"{self.number} ({self.title})"

    @property
    def title(self) -> str:
        """As the tree shows it (DOC-01 "nome na árvore")."""
        if self.metadata.name_in_tree:
            return f"{self.type.name} {self.metadata.name_in_tree}"
        suffix = self.type_number or self.metadata.external_number
        return f"{self.type.name} {suffix}" if suffix else self.type.name


VERSION_MINUTES = 10


def save(
    document: Document,
    revision: int,
    digest: str,
    content_key: str,
    by: Person,
    at: datetime,
    explicit: bool,
) -> tuple[Document, tuple[Fact, ...]]:
    """Save the text (DOC-03, DOC-05): a new version when asked for, by another person, or after ten minutes.

    Editing a signed-unseen document drops its signatures (DOC-12). Raises DraftChanged when ``revision`` is not
    the current one; Refused as ``check_editable``.
    """
    check_editable(document)
    if document.revision != revision:
        raise DraftChanged(
            "draft_changed",
            "Outra pessoa salvou este documento depois que você o abriu.",
            edited_by=document.edited_by,
            edited_at=document.edited_at,
            revision=document.revision,
        )
    opened = document.version_opened_at
    same_sitting = (
        not explicit
        and opened is not None
        and document.edited_by == by
        and (at - opened).total_seconds() < VERSION_MINUTES * 60
        and document.version > 1
        and not document.signatures
    )
    facts: tuple[Fact, ...] = ()
    if document.signatures:
        facts = (history.SignaturesDropped(document.id, document.label),)
    saved = replace(
        document,
        state=DocumentState.DRAFT,
        version=document.version if same_sitting else document.version + 1,
        version_opened_at=opened if same_sitting else at,
        revision=document.revision + 1,
        digest=digest,
        content_key=content_key,
        edited_by=by,
        edited_at=at,
        signatures=(),
        crc=None,
        frozen_key="",
        frozen_digest="",
    )
    return saved, facts


def check_editable(document: Document) -> None:
    """Refuse editing what may not change (features.md §1.2).

    Raises Refused: ``document_not_editable`` (uploaded), ``document_cancelled``, ``document_frozen`` (black pen).
    """
    if document.kind is not Kind.AUTHORED:
        raise Refused("document_not_editable", "Documentos externos não são editados.")
    if document.state is DocumentState.CANCELLED:
        raise Refused("document_cancelled", "O documento foi cancelado.")
    if document.pen is Pen.SEEN:
        raise Refused(
            "document_frozen", "O documento já foi assinado e visto por outra unidade; não pode mais mudar."
        )


def sign(
    document: Document, signature: Signature, crc: str, frozen_key: str, frozen_digest: str
) -> tuple[Document, tuple[Fact, ...]]:
    """Sign the exact content the signer saw (DOC-10).

    Raises Conflict ``document_changed`` when the content is no longer the one seen; Refused
    ``document_not_signable``, ``document_cancelled``, ``already_signed``.
    """
    if document.kind is not Kind.AUTHORED:
        raise Refused("document_not_signable", "Documentos externos são autenticados, não assinados.")
    if document.state is DocumentState.CANCELLED:
        raise Refused("document_cancelled", "O documento foi cancelado.")
    if signature.digest != document.digest:
        raise Conflict(
            "document_changed", "O texto mudou depois que você o abriu. Leia de novo antes de assinar."
        )
    if any(made.signer.id == signature.signer.id for made in document.signatures):
        raise Refused("already_signed", "Você já assinou este documento.")
    signed = replace(
        document,
        state=DocumentState.SIGNED,
        signatures=(*document.signatures, signature),
        crc=crc,
        frozen_key=frozen_key,
        frozen_digest=frozen_digest,
        revision=document.revision + 1,
    )
    fact = history.DocumentSigned(
        document.id, document.label, signature.signer.id, signature.role_title, signature.digest
    )
    return signed, (fact,)


def check_deletable(document: Document) -> None:
    """Refuse deleting what others already saw (features.md §1.2 "Excluir").

    Raises Refused: ``document_seen`` (black pen, or an uploaded one seen elsewhere), ``document_cancelled``.
    """
    if document.state is DocumentState.CANCELLED:
        raise Refused("document_cancelled", "O documento foi cancelado.")
    if document.seen_elsewhere and (document.signatures or document.kind is Kind.UPLOADED):
        raise Refused(
            "document_seen", "O documento já foi visto por outra unidade; ele só pode ser cancelado."
        )


def cancel(document: Document, reason: str) -> tuple[Document, tuple[Fact, ...]]:
    """Close the content for good, keeping the node (DOC-17).

    Raises Refused: ``document_cancelled``, ``document_still_deletable`` while deleting is possible.
    """
    if document.state is DocumentState.CANCELLED:
        raise Refused("document_cancelled", "O documento foi cancelado.")
    if document.state is DocumentState.DRAFT or not document.seen_elsewhere:
        raise Refused(
            "document_still_deletable",
            "O documento ainda pode ser editado ou excluído; não é caso de cancelar.",
        )
    cancelled = replace(
        document, state=DocumentState.CANCELLED, cancellation=reason, revision=document.revision + 1
    )
    return cancelled, (history.DocumentCancelled(document.id, document.label, reason),)
