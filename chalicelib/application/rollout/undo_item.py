"""Take back the tick or the waiver of an item."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.change_record import FieldChange
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.rollout import item_named, undone

from .acting import act_on_rollout
from .checklist import checklist_of


def undo_item(ports: Ports, actor: Actor, operation: Operation, code: str, expected: int, reason: str) -> Reply:
    """-> ``{"id", "revision"}``. Raises Forbidden, NotFound, Conflict; Refused as ``undone``."""
    item = item_named(checklist_of(ports.catalogues), code)
    return act_on_rollout(
        ports,
        actor,
        operation,
        Action.ROLLOUT_KEEP,
        expected,
        lambda rollout, _: undone(rollout, item),
        (code, item.title, (FieldChange("Situação", "Marcado ou dispensado", "A fazer"),), reason.strip()),
    )
