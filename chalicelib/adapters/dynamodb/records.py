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
    MailKey,
    PassageCommentKey,
    PasswordKey,
    PasswordLinkKey,
    PlanShelfKey,
    PreparationKey,
    ProcessKey,
    RenditionKey,
    SavedViewKey,
    SecondFactorKey,
    SendingGroupsKey,
    SequenceKey,
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
from chalicelib.domain.mail import Mail
from chalicelib.domain.passage_comment import PassageComment
from chalicelib.domain.password_link import PasswordLink
from chalicelib.domain.plan_editing import PlanShelf
from chalicelib.domain.process import Process, State
from chalicelib.domain.published_flow import PublishedFlow
from chalicelib.domain.saved_view import SavedView
from chalicelib.domain.second_factor import SecondFactor
from chalicelib.domain.sending_group import GroupShelf
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
        case UploadKey(process, identifier):
            return keys.upload(tenant, process, identifier)
        case ExtractionKey(sha256):
            return keys.extraction(tenant, sha256)
        case DiscardedKey() | CommentKey() | PassageCommentKey():
            return _beside_the_record(tenant, key)
        case MailKey(process, identifier):
            return keys.mail(tenant, process, identifier)
        case CounterKey(name):
            return keys.counter(tenant, name)
        case SequenceKey(name):
            return keys.sequence(tenant, name)
        case UserKey() | TaxpayerKey() | EntryKey() | ContactKey() | ErasureKey():
            return _in_the_register(tenant, key)
        case PasswordKey(user) | SecondFactorKey(user) | PasswordLinkKey(user):
            return OF_A_PERSON[type(key)](tenant, user)
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


def _in_the_register(tenant: str, key: UserKey | TaxpayerKey | EntryKey | ContactKey | ErasureKey) -> Pair:
