"""Choose the columns of the unit's board."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import arrangement
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .arranging import arrange


def arrange_board(ports: Ports, actor: Actor, operation: Operation, board: arrangement.Board) -> Reply:
    """Raises as ``arrange`` and ``arrangement.arrange_board``."""
    return arrange(
        ports,
        actor,
        operation,
        Action.UNIT_ARRANGE,
        actor.unit.id,
        lambda kept: arrangement.arrange_board(kept, board),
    )
