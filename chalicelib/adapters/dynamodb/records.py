"""How domain values lie in the main table: addresses, bodies and the inbox row's attributes."""

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pynamodb.connection import Connection
from pynamodb.exceptions import PynamoDBException, UpdateError

from chalicelib.application.blocks.row import block_row
from chalicelib.application.inbox.row import InboxRow
from chalicelib.application.references import (
    AcknowledgementKey,
    ArrangementKey,
    BlockGroupsKey,
    BlockKey,
    ChecklistKey,
    ChecklistShelfKey,
    CommentKey,
    ContactKey,
    CounterKey,
    DiscardedKey,
    DocumentKey,
    EditLockKey,
    EmailGroupsKey,
    EntryKey,
    ErasureKey,
    ExtractionKey,
    FavouriteKey,
    FlowKey,
    FlowRunKey,
    FlowVersionKey,
    FollowUpKey,
    InboxRowKey,
    JobKey,
    Key,
    LearnerKey,
    LinkRequestKey,
    MailKey,
    NumberKey,
    PassageCommentKey,
    PasswordKey,
    PasswordLinkKey,
    PlanShelfKey,
    PreparationKey,
    ProcessKey,
    RenditionKey,
    RolloutKey,
    SavedViewKey,
    SecondFactorKey,
    SendingGroupsKey,
    SequenceKey,
    ServiceAccountKey,
    StandardTextKey,
    TaxpayerKey,
    UploadKey,
    UserKey,
    VersionKey,
)
from chalicelib.domain.arrangement import Arrangement
from chalicelib.domain.block import Block, BlockState
from chalicelib.domain.block_group import BlockGroupShelf
from chalicelib.domain.catalogue_entry import CatalogueEntry
from chalicelib.domain.certificate import Preparation
from chalicelib.domain.checklist import Checklist, ChecklistShelf
from chalicelib.domain.comment import Comment
from chalicelib.domain.contact import Contact
from chalicelib.domain.document import Document
from chalicelib.domain.editing import EditLock
from chalicelib.domain.email_group import EmailGroupShelf
from chalicelib.domain.erasure import Erasure
from chalicelib.domain.extraction import Extraction
from chalicelib.domain.favourite import Favourite
from chalicelib.domain.flow_run import FlowRun
from chalicelib.domain.follow_up import FollowUp
from chalicelib.domain.history import Entry
from chalicelib.domain.identity import User
from chalicelib.domain.job import Job
from chalicelib.domain.learning import Learner
from chalicelib.domain.link_request import LinkRequest
from chalicelib.domain.mail import Mail
from chalicelib.domain.passage_comment import PassageComment
from chalicelib.domain.password_link import PasswordLink
from chalicelib.domain.plan_editing import PlanShelf
from chalicelib.domain.process import Process, State
from chalicelib.domain.published_flow import PublishedFlow
from chalicelib.domain.rollout import Rollout
from chalicelib.domain.saved_view import SavedView
from chalicelib.domain.second_factor import SecondFactor
from chalicelib.domain.sending_group import GroupShelf
from chalicelib.domain.service_account import ServiceAccount
from chalicelib.domain.standard_text import StandardText
from chalicelib.domain.ties import Acknowledgement
from chalicelib.domain.trash import Discarded
from chalicelib.domain.type_sequence import Sequence as TypeSequence
from chalicelib.domain.upload import Upload
from chalicelib.domain.version import Rendition, Version

from . import kept, keys
from .codec import decode, encode
from .items import MainItem, SessionItem

__all__ = ["address", "batch_get", "chained", "decode", "digits", "encode", "restore"]

Pair = tuple[str, str]
MAXIMUM_BATCH = 100


OF_A_PERSON = {
    PasswordKey: keys.password,
    SecondFactorKey: keys.second_factor,
    PasswordLinkKey: keys.password_link_of,
    LearnerKey: keys.learner,
}


def address(tenant: str, key: Key) -> Pair:
    """Where a thing is."""
    match key:
        case ProcessKey(identifier):
            return keys.process(tenant, identifier)
        case DocumentKey(process, identifier):
            return keys.document(tenant, process, identifier)
        case VersionKey(process, document, number):
            return keys.version(tenant, process, document, number)
        case RenditionKey(process, document):
            return keys.rendition(tenant, process, document)
        case ServiceAccountKey(code):
            return keys.service_account(tenant, code)
        case UploadKey(process, identifier):
            return keys.upload(tenant, process, identifier)
        case ExtractionKey(sha256):
            return keys.extraction(tenant, sha256)
        case DiscardedKey() | CommentKey() | PassageCommentKey():
            return _beside_the_record(tenant, key)
        case MailKey(process, identifier):
            return keys.mail(tenant, process, identifier)
        case CounterKey() | SequenceKey() | NumberKey():
            return _of_numbering(tenant, key)
        case UserKey() | TaxpayerKey() | EntryKey() | ContactKey() | ErasureKey() | RolloutKey():
            return _in_the_register(tenant, key)
        case PasswordKey(user) | SecondFactorKey(user) | PasswordLinkKey(user) | LearnerKey(user):
            return OF_A_PERSON[type(key)](tenant, user)
        case LinkRequestKey(letters):
            return keys.link_request(tenant, letters)
        case AcknowledgementKey(process, user):
            return keys.acknowledgement(tenant, process, user)
        case BlockKey(identifier):
            return keys.block(tenant, identifier)
        case EditLockKey(process, document):
            return keys.editing(tenant, process, document)
        case InboxRowKey(process, unit):
            return keys.presence(tenant, process, unit)
        case FollowUpKey(unit, process, identifier):
            return keys.follow_up(tenant, process, unit, identifier)
        case FlowKey(code):
            return keys.flow(tenant, code)
        case FlowVersionKey(code, number):
            return keys.flow_version(tenant, code, number)
        case FlowRunKey(process):
            return keys.flow_run(tenant, process)
        case StandardTextKey(unit, identifier) | FavouriteKey(unit, identifier) | SavedViewKey(unit, identifier):
            return keys.kept(tenant, unit, kept.PREFIXES[KINDS[type(key)]], identifier)
        case ChecklistKey(unit, process):
            return keys.kept(tenant, unit, kept.PREFIXES[Checklist], process)
        case SendingGroupsKey() | EmailGroupsKey() | BlockGroupsKey() | ChecklistShelfKey() | PlanShelfKey():
            return keys.kept(tenant, key.unit, kept.PREFIXES[KINDS[type(key)]], "A")
        case ArrangementKey(unit):
            return keys.arrangement(tenant, unit)
        case PreparationKey(process, document, user):
            return keys.preparation(tenant, process, document, user)
        case JobKey(user, identifier):
            return keys.job(tenant, user, identifier)


def _beside_the_record(tenant: str, key: DiscardedKey | CommentKey | PassageCommentKey) -> Pair:
    match key:
        case DiscardedKey(process, document):
            return keys.discarded(tenant, process, document)
        case CommentKey(process, identifier):
            return keys.comment(tenant, process, identifier)
        case PassageCommentKey(process, document, identifier):
            return keys.passage_comment(tenant, process, document, identifier)


def _of_numbering(tenant: str, key: CounterKey | SequenceKey | NumberKey) -> Pair:
    match key:
        case CounterKey(name):
            return keys.counter(tenant, name)
        case SequenceKey(name):
            return keys.sequence(tenant, name)
        case NumberKey(number):
            return keys.nup(tenant, number)


def _in_the_register(
    tenant: str, key: UserKey | TaxpayerKey | EntryKey | ContactKey | ErasureKey | RolloutKey
) -> Pair:
    match key:
        case RolloutKey():
            return keys.rollout(tenant)
        case ContactKey(identifier):
            return keys.contact(tenant, identifier)
        case ErasureKey(identifier):
            return keys.erasure(tenant, identifier)
        case UserKey(login):
            return keys.user(tenant, login)
        case TaxpayerKey(number):
            return keys.taxpayer(tenant, number)
        case EntryKey(table, place):
            return keys.catalogue_entry(tenant, table, place)


KINDS: dict[type, type] = {
    ServiceAccountKey: ServiceAccount,
    UserKey: User,
    ProcessKey: Process,
    DocumentKey: Document,
    VersionKey: Version,
    RenditionKey: Rendition,
    UploadKey: Upload,
    ExtractionKey: Extraction,
    AcknowledgementKey: Acknowledgement,
    ContactKey: Contact,
    ErasureKey: Erasure,
    MailKey: Mail,
    DiscardedKey: Discarded,
    CommentKey: Comment,
    PassageCommentKey: PassageComment,
    BlockKey: Block,
    EditLockKey: EditLock,
    StandardTextKey: StandardText,
    FavouriteKey: Favourite,
    SavedViewKey: SavedView,
    InboxRowKey: InboxRow,
    SendingGroupsKey: GroupShelf,
    EmailGroupsKey: EmailGroupShelf,
    BlockGroupsKey: BlockGroupShelf,
    ChecklistKey: Checklist,
    ChecklistShelfKey: ChecklistShelf,
    PlanShelfKey: PlanShelf,
    ArrangementKey: Arrangement,
    FlowKey: PublishedFlow,
    FlowVersionKey: PublishedFlow,
    FlowRunKey: FlowRun,
    FollowUpKey: FollowUp,
    JobKey: Job,
    PreparationKey: Preparation,
    SequenceKey: TypeSequence,
    SecondFactorKey: SecondFactor,
    PasswordLinkKey: PasswordLink,
    LinkRequestKey: LinkRequest,
    LearnerKey: Learner,
    RolloutKey: Rollout,
}


def restore(key: Key, item: MainItem | None) -> Any:
    """The thing of a key from its item; None when absent, 0 for a counter never used."""
    if isinstance(key, CounterKey):
        return int(item.n) if item else 0
    if item is None or item.body is None:
        return None
    if isinstance(key, PasswordKey | TaxpayerKey):
        return item.body
    if isinstance(key, NumberKey):
        return json.loads(item.body) or ""
    if isinstance(key, EntryKey):
        return entry_of(key.table, item)
    return restored(KINDS[type(key)], item)


def entry_of(table: str, item: MainItem) -> CatalogueEntry:
    """An entry of a catalogue from its item."""
    values = json.loads(item.body or "{}")
    return CatalogueEntry(table, keys.last_part(item.sk), item.sk, values, int(item.n or 0))


def restored(kind: Any, item: MainItem) -> Any:
    """The value of an item's body. A document's pen is an attribute of its own: readers turn it black."""
    value = decode(kind, item.body or "")
    if isinstance(value, Document):
        return replace(value, seen_elsewhere=bool(item.seen))
    return value


def cause_code(error: PynamoDBException) -> str:
    """The service's own code for a failure; empty when no answer came (pynamodb's property fails then)."""
    response = getattr(error.cause, "response", None) or {}
    return str(response.get("Error", {}).get("Code", ""))


def update_if(item: MainItem | SessionItem, actions: list[Any], condition: Any) -> bool:
    """Conditional UpdateItem; False when the condition does not hold."""
    try:
        item.update(actions=actions, condition=condition)
    except UpdateError as error:
        if cause_code(error) == "ConditionalCheckFailedException":
            return False
        raise
    return True


def batch_get(connection: Connection, pairs: Sequence[Pair]) -> dict[Pair, MainItem]:
    """Consistent BatchGetItem of the main table; asks again for what the service left out."""
    found: dict[Pair, MainItem] = {}
    names = MainItem.Meta.table_name
    wanted = [{"pk": {"S": pk}, "sk": {"S": sk}} for pk, sk in dict.fromkeys(pairs)]
    client: Any = connection.client
    while wanted:
        chunk, wanted = wanted[:MAXIMUM_BATCH], wanted[MAXIMUM_BATCH:]
        answer = client.batch_get_item(RequestItems={names: {"Keys": chunk, "ConsistentRead": True}})
        for raw in answer["Responses"].get(names, []):
            item = MainItem.from_raw_data(raw)
            found[(item.pk, item.sk)] = item
        wanted += answer.get("UnprocessedKeys", {}).get(names, {}).get("Keys", [])
    return found


def chained(process: Process, entries: Sequence[Entry]) -> Process:
    """The process with its chain's new length and head."""
    return replace(process, n=entries[-1].n, head=entries[-1].hash)


def open_units(process: Process) -> str:
    """For conditions: ``,a,b,``; empty when no unit may write in it (features.md §1.1)."""
    if process.state is not State.NORMAL:
        return ","
    return "," + "".join(f"{unit}," for unit in sorted(process.open_units))


def digits(number: str) -> str:
    """A formatted number's digits."""
    return "".join(filter(str.isdigit, number))


def searchable(text: str) -> str:
    """Lower case without accents, for prefix look-ups."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in folded if not unicodedata.combining(c)).replace(keys.SEPARATOR, " ")[:200]


def contact_item(tenant: str, contact: Contact) -> MainItem:
    """A contact, found by the beginning of its name; by nothing once its data were erased."""
    if contact.erased_at:
        return MainItem(*keys.contact(tenant, contact.id), body=encode(contact))
    return MainItem(
        *keys.contact(tenant, contact.id),
        body=encode(contact),
        gsi1pk=keys.contacts_by_name(tenant),
        gsi1sk=keys.part(searchable(contact.name), contact.id),
    )


def block_item(tenant: str, block: Block, unit: str) -> MainItem:
    """The block's line in one unit's list."""
    concluded = block.state is BlockState.CONCLUDED
    row = block_row(block, unit)
    return MainItem(
        *keys.block_row(tenant, block.id, unit),
        body=encode(row),
        group=row.group or None,
        gsi1pk=keys.blocks_of_unit(tenant, unit),
        gsi1sk=keys.block_order(block.kind.value, concluded, block.number),
    )


def write_contacts(tenant: str, contacts: Sequence[Contact]) -> None:
    """Load many contacts, replacing those of the same id."""
    with MainItem.batch_write() as batch:
        for contact in contacts:
            batch.save(contact_item(tenant, contact))
