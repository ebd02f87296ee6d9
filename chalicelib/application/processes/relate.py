"""Relacionar processos: tie two laterally (PRO-13)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import tying
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .pairing import act_on_pair


def relate_processes(ports: Ports, actor: Actor, operation: Operation, process_id: str, other: str) -> Reply:
    """-> ``{"version"}``. Raises NotFound (either), Forbidden, Refused as ``tying.relate``."""
    now = ports.now()
    return act_on_pair(
        ports,
        actor,
        operation,
        (process_id, other),
        Action.PROCESS_RELATE,
        lambda process, beside: tying.relate(process, beside, actor, now),
        beside=Action.PROCESS_SEE,
    )
