"""Cancel the flow of a process, which goes on without it from where it is."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import flow_acts
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .acting import act_on_flow


def cancel_flow(ports: Ports, actor: Actor, operation: Operation, process_id: str, reason: str) -> Reply:
    """-> as ``act_on_flow``. Raises as ``flow_acts.cancel_flow``."""
    now = ports.now()
    return act_on_flow(
        ports,
        actor,
        operation,
        process_id,
        Action.FLOW_CANCEL,
        lambda process, run: flow_acts.cancel_flow(process, actor, run, reason, now),
    )
