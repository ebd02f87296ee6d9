"""Answer a comment on a passage (DOC-03)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.identity import Actor
from chalicelib.domain.passage_comment import say
from chalicelib.domain.policy import Action

from .acting import Place, act_on_passage


def answer_passage(ports: Ports, actor: Actor, operation: Operation, place: Place, text: str) -> Reply:
    """Raises NotFound, Forbidden, Refused ``passage_resolved``, ``too_many_answers``."""
    now = ports.now()
    return act_on_passage(
        ports, actor, operation, place, Action.PASSAGE_ANSWER, lambda one: say(one, actor, text, now)
    )
