"""How one's own second factor stands (ACC-02)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .standing import FactorStanding, standing_of


def read_second_factor(ports: Ports, actor: Actor) -> FactorStanding:
    """One's own."""
    allow(actor, Action.SECOND_FACTOR_READ)
    return standing_of(ports, actor.user.id)
