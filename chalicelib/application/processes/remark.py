"""The unit's own remark (PRO-11)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import registering
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .acting import act_on_process


def write_remark(ports: Ports, actor: Actor, operation: Operation, process_id: str, text: str) -> Reply:
    """Write it; an empty text removes it. Raises NotFound, Forbidden, Refused ``nothing_changed``."""
    now = ports.now()
    return act_on_process(
        ports,
        actor,
        operation,
        process_id,
        Action.PROCESS_REMARK,
        lambda process: registering.remark(process, actor, text, now),
    )
