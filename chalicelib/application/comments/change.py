"""Say a comment otherwise; what it said before stays known (PRO-25)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.comment import change
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .acting import act_on_comment


def change_comment(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, comment_id: str, text: str
) -> Reply:
    """Raises NotFound, Forbidden ``comment_of_another_unit``, Refused ``nothing_changed``, ``comment_removed``."""
    now, place = ports.now(), (process_id, comment_id)
    return act_on_comment(
        ports, actor, operation, place, Action.COMMENT_WRITE, lambda one: change(one, actor, text, now)
    )
