"""Go back to preparing: what began while the city was live stays real."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.change_record import FieldChange
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.rollout import gone_back

from .acting import WHOLE, act_on_rollout


def go_back(ports: Ports, actor: Actor, operation: Operation, expected: int, reason: str) -> Reply:
    """-> ``{"id", "revision"}``. Raises Forbidden, Conflict; Refused ``not_live``."""
    changes = (FieldChange("Situação", "Em produção", "Em implantação"),)
    return act_on_rollout(
        ports,
        actor,
        operation,
        Action.ROLLOUT_DECIDE,
        expected,
        lambda rollout, at: gone_back(rollout, at, actor.user, reason.strip()),
        (WHOLE, "Volta à implantação", changes, reason.strip()),
    )
