"""Block a user: every session of theirs is over at the next request (ACC-08)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.change_record import ChangeKind
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.user_register import blocked

from .acting import act_on_user


def block_user(
    ports: Ports, actor: Actor, operation: Operation, login: str, expected: int, reason: str
) -> Reply:
    """-> ``{"id", "revision"}``. Raises Forbidden, NotFound, Conflict; Refused as ``user_register.blocked``."""
    at = ports.now()
    return act_on_user(
        ports,
        actor,
        operation,
        Action.USER_KEEP,
        login,
        expected,
        lambda user: (blocked(user, actor.user.id, at), ChangeKind.BLOCKED, ()),
        reason,
    )
