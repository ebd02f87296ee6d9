"""Who holds which act: nobody's session, any session, and the sets of acts that are profiles (ACC-10)."""

from chalicelib.domain.access import Profile
from chalicelib.domain.policy_actions import Action

#: Acts of whoever comes from the street, without a session.
ANONYMOUS = frozenset(
    {
        Action.SESSION_START,
        Action.TENANT_READ,
        Action.SYSTEM_READ,
        Action.AUTHENTICITY_CHECK,
        Action.AUTHENTICITY_READ_CONTENT,
    }
)

#: All that is open to who must enrol a second factor and has not yet (ACC-02).
ENROLLING = frozenset(
    {
        Action.SESSION_READ,
        Action.SESSION_END,
        Action.SESSION_CHANGE_UNIT,
        Action.SESSION_LIST_ACCESSES,
        Action.PASSWORD_CHANGE,
        Action.SECOND_FACTOR_READ,
        Action.SECOND_FACTOR_KEEP,
    }
)

#: Acts on one's own session and on what one asked for: any person who has logged in.
OWN_SESSION = ENROLLING | frozenset(
    {
        Action.LEARNING_READ,
        Action.LEARNING_KEEP,
        Action.JOB_LIST,
        Action.JOB_SEE,
        Action.JOB_CANCEL,
    }
)

#: What every screen reads: it comes with any profile, the city's own too.
REFERENCE = frozenset({Action.CATALOGUE_READ, Action.UNIT_LIST, Action.UNIT_LIST_USERS, Action.FLOW_LIST})

_CONSULTATION = REFERENCE | {
    Action.CONTACT_LIST,
    Action.INBOX_READ,
    Action.FIND_BY_NUMBER,
    Action.FIND_BY_WORDS,
    Action.STANDARD_TEXT_LIST,
    Action.FAVOURITE_LIST,
    Action.UNIT_READ_ARRANGEMENT,
    Action.SENDING_GROUP_LIST,
    Action.INBOX_EXPORT,
    Action.PANEL_READ,
    Action.PROCESS_LIST,
    Action.PROCESS_SEE,
    Action.PROCESS_EXPORT,
    Action.PROCESS_COPY,
    Action.DOCUMENT_SEE_NODE,
    Action.DOCUMENT_READ,
    Action.DOCUMENT_EXTRACT_TEXT,
    Action.COMMENT_LIST,
    Action.DOCUMENT_LIST_PASSAGES,
    Action.PASSAGE_SEE,
    Action.BLOCK_LIST,
    Action.BLOCK_READ_SIGNING_QUEUE,
    Action.CONFIDENTIAL_LIST,
    Action.CONFIDENTIAL_OPEN,
    Action.CONFIDENTIAL_CLOSE,
    Action.CREDENTIAL_LIST,
    Action.BLOCK_SEE,
}

_ROUTING = frozenset(
    {
        Action.FAVOURITE_KEEP,
        Action.PROCESS_REMARK,
        Action.DOCUMENT_ACKNOWLEDGE,
        Action.COMMENT_WRITE,
        Action.DOCUMENT_COMMENT_PASSAGE,
        Action.PASSAGE_ANSWER,
        Action.PROCESS_RECORD_PROGRESS,
        Action.PROCESS_RECEIVE,
        Action.PROCESS_SEND,
        Action.PROCESS_CONCLUDE,
        Action.PROCESS_REOPEN,
        Action.PROCESS_ASSIGN,
        Action.PROCESS_NOTE,
        Action.PROCESS_LABEL,
        Action.PROCESS_DEADLINE,
        Action.PROCESS_CHECKPOINT,
        Action.PROCESS_PLAN,
        Action.PROCESS_CHECKLIST,
        Action.PROCESS_FOLLOW,
        Action.CREDENTIAL_GRANT,
        Action.CREDENTIAL_REVOKE,
        Action.CREDENTIAL_RENEW,
        Action.CREDENTIAL_RENOUNCE,
        Action.CREDENTIAL_TRANSFER,
        Action.SIGNING_CREDENTIAL_GRANT,
        Action.SIGNING_CREDENTIAL_REVOKE,
        Action.FOLLOW_UP_LIST,
        Action.UNIT_ARRANGE,
        Action.VIEW_KEEP,
        Action.SENDING_GROUP_KEEP,
        Action.PROCESS_SUSPEND,
        Action.PROCESS_RESUME,
        Action.PROCESS_RELATE,
        Action.PROCESS_UNRELATE,
        Action.PROCESS_ANNEX,
        Action.PROCESS_ACKNOWLEDGE,
        Action.PROCESS_MARK_UNREAD,
        Action.PROCESS_UNDO_CONCLUSION,
        Action.PROCESS_UNDO_SENDING,
        Action.FLOW_START,
        Action.FLOW_ADVANCE,
        Action.FLOW_SKIP,
        Action.FLOW_HOLD,
        Action.FLOW_CANCEL,
        Action.ROUTING_EXTEND,
        Action.ROUTING_WITHDRAW_RETURN,
        Action.BULK_ORDER,
        Action.BLOCK_CREATE,
        Action.BLOCK_GROUP_KEEP,
        Action.BLOCK_CHANGE,
        Action.BLOCK_FILL,
        Action.BLOCK_INCLUDE_PROCESS,
        Action.BLOCK_ANNOTATE,
        Action.BLOCK_FLAG,
        Action.BLOCK_ASSIGN,
        Action.BLOCK_SHARE,
        Action.BLOCK_UNSHARE,
        Action.BLOCK_RETURN,
        Action.BLOCK_CONCLUDE,
        Action.BLOCK_REOPEN,
        Action.BLOCK_DELETE,
    }
)

_WRITING = frozenset(
    {
        Action.CONTACT_CREATE,
        Action.STANDARD_TEXT_CREATE,
        Action.STANDARD_TEXT_CHANGE,
        Action.PROCESS_START,
        Action.PROCESS_DUPLICATE,
        Action.PROCESS_MAIL,
        Action.EMAIL_GROUP_KEEP,
        Action.PROCESS_EDIT,
        Action.PROCESS_RENUMBER,
        Action.PROCESS_ORDER,
        Action.PROCESS_DELETE,
        Action.DOCUMENT_CREATE,
        Action.DOCUMENT_UPLOAD,
        Action.DOCUMENT_READ_VERSIONS,
        Action.DOCUMENT_EDIT,
        Action.DOCUMENT_RESTORE_VERSION,
        Action.DOCUMENT_EDIT_METADATA,
        Action.DOCUMENT_SIGN,
        Action.DOCUMENT_SIGN_MANY,
        Action.DOCUMENT_AUTHENTICATE,
        Action.DOCUMENT_DELETE,
        Action.DOCUMENT_CANCEL,
        Action.DOCUMENT_MOVE,
        Action.DOCUMENT_LOCK,
        Action.DOCUMENT_UNLOCK,
        Action.DOCUMENT_REDACT,
        Action.DOCUMENT_CIRCULATE,
        Action.TRASH_LIST,
        Action.TRASH_READ,
        Action.TRASH_RESTORE,
        Action.BLOCK_INCLUDE_DOCUMENT,
    }
)

#: Which confidential processes there are and who may open them; nothing of what is in them (SIG-08).
_HOLDINGS = frozenset({Action.HOLDINGS_READ_UNIT, Action.HOLDINGS_ACTIVATE, Action.HOLDINGS_CANCEL})
#: AUD-02, LGPD: not the administrator's, who is among those it is about.
_AUDIT = frozenset({Action.AUDIT_READ, Action.AUDIT_EXPORT, Action.PERSON_REPORT})

#: Profile → acts. Profiles add up: a user holds the union of the acts of the profiles of the current unit.
ACTIONS_OF: dict[Profile, frozenset[Action]] = {
    Profile.BASIC: _CONSULTATION | _ROUTING | _WRITING,
    Profile.PROTOCOL: _CONSULTATION | _ROUTING | _WRITING,
    Profile.ARCHIVE: _CONSULTATION | _ROUTING,
    Profile.OMBUDSMAN: _CONSULTATION | _ROUTING,
    Profile.AUDITOR: REFERENCE | _AUDIT | {Action.ADMINISTRATION_READ},
    Profile.DATA_PROTECTION: REFERENCE | {Action.PERSON_REPORT, Action.PERSON_ERASE},
    Profile.ADMINISTRATOR: REFERENCE
    | {
        Action.FLOW_PUBLISH,
        Action.PLAN_DEFINE,
        Action.CHECKPOINT_DEFINE,
        Action.SENDING_GROUP_LIST,
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
        Action.SECOND_FACTOR_PAUSE,
        Action.LEARNING_FOLLOW,
        Action.PROCESS_UNANNEX,
        Action.PROCESS_LOCK,
        Action.PROCESS_UNLOCK,
    },
    Profile.UNIT_HOLDINGS: REFERENCE | _HOLDINGS,
    Profile.KEY_USER: REFERENCE | {Action.LEARNING_FOLLOW},
    Profile.HOLDINGS_COORDINATOR: REFERENCE | _HOLDINGS | {Action.HOLDINGS_READ_ALL},
    Profile.TECHNOLOGY: REFERENCE | _AUDIT | {Action.ADMINISTRATION_READ},
}

#: Acts that no profile of the city's own carries, whatever is written in its table (ACC-10): whoever held the first
#: could give themselves, or a system, all the rest; the second watch over those who make profiles; the third open what
#: is confidential.
RESERVED = (
    frozenset(
        {
            Action.PROFILE_KEEP,
            Action.USER_GRANT,
            Action.USER_KEEP,
            Action.SECOND_FACTOR_PAUSE,
            Action.SERVICE_ACCOUNT_KEEP,
            Action.UNIT_KEEP,
            Action.CATALOGUE_KEEP,
            Action.ROLLOUT_DECIDE,
        }
    )
    | _AUDIT
    | {Action.PERSON_ERASE}
    | _HOLDINGS
    | {Action.HOLDINGS_READ_ALL}
)


def profiles_holding(action: Action) -> frozenset[Profile]:
    """The profiles whose acts include ``action``."""
    return frozenset(profile for profile, actions in ACTIONS_OF.items() if action in actions)


def carried_by_own(action: Action) -> bool:
    """Whether a profile of the city's own may include ``action``: a stock one does, and it is not reserved (ACC-10)."""
    return action not in RESERVED and bool(profiles_holding(action))
