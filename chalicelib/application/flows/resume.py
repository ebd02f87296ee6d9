"""Resume a paused flow: each deadline moves by the business days that the pause took."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import flow_acts
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .acting import act_on_flow
from .grounding import ground_of


def resume_flow(ports: Ports, actor: Actor, operation: Operation, process_id: str) -> Reply:
    """-> as ``act_on_flow``. Raises as ``flow_acts.resume_flow``."""
    now = ports.now()
    return act_on_flow(
        ports,
        actor,
        operation,
        process_id,
        Action.FLOW_HOLD,
        lambda process, run: flow_acts.resume_flow(process, actor, run, ground_of(ports, process, None), now),
    )
