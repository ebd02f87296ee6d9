"""The document (DOC-01 … DOC-17): its life from draft to frozen, features.md §1.2.

``Document`` is immutable; each act returns the document after it and the facts for the history.
"""

from collections.abc import Iterator
from dataclasses import field, replace
from datetime import date, datetime
from enum import StrEnum

from chalicelib.domain.value import dataclass

from . import history
from .access import AccessLevel
from .acknowledgement import Acknowledgement
from .digitization import Digitization
from .errors import Conflict, DraftChanged, Refused
from .history import Fact
from .organisation import Person, UnitName
from .process import Named
from .readiness import check_ready
from .redacted import Redactions
from .signature import Signature, SignatureLevel, check_level
from .version import Frozen


class Kind(StrEnum):
    """Written in the editor, a file, or an e-mail that was sent (glossary)."""

    AUTHORED = "authored"
    UPLOADED = "uploaded"
    MAILED = "mailed"


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
class Text:
    """The current text of an authored document, whose JSON lies at ``key`` in the content store.

    ``digest`` is the SHA-256 of its canonical bytes (hex), ``crc`` their CRC-32 (DOC-14), ``fixed`` one mark per
    section that the template fixes, ``signable`` whether signatures have a place (DOC-04), ``complete`` whether a form
    has its mandatory answers (DOC-07), ``described`` whether its pictures say in words what they show.
    """

    key: str
    digest: str
    crc: str
    fixed: tuple[str, ...]
    signable: bool
    complete: bool = True
    described: bool = True


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is filled in about a document (DOC-01, DOC-08). ``amount``: of how much money, in hundredths."""

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
    digitization: Digitization | None = None
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a process.

    ``version`` counts the kept versions, ``revision`` every change: it is the ETag of the draft.
    ``seen_elsewhere``: another unit read it, which turns the pen of a signed one black. What may be done to it is
    the policy's to say (features.md §1.2); the functions below say what each act does.
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
    text: Text | None = None
    edited_by: Person | None = None
    edited_at: datetime | None = None
    version_opened_at: datetime | None = None
    signatures: tuple[Signature, ...] = field(default_factory=tuple)
    seen_elsewhere: bool = False
    file: File | None = None
    cancellation: str = ""
    acknowledgements: tuple[Acknowledgement, ...] = ()
    locked: bool = False
    frozen: Frozen | None = None
    redactions: Redactions = Redactions()

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
    document: Document, revision: int, text: Text, by: Person, at: datetime, explicit: bool
) -> tuple[Document, tuple[Fact, ...]]:
    """Save the text (DOC-03, DOC-05): a new version when asked for, by another person, or after ten minutes.

    Editing a signed-unseen document drops its signatures (DOC-12). Raises DraftChanged when ``revision`` is not
    the current one.
    """
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
        text=text,
        edited_by=by,
        edited_at=at,
        signatures=(),
        acknowledgements=(),
        frozen=None,
    )
    return saved, facts


def sign(
    document: Document, signature: Signature, minimum: SignatureLevel = SignatureLevel.SIMPLE
) -> tuple[Document, tuple[Fact, ...]]:
    """Sign the exact content the signer saw (DOC-10); ``minimum`` is the level that its type asks.

    Raises Conflict ``document_changed`` when the content is no longer the one seen; Refused ``already_signed``,
    ``signature_level_too_low`` and as ``check_ready``.
    """
    if document.text is None or signature.digest != document.text.digest:
        raise Conflict(
            "document_changed", "O texto mudou depois que você o abriu. Leia de novo antes de assinar."
        )
    text = document.text
    check_ready(text.signable, text.complete, text.described)
    check_level(signature.level, minimum)
    if any(made.signer.id == signature.signer.id for made in document.signatures):
        raise Refused("already_signed", "Você já assinou este documento.")
    signed = replace(
        document,
        state=DocumentState.SIGNED,
        signatures=(*document.signatures, signature),
        revision=document.revision + 1,
    )
    return signed, (_signed_fact(signed),)


def seal(signed: Document, record: str, kid: str, frozen: Frozen) -> tuple[Document, tuple[Fact, ...]]:
    """Bind the last signature to its sealed record, and the document to the bytes that were frozen with it."""
    *earlier, last = signed.signatures
    sealed = replace(signed, signatures=(*earlier, replace(last, record=record, kid=kid)), frozen=frozen)
    return sealed, (_signed_fact(sealed),)


def _signed_fact(signed: Document) -> Fact:
    made = signed.signatures[-1]
    return history.DocumentSigned(
        signed.id, signed.label, made.signer.id, made.role_title, made.digest, made.record
    )


def cancel(document: Document, reason: str) -> tuple[Document, tuple[Fact, ...]]:
    """Close the content for good, keeping the node (DOC-17)."""
    cancelled = replace(
        document, state=DocumentState.CANCELLED, cancellation=reason, revision=document.revision + 1
    )
    return cancelled, (history.DocumentCancelled(document.id, document.label, reason),)


def edit(document: Document, metadata: Metadata) -> tuple[Document, tuple[Fact, ...]]:
    """Change the registration data. Raises Refused ``nothing_changed``."""
    before = document.metadata
    if before == metadata:
        raise Refused("nothing_changed", "Nada foi alterado.")
    edited = replace(document, metadata=metadata, revision=document.revision + 1)
    return edited, tuple(_told(before, metadata, document.id, edited.label))


def _told(before: Metadata, after: Metadata, identifier: str, label: str) -> Iterator[Fact]:
    """What SEI tells of changed metadata: its entries 108, 110 and 111, and the names of the other fields."""
    check = after.conformity_check
    checked = check is not None and check != before.conformity_check
    fields = tuple(
        name
        for key, name in FIELD_NAMES.items()
        if getattr(before, key) != getattr(after, key) and not (checked and key == "conformity_check")
    )
    if fields:
        yield history.DocumentEdited(identifier, label, fields)
    if check is not None and checked:
        yield history.ConformityCheckChanged(identifier, label, check.name)
    basis = after.legal_basis.name if after.legal_basis else None
    if before.level != after.level:
        yield history.DocumentLevelChanged(identifier, label, after.level.value, basis)
    elif basis is not None and before.legal_basis != after.legal_basis:
        yield history.DocumentLegalBasisChanged(identifier, label, basis)


FIELD_NAMES = {
    "description": "descrição",
    "name_in_tree": "nome na árvore",
    "interested_parties": "interessados",
    "addressees": "destinatários",
    "subjects": "assuntos",
    "remark": "observações",
    "dated": "data",
    "external_number": "número",
    "format": "formato",
    "conformity_check": "tipo de conferência",
    "sender": "remetente",
    "digitization": "dados da digitalização",
    "amount": "valor",
}
