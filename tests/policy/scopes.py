"""Systems: one that was given every act, one that was given few, and one for types of which the process is not."""

from chalicelib.domain.access import ServiceScope
from chalicelib.domain.policy_actions import Action

EVERYTHING = ServiceScope(frozenset(Action))
FEW = ServiceScope(frozenset({Action.PROCESS_SEE, Action.PROCESS_SEND, Action.INBOX_READ}), frozenset({"", "personal"}))
OTHERS = ServiceScope(frozenset(Action), frozenset({"personal"}))
