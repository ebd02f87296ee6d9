"""Atualizar andamento: a free-text entry in the history (PRO-27)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import handling
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .acting import act_on_process


def record_progress(ports: Ports, actor: Actor, operation: Operation, process_id: str, text: str) -> Reply:
    """Record it for good. Raises NotFound, Forbidden, Refused as ``process.touch``."""
    now = ports.now()
    return act_on_process(
        ports,
        actor,
        operation,
        process_id,
        Action.PROCESS_RECORD_PROGRESS,
        lambda process: handling.record_progress(process, actor, text, now),
    )
