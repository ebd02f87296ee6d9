"""Say that an item which no system can verify was done, on which day, and how."""

from datetime import date

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.change_record import FieldChange
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.rollout import Tick, attested, item_named

from .acting import act_on_rollout
from .checklist import checklist_of


def attest_item(
    ports: Ports, actor: Actor, operation: Operation, code: str, expected: int, day: date, remark: str
) -> Reply:
    """-> ``{"id", "revision"}``. Raises Forbidden, NotFound, Conflict; Refused and InvalidRequest as ``attested``."""
    item = item_named(checklist_of(ports.catalogues), code)
    today = ports.now().astimezone(ports.zone).date()
    changes = (FieldChange("Feito em", "", f"{day:%d/%m/%Y}"), FieldChange("Observação", "", remark.strip()))
    return act_on_rollout(
        ports,
        actor,
        operation,
        Action.ROLLOUT_KEEP,
        expected,
        lambda rollout, at: attested(rollout, item, Tick(code, actor.user, at, day, remark.strip()), today),
        (code, item.title, changes, ""),
    )
