"""Everything outside, as the use cases see it. Adapters implement these; ``composition`` chooses which."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol, TypeVar
from zoneinfo import ZoneInfo

from chalicelib.application.uploads.ports import Parts
from chalicelib.domain.arrangement import Arrangement
from chalicelib.domain.block import Block
from chalicelib.domain.block_group import BlockGroupShelf
from chalicelib.domain.catalogue import DocumentType, LegalBasis, ProcessType, Subject
from chalicelib.domain.certificate import Preparation
from chalicelib.domain.checklist import Checklist, ChecklistShelf
from chalicelib.domain.comment import Comment
from chalicelib.domain.contact import Contact
from chalicelib.domain.desk import DeskEntry
from chalicelib.domain.document import Document
from chalicelib.domain.editing import EditLock
from chalicelib.domain.email_group import EmailGroupShelf
from chalicelib.domain.extraction import Extraction
from chalicelib.domain.favourite import Favourite
from chalicelib.domain.flow_run import FlowRun
from chalicelib.domain.follow_up import FollowUp
from chalicelib.domain.form import Form
from chalicelib.domain.history import Entry
from chalicelib.domain.history_reading import HistoryFilter
from chalicelib.domain.in_block import BlockKind
from chalicelib.domain.job import Batch, Job
from chalicelib.domain.mail import Mail
from chalicelib.domain.organisation import Agency, Person, Unit
from chalicelib.domain.placed import Placed
from chalicelib.domain.plan_editing import PlanShelf
from chalicelib.domain.process import Change, Process
from chalicelib.domain.published_flow import PublishedFlow
from chalicelib.domain.routing import Routing
from chalicelib.domain.saved_view import SavedView
from chalicelib.domain.sealing import PublicKey, Seal
from chalicelib.domain.sending_group import GroupShelf
from chalicelib.domain.standard_text import StandardText
from chalicelib.domain.ties import Acknowledgement
from chalicelib.domain.trash import Discarded
from chalicelib.domain.type_sequence import Sequence as TypeSequence
from chalicelib.domain.upload import Upload
from chalicelib.domain.value import dataclass
from chalicelib.domain.version import Frozen, Rendition, Version
from chalicelib.domain.word_index import Findable
from chalicelib.domain.work_plan import WorkPlan

from .administration.ports import Register, RegisterWork, RolloutState
from .audit.ports import Trail
from .certificates.ports import CertificateSigner
from .confidential.ports import HeldReader
from .copies.ports import CopyLinks
from .erasure.ports import ErasureReader, ErasureWork
from .extraction.ports import Extractions, Recognitions
from .flows.ports import FlowPress
from .inbox.row import InboxRow, Listed
from .jobs.ports import Engine, Shelf
from .learning.ports import LearnerWork, LearningReader
from .ledger.ports import LedgerView
from .passages.ports import PassageReader, PassageWork
from .password.ports import LinkWork
from .references import CounterKey, Key
from .session.ports import Account, AccountWork, Identity, Passwords, Shown
from .spreadsheets.ports import Spreadsheets
from .transaction import Operation, Reply

Kept = TypeVar("Kept", StandardText, Favourite, SavedView, PlanShelf)
UnitShelf = GroupShelf | EmailGroupShelf | BlockGroupShelf | ChecklistShelf | PlanShelf
KeptThing = StandardText | Favourite | SavedView | Checklist | UnitShelf


class Work(AccountWork, RegisterWork, LinkWork, ErasureWork, PassageWork, LearnerWork, Protocol):
    """A unit of work: what was read together, and the writes that go out together."""

    def load(self, *keys: Key) -> tuple[Any, ...]:
        """Read consistently, in one call. Raises OperationDone, OperationMismatch, InvalidRequest."""

    def change_process(self, before: Process | None, change: Change) -> Process:
        """Write the process after ``change``, its inbox rows, routings and history; returns it as chained."""

    def delete_process(self, before: Process, change: Change) -> None:
        """Remove the process and its rows; its history gets the last entry (PRO-15). A number that the system gave
        stays taken; those informed by hand are free again (PRO-06)."""

    def put_document(self, before: Document | None, after: Document) -> None:
        """Write a document, on condition that it is still as ``before``."""

    def delete_document(self, before: Document) -> None:
        """Remove the node."""

    def put_version(self, version: Version) -> None:
        """Keep a version of a draft."""

    def put_seal(self, seal: Seal) -> None:
        """Keep the sealed record of a signature."""

    def put_preparation(self, before: Preparation | None, after: Preparation | None) -> None:
        """Keep a signature that was begun in the place of ``before``, or let it go."""

    def put_certified(self, document: Document) -> None:
        """Let the signed file of the last signature be found by its digest."""

    def put_upload(self, before: Upload | None, after: Upload) -> None:
        """Write an upload's state."""

    def put_extraction(self, before: Extraction | None, after: Extraction) -> None:
        """Write where the text of some bytes is, on condition that it is still as ``before``."""

    def put_arrangement(self, before: Arrangement | None, after: Arrangement) -> None:
        """Write how a unit arranged its work, on condition that it is still as ``before``."""

    def log(self, entries: Sequence[DeskEntry]) -> None:
        """Add lines to a unit's own log about a process."""

    def put_acknowledgement(self, given: Acknowledgement) -> None:
        """Write what a person says for the first time."""

    def put_follow_up(self, before: FollowUp | None, after: FollowUp) -> None:
        """Write a follow-up, on condition that it is still as ``before``."""

    def delete_follow_up(self, before: FollowUp) -> None:
        """Stop following."""

    def put_contact(self, contact: Contact) -> None:
        """Write a new contact."""

    def put_block(self, before: Block | None, after: Block) -> None:
        """Write a block and its line in the list of each unit that holds it."""

    def delete_block(self, before: Block) -> None:
        """Remove the block and its lines."""

    def put_kept(self, before: KeptThing | None, after: KeptThing) -> None:
        """Write a standard text or favourite of the unit, on condition that it is still as ``before``."""

    def delete_kept(self, before: KeptThing) -> None: ...
    def put_job(self, before: Job | None, after: Job, batches: Sequence[Batch] = ()) -> None:
        """Write a job, and the batches of a new one."""

    def put_discarded(self, before: Discarded | None, after: Discarded | None) -> None:
        """Put a document in the trash, or take it out."""

    def put_comment(self, before: Comment | None, after: Comment) -> None:
        """Write a comment, on condition that it is still as ``before``."""

    def put_flow(self, before: PublishedFlow | None, after: PublishedFlow) -> None:
        """Write a version of a flow, the newest one from now on."""

    def put_flow_run(self, before: FlowRun | None, after: FlowRun) -> None:
        """Write how a process stands in its flow, on condition that it is still as ``before``."""

    def put_mail(self, before: Mail | None, after: Mail) -> None:
        """Write an e-mail to be carried, on condition that it is still as ``before``."""

    def put_sequence(
        self, counter: CounterKey, seen: int, before: TypeSequence | None, after: TypeSequence
    ) -> None:
        """Move the counter that stood at ``seen`` to where the adjustment says, on condition that both are as read."""

    def take(self, counter: CounterKey, seen: int, number: int | None = None) -> int:
        """Take ``number``, or the one after ``seen``, on condition that nobody took any meanwhile."""

    def require_open(self, process: Process, unit: str) -> None:
        """Commit only if the process is still open in the unit, without changing the process."""

    def require_unchanged(self, process: Process) -> None:
        """Commit only if nobody changed the process since it was loaded, without changing it."""

    def commit(self, reply: Reply) -> None:
        """Write everything or nothing."""


class Catalogues(RolloutState, Protocol):
    """The tenant's catalogues, cached per container."""

    def agencies(self) -> Mapping[str, Agency]: ...
    def units(self) -> Mapping[str, Unit]: ...
    def process_types(self) -> Mapping[str, ProcessType]: ...
    def document_types(self) -> Mapping[str, DocumentType]: ...
    def subjects(self) -> Mapping[str, Subject]: ...
    def work_plans(self) -> Mapping[str, WorkPlan]: ...
    def plan_shelf(self) -> PlanShelf: ...
    def legal_bases(self) -> Mapping[str, LegalBasis]: ...
    def template(self, document_type: str) -> Mapping[str, Any] | None: ...
    def form(self, document_type: str) -> Form | None: ...
    def plain(self, name: str) -> Sequence[Mapping[str, Any]]: ...
    def holidays(self, agency: str) -> frozenset[date]: ...
    def tenant(self) -> Mapping[str, Any]: ...


class ContentStore(Protocol):
    """Bytes, content-addressed by SHA-256."""

    def put(self, data: bytes, media_type: str) -> tuple[str, str]:
        """-> (key, sha256 hex); putting the same bytes again changes nothing."""

    def freeze(self, data: bytes, media_type: str) -> Frozen:
        """Put under lock for as long as the installation keeps what was signed."""

    def get(self, key: str, object_version: str = "") -> bytes: ...
    def address(self, sha256: str) -> str:
        """The key of whatever has this digest."""

    def admit(self, upload: Upload) -> str:
        """Copy an inspected upload from quarantine; -> its key."""

    def link(
        self, key: str, file_name: str, media_type: str, inline: bool, object_version: str = ""
    ) -> tuple[str, datetime]: ...
    def receive(self, upload: Upload) -> Mapping[str, Any]:
        """A presigned POST to quarantine: ``{"url", "fields"}``."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of anything, with an opaque cursor to the next."""

    items: Sequence[Any]
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class InboxFilter:
    """``tab`` received | generated | all; ``assigned`` a user id, ``none`` or None; ``type`` a code; ``label`` an
    id or ``none``; ``due_from`` and ``due_until`` the unit's pending deadline; ``checkpoint`` an id or ``none``;
    ``returns`` to_give | awaited; ``step`` a step of a flow, ``flow/step``.
    """

    tab: str = "all"
    assigned: str | None = None
    type: str | None = None
    unread: bool = False
    label: str | None = None
    checkpoint: str | None = None
    due_from: date | None = None
    due_until: date | None = None
    returns: str | None = None
    step: str | None = None


class Reader(HeldReader, ErasureReader, PassageReader, LearningReader, Protocol):
    """Reads that skip the aggregate (architecture §3)."""

    def get(self, *keys: Key) -> tuple[Any, ...]: ...
    def inbox(self, unit: str, wanted: InboxFilter, cursor: str | None, size: int = 50) -> Page: ...
    def unit_list(self, unit: str, listed: Listed, by: str | None, cursor: str | None) -> Page:
        """Rows of the unit's other lists, newest first; ``by`` whom concluded, when asked."""

    def returns(self, unit: str, until: date, most: int) -> tuple[Sequence[Routing], Sequence[Routing]]:
        """(awaited by the unit, owed by it) with their day up to ``until``, the soonest ``most`` of each."""

    def routings(self, process: str, most: int) -> Sequence[Routing]:
        """Every sending of the process, ended or not, in no order; at most ``most``."""

    def acknowledgements(self, process: str) -> Sequence[Acknowledgement]: ...
    def counters(self, unit: str, user: str) -> tuple[Mapping[str, int], Arrangement]:
        """The unit's counters and how it arranged its work, in one call."""

    def figures(self, unit: str) -> Mapping[str, int]:
        """How many processes open in the unit say each figure of its panel."""

    def follow_ups(self, unit: str, cursor: str | None) -> Page:
        """A page of what the unit follows, newest first."""

    def follow_ups_of(self, process: str, unit: str) -> Sequence[FollowUp]:
        """The unit's follow-ups of one process."""

    def desk_log(self, process: str, unit: str) -> Sequence[DeskEntry]:
        """The unit's own log about a process, newest first."""

    def documents(
        self, process: str, cursor: str | None, newest_first: bool, placed: Sequence[Placed] = ()
    ) -> Page:
        """A page of the tree; ``placed`` is the process's own: what stands elsewhere than it came (PRO-18)."""

    def drafts(self, process: str, most: int) -> Sequence[Document]:
        """The first drafts of a process, in the order in which they came."""

    def history(self, process: str, cursor: str | None, wanted: HistoryFilter | None = None) -> Page:
        """Newest first; with a filter, what a few stretches hold of it."""

    def entry(self, process: str, n: int) -> Entry | None: ...
    def whole_history(self, process: str) -> Sequence[Entry]: ...
    def document_of_file(self, sha256: str) -> Document | None: ...
    def seals(self, process: str, document: str | None = None) -> Sequence[Seal]: ...
    def seal_keys(self) -> Sequence[PublicKey]: ...
    def versions(self, process: str, document: str) -> Sequence[Version]: ...
    def process_of_number(self, digits: str) -> str | None: ...
    def document_of_number(self, number: str) -> Document | None: ...
    def processes_of_word(self, beginning: str, most: int) -> tuple[Sequence[Findable], bool]:
        """Processes with a word that begins so, at most ``most``; and whether there are more (eventually right)."""

    def blocks(
        self, unit: str, kind: BlockKind, concluded: bool, cursor: str | None, group: str = ""
    ) -> Page:
        """Lines of the unit's blocks (``BlockRow``), own and received, or those of one group, newest first."""

    def kept(self, kind: type[Kept], unit: str) -> Sequence[Kept]:
        """The unit's standard texts, or its favourites."""

    def discarded(self, user: str) -> Sequence[Discarded]: ...
    def comments(self, process: str) -> Sequence[Comment]: ...
    def flows(self) -> Sequence[PublishedFlow]: ...
    def mails(self, process: str) -> Sequence[Mail]: ...
    def contacts(self, prefix: str) -> Sequence[Contact]: ...
    def users_of_unit(self, unit: str) -> Sequence[Person]: ...


class Marks(Protocol):
    """Small facts about a document that no history tells; writing one again changes nothing."""

    def seen(self, document: Document) -> None:
        """Another unit read its content (DOC-11)."""

    def rendered(self, rendition: Rendition) -> None:
        """Its PDF was made (DOC-23)."""

    def editing(self, lock: EditLock, at: datetime, take_over: bool) -> bool:
        """Somebody writes on it (DOC-03); False when another editor holds it and ``take_over`` was not asked."""

    def left(self, process: str, document: str, editor: str) -> None:
        """That editor writes no longer."""


class Sealer(Protocol):
    """The installation's key, which seals records and is never seen."""

    def kid(self) -> str:
        """The name of the key, whose public half is published by then."""

    def seal(self, message: bytes) -> str:
        """ECDSA P-256 over SHA-256 of the message, DER in Base64."""


class Renderer(Protocol):
    """The function that makes PDFs, apart from the API (architecture §7)."""

    def pdf(self, process: str, document: str) -> Rendition:
        """Render and store the document as it is now. Raises Unavailable."""


@dataclass(frozen=True, slots=True)
class Ports:
    """The outside of one tenant, for one request."""

    tenant: str
    zone: ZoneInfo
    begin: Callable[[Operation], Work]
    reader: Reader
    marks: Marks
    catalogues: Catalogues
    contents: ContentStore
    parts: Parts
    passwords: Passwords
    identity: Identity
    renderer: Renderer
    sealer: Sealer
    draft_secret: Callable[[str], bytes]
    certificates: CertificateSigner
    jobs: Shelf
    register: Register
    engine: Engine
    extractions: Extractions
    recognitions: Recognitions
    copies: CopyLinks
    flow_press: FlowPress
    ledger: LedgerView
    spreadsheets: Spreadsheets
    trail: Trail
    now: Callable[[], datetime]
    identifier: Callable[[], str]
    next_document_number: Callable[[], int]
    public_address: str
    mail_sender: str = ""


__all__ = [
    "Account", "Catalogues", "ContentStore", "Identity", "InboxFilter", "InboxRow", "Listed", "Page", "Passwords",
    "Ports", "Reader", "Renderer", "Routing", "Sealer", "Shown", "Work",
]  # fmt: skip
