"""What a system of another body may be given at most, and what goes with it (docs/decisions/identity.md).

It never signs, never opens what is confidential, never administers: none of those acts is here, so none can be given.
"""

from collections.abc import Iterable

from .access import ServiceScope
from .policy_actions import Action

#: In the order of the screen: to consult, to start and move, to write documents.
OPERABLE: tuple[Action, ...] = (
    Action.CATALOGUE_READ,
    Action.UNIT_LIST,
    Action.UNIT_LIST_USERS,
    Action.CONTACT_LIST,
    Action.INBOX_READ,
    Action.FIND_BY_NUMBER,
    Action.FIND_BY_WORDS,
    Action.PROCESS_SEE,
    Action.DOCUMENT_SEE_NODE,
    Action.DOCUMENT_READ,
    Action.CONTACT_CREATE,
    Action.PROCESS_START,
    Action.PROCESS_RECORD_PROGRESS,
    Action.PROCESS_REMARK,
    Action.PROCESS_RECEIVE,
    Action.PROCESS_SEND,
    Action.PROCESS_CONCLUDE,
    Action.PROCESS_REOPEN,
    Action.PROCESS_ASSIGN,
    Action.PROCESS_RELATE,
    Action.PROCESS_UNRELATE,
    Action.PROCESS_ANNEX,
    Action.PROCESS_SUSPEND,
    Action.PROCESS_RESUME,
    Action.DOCUMENT_CREATE,
    Action.DOCUMENT_UPLOAD,
    Action.DOCUMENT_EDIT,
    Action.DOCUMENT_EDIT_METADATA,
    Action.DOCUMENT_DELETE,
    Action.DOCUMENT_CANCEL,
    Action.DOCUMENT_LOCK,
    Action.DOCUMENT_UNLOCK,
)
#: Who may look into a list may be shown its lines.
_LISTING = frozenset({Action.INBOX_READ, Action.FIND_BY_WORDS})


def scope_of(operations: Iterable[str], process_types: Iterable[str]) -> ServiceScope:
    """As the policy takes it. What is not offered any more is not given either, whatever was kept."""
    wanted = frozenset(operations)
    given = {action for action in OPERABLE if action.value in wanted}
    if _LISTING & given:
        given.add(Action.PROCESS_LIST)
    return ServiceScope(frozenset(action.value for action in given), frozenset(process_types))
