"""The checklist of the city, as its catalogue has it, and where the city is by it."""

from collections.abc import Sequence
from datetime import datetime

from chalicelib.application.ports import Catalogues
from chalicelib.domain.rollout import Rollout, RolloutItem, RolloutStage, is_test, stage
from chalicelib.domain.training import is_training


def checklist_of(catalogues: Catalogues) -> Sequence[RolloutItem]:
    """In the order of the catalogue."""
    return [RolloutItem(**row) for row in catalogues.plain("acceptance")]


def stage_of(catalogues: Catalogues, rollout: Rollout) -> RolloutStage:
    """Of a state that was read, or is kept; once live, nothing more is looked up."""
    training = _training(catalogues)
    settled = training or rollout.live is not None
    return stage(training, settled or bool(catalogues.plain("acceptance")), rollout)


def stage_now(catalogues: Catalogues) -> RolloutStage:
    """By what the container keeps, which is as of this request."""
    training = _training(catalogues)
    return RolloutStage.TRAINING if training else stage_of(catalogues, catalogues.rollout())


def in_rollout(catalogues: Catalogues) -> bool:
    """Whether the city is still preparing."""
    return stage_now(catalogues) is RolloutStage.ROLLOUT


def began_as_test(catalogues: Catalogues, began: datetime) -> bool:
    """Whether a process that began then is a test of who was still preparing."""
    now = stage_now(catalogues)
    return now is not RolloutStage.TRAINING and is_test(now, catalogues.rollout(), began)


def _training(catalogues: Catalogues) -> bool:
    return is_training(str(catalogues.tenant().get("id", "")))
