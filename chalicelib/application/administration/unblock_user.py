"""Let a blocked user in again (ACC-08)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.change_record import ChangeKind
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.user_register import unblocked

from .acting import act_on_user


def unblock_user(
    ports: Ports, actor: Actor, operation: Operation, login: str, expected: int, reason: str
) -> Reply:
    """-> ``{"id", "revision"}``. Raises Forbidden, NotFound, Conflict; Refused ``user_not_blocked``."""
    return act_on_user(
        ports,
        actor,
        operation,
        Action.USER_KEEP,
        login,
        expected,
        lambda user: (unblocked(user), ChangeKind.UNBLOCKED, ()),
        reason,
    )
