"""For how long each kind of data is kept, by which law and by what means it goes (issue 5 §5; LGPD, art. 9º, II)."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from chalicelib.application.authorisation import allow
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.retention import Kept, RetentionRule, in_force


def read_retention(actor: Actor, chosen: Mapping[Kept, timedelta]) -> Sequence[RetentionRule]:
    """The rules in force; ``chosen`` is what this installation chose. Raises Forbidden."""
    allow(actor, Action.CATALOGUE_READ)
    return in_force(chosen)
