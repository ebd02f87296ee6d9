"""Desanexar processo: an administrator takes it out, for a reason (PRO-17)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import annexing
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .pairing import act_on_pair


def unannex_process(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, other: str, reason: str
) -> Reply:
    """-> ``{"version"}`` of the main one. Raises NotFound, Forbidden, Refused as ``annexing.unannex``."""
    now = ports.now()
    return act_on_pair(
        ports,
        actor,
        operation,
        (process_id, other),
        Action.PROCESS_UNANNEX,
        lambda main, beside: annexing.unannex(main, beside, actor, reason, now),
    )
