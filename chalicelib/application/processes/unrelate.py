"""Desfazer relacionamento: only the unit that related (PRO-13)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import tying
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .pairing import act_on_pair


def unrelate_processes(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, other: str
) -> Reply:
    """-> ``{"version"}``. Raises NotFound, Forbidden, Refused as ``tying.unrelate``."""
    return act_on_pair(
        ports,
        actor,
        operation,
        (process_id, other),
        Action.PROCESS_UNRELATE,
        lambda process, beside: tying.unrelate(process, beside, actor),
    )
