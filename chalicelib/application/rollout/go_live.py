"""Go live: from now on processes are real, and what numbers them stays as it is."""

from datetime import datetime

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.change_record import FieldChange
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.rollout import LivePeriod, Rollout, gone_live, states

from .acting import WHOLE, act_on_rollout
from .checklist import checklist_of, stage_of
from .looking import look_for_missing


def go_live(ports: Ports, actor: Actor, operation: Operation, expected: int, norm: str) -> Reply:
    """``norm``: the act that orders it. -> ``{"id", "revision"}``.

    Raises Forbidden, Conflict; Refused as ``gone_live``.

    What the system verifies is looked at once, before the transaction; what people ticked is under its condition.
    """
    allow(actor, Action.ROLLOUT_DECIDE)
    items = checklist_of(ports.catalogues)
    missing = look_for_missing(ports, items)

    def act(rollout: Rollout, at: datetime) -> Rollout:
        now, lines = stage_of(ports.catalogues, rollout), states(items, rollout, missing)
        return gone_live(rollout, now, lines, LivePeriod(at, actor.user, norm.strip()))

    changes = (FieldChange("Situação", "Em implantação", "Em produção"), FieldChange("Norma", "", norm.strip()))
    told = (WHOLE, "Entrada em produção", changes, "")
    return act_on_rollout(ports, actor, operation, Action.ROLLOUT_DECIDE, expected, act, told)
