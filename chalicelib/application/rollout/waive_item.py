"""Say why the city goes live without a mandatory item."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.change_record import FieldChange
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.rollout import Waiver, item_named, waived

from .acting import act_on_rollout
from .checklist import checklist_of


def waive_item(ports: Ports, actor: Actor, operation: Operation, code: str, expected: int, reason: str) -> Reply:
    """-> ``{"id", "revision"}``. Raises Forbidden, NotFound, Conflict; Refused as ``waived``."""
    item = item_named(checklist_of(ports.catalogues), code)
    return act_on_rollout(
        ports,
        actor,
        operation,
        Action.ROLLOUT_DECIDE,
        expected,
        lambda rollout, at: waived(rollout, item, Waiver(code, actor.user, at, reason.strip())),
        (code, item.title, (FieldChange("Situação", "", "Dispensado"),), reason.strip()),
    )
