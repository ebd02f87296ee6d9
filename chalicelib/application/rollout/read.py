"""The checklist as it stands: what is done, what is missing, and where the city is."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.references import RolloutKey
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.rollout import Rollout, RolloutStage, RolloutStep, states
from chalicelib.domain.value import dataclass

from .checklist import checklist_of, stage_of
from .looking import look_for_missing


@dataclass(frozen=True, slots=True)
class RolloutView:
    """``lines``: every item as it is now."""

    stage: RolloutStage
    rollout: Rollout
    lines: Sequence[RolloutStep]


def read_rollout(ports: Ports, actor: Actor) -> RolloutView:
    """Raises Forbidden."""
    allow(actor, Action.ADMINISTRATION_READ)
    items = checklist_of(ports.catalogues)
    (found,) = ports.reader.get(RolloutKey())
    rollout = found or Rollout()
    lines = states(items, rollout, look_for_missing(ports, items))
    return RolloutView(stage_of(ports.catalogues, rollout), rollout, lines)
