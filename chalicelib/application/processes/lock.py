"""Bloquear: make a process view only (features.md §1.1)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import tying
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .acting import act_on_process


def lock_process(ports: Ports, actor: Actor, operation: Operation, process_id: str, reason: str) -> Reply:
    """-> ``{"version"}``. Raises NotFound, Forbidden, Refused as ``process.check_active``."""
    now = ports.now()
    return act_on_process(
        ports,
        actor,
        operation,
        process_id,
        Action.PROCESS_LOCK,
        lambda process: tying.lock(process, actor, reason, now),
    )
