"""The table: each act, what it is done on, and the conditions that must all hold, in the order of checking.

Read a row as a sentence: *to send a process, it must be visible to you, your profile must include sending,
the process must be open in your unit and not confidential.* The first condition that fails names the refusal,
so existence comes first, then the profile, then the place, then the document, and the password last.
"""

from dataclasses import field

from chalicelib.domain import policy_conditions as it
from chalicelib.domain.access import (
    BlockResource,
    DiscardedResource,
    DocumentResource,
    PassageResource,
    ProcessResource,
    RoutingResource,
)
from chalicelib.domain.policy_actions import Action
from chalicelib.domain.policy_decision import Condition, Decision, Predicate
from chalicelib.domain.policy_profiles import ANONYMOUS, ENROLLING, OWN_SESSION
from chalicelib.domain.value import dataclass

NOTHING = type(None)


@dataclass(frozen=True, slots=True)
class Rule:
    """``on`` is the type of resource the act needs (``NOTHING`` for none); all ``conditions`` must hold."""

    action: Action
    on: type
    conditions: tuple[Condition, ...]
    checks: tuple[tuple[Predicate, Decision], ...] = field(init=False, repr=False)
    anonymous: bool = field(init=False)
    enrolling: bool = field(init=False, repr=False)

    def __post_init__(self) -> None:
        checks = tuple((condition.holds, condition.refusal) for condition in self.conditions)
        object.__setattr__(self, "checks", checks)
        object.__setattr__(self, "anonymous", self.action in ANONYMOUS)
        object.__setattr__(self, "enrolling", self.action in ANONYMOUS | ENROLLING)


_EXISTS = (it.SAME_TENANT, it.TREE_VISIBLE)
_WRITING_TEXT = (
    it.AUTHORED,
    it.NOT_CANCELLED,
    it.OWN_OR_RECEIVED,
    it.WRITABLE_HERE,
    it.TREE_WRITABLE,
    it.NOT_PUBLISHED,
    it.NOT_SHARED_AWAY,
)

_GENERAL = (
    Action.SECOND_FACTOR_PAUSE,
    Action.EMAIL_GROUP_KEEP,
    Action.CATALOGUE_READ,
    Action.UNIT_LIST,
    Action.FLOW_LIST,
    Action.FLOW_PUBLISH,
    Action.PLAN_DEFINE,
    Action.UNIT_LIST_USERS,
    Action.CONTACT_LIST,
    Action.CONTACT_CREATE,
    Action.INBOX_READ,
    Action.FIND_BY_NUMBER,
    Action.FIND_BY_WORDS,
    Action.STANDARD_TEXT_LIST,
    Action.STANDARD_TEXT_CREATE,
    Action.STANDARD_TEXT_CHANGE,
    Action.FAVOURITE_LIST,
    Action.FAVOURITE_KEEP,
    Action.UNIT_READ_ARRANGEMENT,
    Action.UNIT_ARRANGE,
    Action.CHECKPOINT_DEFINE,
    Action.VIEW_KEEP,
    Action.SENDING_GROUP_LIST,
    Action.SENDING_GROUP_KEEP,
    Action.SENDING_GROUP_DEFINE,
    Action.NUMBERING_ADJUST,
    Action.ADMINISTRATION_READ,
    Action.USER_KEEP,
    Action.USER_GRANT,
    Action.PROFILE_KEEP,
    Action.SERVICE_ACCOUNT_KEEP,
    Action.ROLLOUT_KEEP,
    Action.ROLLOUT_DECIDE,
    Action.UNIT_KEEP,
    Action.CATALOGUE_KEEP,
    Action.INBOX_EXPORT,
    Action.PANEL_READ,
    Action.AUDIT_READ,
    Action.AUDIT_EXPORT,
    Action.PERSON_REPORT,
    Action.PERSON_ERASE,
    Action.LEARNING_FOLLOW,
    Action.FOLLOW_UP_LIST,
    Action.CONFIDENTIAL_LIST,
    Action.HOLDINGS_READ_UNIT,
    Action.HOLDINGS_READ_ALL,
    Action.HOLDINGS_ACTIVATE,
    Action.HOLDINGS_CANCEL,
    Action.PROCESS_START,
    Action.TRASH_LIST,
    Action.BULK_ORDER,
    Action.BLOCK_LIST,
    Action.BLOCK_CREATE,
    Action.BLOCK_GROUP_KEEP,
    Action.BLOCK_READ_SIGNING_QUEUE,
    Action.DOCUMENT_SIGN_MANY,
)

_ON_PROCESS: dict[Action, tuple[Condition, ...]] = {
    Action.PROCESS_LIST: (it.LISTED,),
    Action.PROCESS_SEE: (),
    Action.PROCESS_EXPORT: (it.CONTENT_OPEN,),
    Action.PROCESS_COPY: (it.CONTENT_OPEN,),
    Action.PROCESS_DUPLICATE: (it.CONTENT_OPEN, it.ROUTABLE_LEVEL),
    Action.PROCESS_EDIT: (it.OPEN_HERE,),
    Action.PROCESS_RENUMBER: (it.OPEN_HERE,),
    Action.PROCESS_ORDER: (it.OPEN_HERE, it.TREE_WRITABLE),
    Action.PROCESS_DELETE: (it.OPEN_HERE, it.ONLY_HERE),
    Action.PROCESS_REMARK: (it.OPEN_HERE,),
    Action.PROCESS_RECORD_PROGRESS: (it.OPEN_HERE,),
    Action.PROCESS_RECEIVE: (it.OPEN_HERE,),
    Action.PROCESS_SEND: (it.OPEN_HERE, it.ROUTABLE_LEVEL),
    Action.PROCESS_MAIL: (it.OPEN_HERE, it.ROUTABLE_LEVEL, it.TREE_WRITABLE),
    Action.FLOW_START: (it.OPEN_HERE, it.ROUTABLE_LEVEL),
    Action.FLOW_ADVANCE: (it.OPEN_HERE, it.ROUTABLE_LEVEL),
    Action.FLOW_SKIP: (it.OPEN_HERE, it.ROUTABLE_LEVEL),
    Action.FLOW_HOLD: (it.OPEN_HERE,),
    Action.FLOW_CANCEL: (it.OPEN_HERE,),
    Action.PROCESS_CONCLUDE: (it.OPEN_HERE,),
    Action.PROCESS_REOPEN: (it.NOT_OPEN_HERE, it.PASSED_HERE),
    Action.PROCESS_ASSIGN: (it.OPEN_HERE, it.OF_UNITS),
    Action.PROCESS_NOTE: (it.OPEN_HERE,),
    Action.PROCESS_LABEL: (it.OPEN_HERE,),
    Action.PROCESS_DEADLINE: (it.OPEN_HERE,),
    Action.PROCESS_CHECKPOINT: (it.OPEN_HERE,),
    Action.PROCESS_PLAN: (it.OPEN_HERE,),
    Action.PROCESS_CHECKLIST: (it.OPEN_HERE,),
    Action.PROCESS_SUSPEND: (it.OPEN_HERE,),
    Action.PROCESS_RESUME: (it.OPEN_HERE,),
    Action.PROCESS_RELATE: (it.OPEN_HERE, it.OF_UNITS),
    Action.PROCESS_UNRELATE: (it.EVER_HERE,),
    Action.PROCESS_ANNEX: (it.OPEN_HERE, it.ROUTABLE_LEVEL),
    Action.PROCESS_UNANNEX: (),
    Action.PROCESS_LOCK: (),
    Action.PROCESS_UNLOCK: (),
    Action.PROCESS_ACKNOWLEDGE: (it.OPEN_HERE,),
    Action.PROCESS_MARK_UNREAD: (it.OPEN_HERE,),
    Action.PROCESS_UNDO_CONCLUSION: (it.NOT_OPEN_HERE, it.PASSED_HERE, it.OF_UNITS),
    Action.PROCESS_UNDO_SENDING: (it.EVER_HERE, it.OF_UNITS),
    Action.PROCESS_FOLLOW: (it.FOLLOWABLE,),
    Action.CONFIDENTIAL_OPEN: (it.ONLY_CONFIDENTIAL,),
    Action.CONFIDENTIAL_CLOSE: (it.ONLY_CONFIDENTIAL,),
    Action.CREDENTIAL_LIST: (it.ONLY_CONFIDENTIAL,),
    Action.CREDENTIAL_GRANT: (it.ONLY_CONFIDENTIAL, it.OPEN_HERE),
    Action.CREDENTIAL_REVOKE: (it.ONLY_CONFIDENTIAL, it.OPEN_HERE),
    Action.CREDENTIAL_RENEW: (it.ONLY_CONFIDENTIAL, it.OPEN_HERE),
    Action.CREDENTIAL_RENOUNCE: (it.ONLY_CONFIDENTIAL,),
    Action.CREDENTIAL_TRANSFER: (it.ONLY_CONFIDENTIAL,),
    Action.DOCUMENT_CREATE: (it.OPEN_HERE_OR_PROTOCOL, it.TREE_WRITABLE),
    Action.DOCUMENT_UPLOAD: (it.OPEN_HERE_OR_PROTOCOL, it.TREE_WRITABLE),
    Action.COMMENT_LIST: (it.CONTENT_OPEN,),
    Action.COMMENT_WRITE: (it.OPEN_HERE,),
    Action.BLOCK_INCLUDE_PROCESS: (it.OPEN_HERE, it.ROUTABLE_LEVEL, it.TREE_WRITABLE),
}

_ON_DISCARDED: dict[Action, tuple[Condition, ...]] = {
    Action.TRASH_READ: (it.OWN_TRASH,),
    Action.TRASH_RESTORE: (it.OWN_TRASH, it.OPEN_HERE_OR_PROTOCOL, it.TREE_WRITABLE),
}

_ON_ROUTING: dict[Action, tuple[Condition, ...]] = {
    Action.ROUTING_EXTEND: (it.DEMANDING_UNIT,),
    Action.ROUTING_WITHDRAW_RETURN: (it.DEMANDING_UNIT,),
}

_ON_DOCUMENT: dict[Action, tuple[Condition, ...]] = {
    Action.DOCUMENT_SEE_NODE: (),
    Action.DOCUMENT_READ: (it.NOT_CANCELLED, it.CONTENT_OPEN, it.DRAFT_OPEN),
    Action.DOCUMENT_EXTRACT_TEXT: (it.UPLOADED, it.NOT_CANCELLED, it.CONTENT_OPEN),
    Action.DOCUMENT_READ_VERSIONS: (it.AUTHORED, it.NOT_CANCELLED, it.OWN_VERSIONS),
    Action.DOCUMENT_EDIT: (*_WRITING_TEXT, it.NOT_LOCKED, it.PEN_UNSEEN, it.BLOCK_TEXT_FREE),
    Action.DOCUMENT_RESTORE_VERSION: (*_WRITING_TEXT, it.NOT_LOCKED, it.PEN_UNSEEN, it.BLOCK_TEXT_FREE),
    Action.DOCUMENT_SIGN: (*_WRITING_TEXT, it.PERSON, it.REAUTHENTICATED),
    Action.DOCUMENT_AUTHENTICATE: (
        it.UPLOADED,
        it.NOT_CANCELLED,
        it.OWN_DOCUMENT,
        it.PROTOCOL_UNIT,
        it.WORKS_ON_DOCUMENT,
        it.TREE_WRITABLE,
        it.PERSON,
        it.REAUTHENTICATED,
    ),
    Action.DOCUMENT_EDIT_METADATA: (
        it.WORKS_ON_DOCUMENT,
        it.TREE_WRITABLE,
        it.NOT_CANCELLED,
        it.DRAFT_OPEN,
        it.NOT_LOCKED,
        it.AUTHORED_NOT_PUBLISHED,
        it.NOT_SIGNED_ELSEWHERE,
    ),
    Action.DOCUMENT_DELETE: (
        it.OWN_DOCUMENT,
        it.WORKS_ON_DOCUMENT,
        it.TREE_WRITABLE,
        it.NOT_CANCELLED,
        it.NOT_PUBLISHED,
        it.NO_SIGNING_CREDENTIAL,
        it.NOT_LOCKED,
        it.DELETABLE,
    ),
    Action.DOCUMENT_CANCEL: (
        it.OWN_DOCUMENT,
        it.WORKS_ON_DOCUMENT,
        it.TREE_WRITABLE,
        it.NOT_CANCELLED,
        it.NOT_PUBLISHED,
        it.NO_SIGNING_CREDENTIAL,
        it.NOT_LOCKED,
        it.CANCELLABLE,
    ),
    Action.DOCUMENT_MOVE: (
        it.UPLOADED,
        it.OWN_DOCUMENT,
        it.WORKS_ON_DOCUMENT,
        it.ROUTABLE_LEVEL,
        it.TREE_WRITABLE,
        it.NOT_CANCELLED,
        it.NOT_PUBLISHED,
    ),
    Action.DOCUMENT_ACKNOWLEDGE: (
        it.NOT_CANCELLED,
        it.OPEN_HERE,
        it.FINAL,
        it.TREE_WRITABLE,
        it.PERSON,
    ),
    Action.DOCUMENT_LOCK: (
        it.AUTHORED,
        it.OWN_DOCUMENT,
        it.WORKS_ON_DOCUMENT,
        it.TREE_WRITABLE,
        it.NOT_CANCELLED,
        it.NOT_PUBLISHED,
        it.NOT_LOCKED,
    ),
    Action.DOCUMENT_UNLOCK: (it.OWN_DOCUMENT, it.WORKS_ON_DOCUMENT, it.TREE_WRITABLE, it.LOCKED),
    Action.DOCUMENT_CIRCULATE: (it.NOT_CANCELLED, it.CONTENT_OPEN, it.DRAFT_OPEN, it.OPEN_HERE, it.TREE_WRITABLE),
    Action.DOCUMENT_REDACT: (
        it.NOT_CANCELLED,
        it.CONTENT_OPEN,
        it.NOT_CONFIDENTIAL,
        it.OPEN_HERE,
        it.REDACTABLE,
        it.TREE_WRITABLE,
        it.PERSON,
    ),
    Action.SIGNING_CREDENTIAL_GRANT: (
        it.ONLY_CONFIDENTIAL,
        it.AUTHORED,
        it.OWN_DOCUMENT,
        it.OPEN_HERE,
        it.TREE_WRITABLE,
        it.NOT_CANCELLED,
        it.NOT_PUBLISHED,
    ),
    Action.SIGNING_CREDENTIAL_REVOKE: (it.ONLY_CONFIDENTIAL, it.OPEN_HERE),
    Action.BLOCK_INCLUDE_DOCUMENT: (
        it.AUTHORED,
        it.OWN_DOCUMENT,
        it.WORKS_ON_DOCUMENT,
        it.ROUTABLE_LEVEL,
        it.TREE_WRITABLE,
        it.NOT_CANCELLED,
        it.NOT_PUBLISHED,
    ),
}

_READING_TEXT = (it.AUTHORED, it.NOT_CANCELLED, it.CONTENT_OPEN, it.DRAFT_OPEN)
_WRITING_BESIDE = (it.WRITES_BESIDE, it.TREE_WRITABLE, it.NOT_PUBLISHED, it.PEN_UNSEEN)

_BESIDE_DOCUMENT: dict[Action, tuple[Condition, ...]] = {
    Action.DOCUMENT_LIST_PASSAGES: _READING_TEXT,
    Action.DOCUMENT_COMMENT_PASSAGE: (*_READING_TEXT, *_WRITING_BESIDE),
}

_ON_PASSAGE: dict[Action, tuple[Condition, ...]] = {
    Action.PASSAGE_SEE: (it.PASSAGE_SEEN, *map(it.of_its_text, _READING_TEXT)),
    Action.PASSAGE_ANSWER: (it.PASSAGE_SEEN, *map(it.of_its_text, (*_READING_TEXT, *_WRITING_BESIDE))),
}

_ON_BLOCK: dict[Action, tuple[Condition, ...]] = {
    Action.BLOCK_SEE: (),
    Action.BLOCK_CHANGE: (it.BLOCK_OWN,),
    Action.BLOCK_FILL: (it.BLOCK_OWN,),
    Action.BLOCK_ANNOTATE: (),
    Action.BLOCK_FLAG: (),
    Action.BLOCK_ASSIGN: (),
    Action.BLOCK_SHARE: (it.BLOCK_OWN,),
    Action.BLOCK_UNSHARE: (it.BLOCK_OWN,),
    Action.BLOCK_RETURN: (it.BLOCK_RECEIVED,),
    Action.BLOCK_CONCLUDE: (it.BLOCK_OWN,),
    Action.BLOCK_REOPEN: (it.BLOCK_OWN,),
    Action.BLOCK_DELETE: (it.BLOCK_OWN,),
}


#: What a holder may do before the password: see it among others, give the password, and close what was opened.
_BEFORE_THE_PASSWORD = frozenset({Action.PROCESS_LIST, Action.CONFIDENTIAL_OPEN, Action.CONFIDENTIAL_CLOSE})


def _within_process(action: Action, on: type, own: tuple[Condition, ...]) -> Rule:
    """Existence and profile before the act's own conditions; the confidential password after them."""
    opened = () if action in _BEFORE_THE_PASSWORD else (it.CONFIDENTIAL_OPENED,)
    return Rule(action, on, (*_EXISTS, it.profile_grants(action), *own, *opened))


def _table() -> dict[Action, Rule]:
    rules = [Rule(action, NOTHING, ()) for action in ANONYMOUS | OWN_SESSION]
    rules += [Rule(action, NOTHING, (it.profile_grants(action),)) for action in _GENERAL]
    rules += [_within_process(action, ProcessResource, own) for action, own in _ON_PROCESS.items()]
    rules += [_within_process(action, DiscardedResource, own) for action, own in _ON_DISCARDED.items()]
    rules += [_within_process(action, RoutingResource, own) for action, own in _ON_ROUTING.items()]
    on_document = _ON_DOCUMENT | _BESIDE_DOCUMENT
    rules += [_within_process(action, DocumentResource, own) for action, own in on_document.items()]
    rules += [_within_process(action, PassageResource, own) for action, own in _ON_PASSAGE.items()]
    rules += [
        Rule(action, BlockResource, (it.BLOCK_SEEN, it.profile_grants(action), *own))
        for action, own in _ON_BLOCK.items()
    ]
    rules.append(Rule(Action.AUTHENTICITY_READ_CONTENT, DocumentResource, (it.PUBLIC_CONTENT,)))
    table = {rule.action: rule for rule in rules}
    return {action: table[action] for action in Action if action in table}


RULES: dict[Action, Rule] = _table()
