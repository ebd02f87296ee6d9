"""Pause the flow of a process: nothing falls due, and units may send by hand."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import flow_acts
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .acting import act_on_flow


def pause_flow(ports: Ports, actor: Actor, operation: Operation, process_id: str, reason: str) -> Reply:
    """-> as ``act_on_flow``. Raises as ``flow_acts.pause_flow``."""
    now = ports.now()
    today = now.astimezone(ports.zone).date()
    return act_on_flow(
        ports,
        actor,
        operation,
        process_id,
        Action.FLOW_HOLD,
        lambda process, run: flow_acts.pause_flow(process, actor, run, reason, today, now),
    )
