"""What a use case may load before it decides: one small value per kind of thing."""

from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class ProcessKey:
    """-> Process | None"""

    id: str


@dataclass(frozen=True, slots=True)
class DocumentKey:
    """-> Document | None"""

    process: str
    id: str


@dataclass(frozen=True, slots=True)
class VersionKey:
    """-> Version | None"""

    process: str
    document: str
    number: int


@dataclass(frozen=True, slots=True)
class RenditionKey:
    """-> Rendition | None: the last PDF made of the document."""

    process: str
    document: str


@dataclass(frozen=True, slots=True)
class UploadKey:
    """-> Upload | None"""

    process: str
    id: str


@dataclass(frozen=True, slots=True)
class ExtractionKey:
    """-> Extraction | None: the text of the bytes with this digest."""

    sha256: str


@dataclass(frozen=True, slots=True)
class CounterKey:
    """-> int: the last number taken, 0 when none. ``name`` says of what (PRO-05, DOC-02)."""

    name: str


@dataclass(frozen=True, slots=True)
class NumberKey:
    """-> str | None: the process that has or had the number of these digits, empty once deleted; None while nobody
    has it (PRO-05, PRO-06).
    """

    digits: str


@dataclass(frozen=True, slots=True)
class SequenceKey:
    """-> Sequence | None: how the counter of this name was adjusted; None when it never was (DOC-02)."""

    counter: str


@dataclass(frozen=True, slots=True)
class PasswordKey:
    """-> str | None: the argon2id hash of the user's password."""

    user: str


@dataclass(frozen=True, slots=True)
class PasswordLinkKey:
    """-> PasswordLink | None: the last one that was ordered for the person."""

    user: str


@dataclass(frozen=True, slots=True)
class LinkRequestKey:
    """-> LinkRequest | None: what was last asked at the door under the name that stands for a person."""

    letters: str


@dataclass(frozen=True, slots=True)
class LearnerKey:
    """-> Learner | None: what the person chose about learning."""

    user: str


@dataclass(frozen=True, slots=True)
class UserKey:
    """-> User | None"""

    id: str


@dataclass(frozen=True, slots=True)
class TaxpayerKey:
    """-> str | None: the login of the user with this CPF."""

    number: str


@dataclass(frozen=True, slots=True)
class ServiceAccountKey:
    """-> ServiceAccount | None: a system that acts by the API."""

    id: str


@dataclass(frozen=True, slots=True)
class EntryKey:
    """-> CatalogueEntry | None: an entry of a catalogue, by where it stands there."""

    table: str
    place: str


@dataclass(frozen=True, slots=True)
class SecondFactorKey:
    """-> SecondFactor | None: the person's authenticator, confirmed or only begun."""

    user: str


@dataclass(frozen=True, slots=True)
class DiscardedKey:
    """-> Discarded | None: what the trash holds of a document."""

    process: str
    document: str


@dataclass(frozen=True, slots=True)
class CommentKey:
    """-> Comment | None"""

    process: str
    id: str


@dataclass(frozen=True, slots=True)
class PassageCommentKey:
    """-> PassageComment | None"""

    process: str
    document: str
    id: str


@dataclass(frozen=True, slots=True)
class MailKey:
    """-> Mail | None"""

    process: str
    id: str


@dataclass(frozen=True, slots=True)
class ContactKey:
    """-> Contact | None"""

    id: str


@dataclass(frozen=True, slots=True)
class JobKey:
    """-> Job | None: only who asked for it has a key to it."""

    user: str
    id: str


@dataclass(frozen=True, slots=True)
class BlockKey:
    """-> Block | None"""

    id: str


@dataclass(frozen=True, slots=True)
class EditLockKey:
    """-> EditLock | None: the last one taken on the draft, perhaps no longer in force."""

    process: str
    document: str


@dataclass(frozen=True, slots=True)
class StandardTextKey:
    """-> StandardText | None"""

    unit: str
    id: str


@dataclass(frozen=True, slots=True)
class FavouriteKey:
    """-> Favourite | None"""

    unit: str
    id: str


@dataclass(frozen=True, slots=True)
class SavedViewKey:
    """-> SavedView | None"""

    unit: str
    id: str


@dataclass(frozen=True, slots=True)
class EmailGroupsKey:
    """-> EmailGroupShelf | None: None while the unit kept no group."""

    unit: str


@dataclass(frozen=True, slots=True)
class SendingGroupsKey:
    """-> GroupShelf | None: None while nobody made a group there."""

    unit: str


@dataclass(frozen=True, slots=True)
class BlockGroupsKey:
    """-> BlockGroupShelf | None: None while the unit made no group of blocks."""

    unit: str


@dataclass(frozen=True, slots=True)
class ChecklistKey:
    """-> Checklist | None: what the unit has to see to in the process."""

    unit: str
    process: str


@dataclass(frozen=True, slots=True)
class ChecklistShelfKey:
    """-> ChecklistShelf | None: None while the unit has no ready-made list."""

    unit: str


@dataclass(frozen=True, slots=True)
class PlanShelfKey:
    """-> PlanShelf | None: None while nobody edited a work plan. It is of the whole city."""

    unit: str = "*"


@dataclass(frozen=True, slots=True)
class InboxRowKey:
    """-> InboxRow | None: the process as the unit's lists show it, wherever it is by now."""

    process: str
    unit: str


@dataclass(frozen=True, slots=True)
class AcknowledgementKey:
    """-> Acknowledgement | None: what this person said of the process."""

    process: str
    user: str


@dataclass(frozen=True, slots=True)
class FollowUpKey:
    """-> FollowUp | None"""

    unit: str
    process: str
    id: str


@dataclass(frozen=True, slots=True)
class FlowKey:
    """-> PublishedFlow | None: the newest version."""

    code: str


@dataclass(frozen=True, slots=True)
class FlowVersionKey:
    """-> PublishedFlow | None"""

    code: str
    version: int


@dataclass(frozen=True, slots=True)
class FlowRunKey:
    """-> FlowRun | None: the last flow that the process was put under."""

    process: str


@dataclass(frozen=True, slots=True)
class ErasureKey:
    """-> Erasure | None: a request to erase somebody's data."""

    id: str


@dataclass(frozen=True, slots=True)
class RolloutKey:
    """-> Rollout | None: how far the city has come; None while nobody said anything."""


@dataclass(frozen=True, slots=True)
class ArrangementKey:
    """-> Arrangement | None: None while the unit arranged nothing."""

    unit: str


@dataclass(frozen=True, slots=True)
class PreparationKey:
    """-> Preparation | None: the signature by certificate that the person began on the document."""

    process: str
    document: str
    user: str


Key = (
    BlockKey
    | ServiceAccountKey
    | JobKey
    | ProcessKey
    | DocumentKey
    | VersionKey
    | RenditionKey
    | UploadKey
    | ExtractionKey
    | CounterKey
    | SequenceKey
    | NumberKey
    | PasswordKey
    | PasswordLinkKey
    | LinkRequestKey
    | UserKey
    | TaxpayerKey
    | EntryKey
    | SecondFactorKey
    | ContactKey
    | EditLockKey
    | StandardTextKey
    | FavouriteKey
    | ArrangementKey
    | FollowUpKey
    | FlowKey
    | FlowVersionKey
    | FlowRunKey
    | SavedViewKey
    | LearnerKey
    | InboxRowKey
    | SendingGroupsKey
    | EmailGroupsKey
    | BlockGroupsKey
    | ChecklistKey
    | ChecklistShelfKey
    | PlanShelfKey
    | MailKey
    | DiscardedKey
    | CommentKey
    | PassageCommentKey
    | AcknowledgementKey
    | PreparationKey
    | ErasureKey
    | RolloutKey
)
