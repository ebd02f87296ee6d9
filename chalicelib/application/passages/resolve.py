"""Say that a comment on a passage was dealt with (DOC-03)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.identity import Actor
from chalicelib.domain.passage_comment import resolve
from chalicelib.domain.policy import Action

from .acting import Place, act_on_passage


def resolve_passage(ports: Ports, actor: Actor, operation: Operation, place: Place) -> Reply:
    """Raises NotFound, Forbidden, Refused ``passage_resolved``."""
    now = ports.now()
    return act_on_passage(
        ports, actor, operation, place, Action.PASSAGE_ANSWER, lambda one: resolve(one, actor, now)
    )
