"""Desbloquear: make a locked process writable again (features.md §1.1)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import tying
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .acting import act_on_process


def unlock_process(ports: Ports, actor: Actor, operation: Operation, process_id: str) -> Reply:
    """-> ``{"version"}``. Raises NotFound, Forbidden, Refused ``process_not_locked``."""
    return act_on_process(
        ports,
        actor,
        operation,
        process_id,
        Action.PROCESS_UNLOCK,
        lambda process: tying.unlock(process, actor),
    )
