"""Take back what one said about a passage; that it was said stays known (DOC-03)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.identity import Actor
from chalicelib.domain.passage_comment import take_back
from chalicelib.domain.policy import Action

from .acting import Place, act_on_passage


def take_back_words(ports: Ports, actor: Actor, operation: Operation, place: Place, number: int) -> Reply:
    """Raises NotFound, Forbidden, Refused ``words_of_another``, ``passage_words_removed``."""
    now = ports.now()
    return act_on_passage(
        ports, actor, operation, place, Action.PASSAGE_ANSWER, lambda one: take_back(one, actor, number, now)
    )
