"""Complete a step of the flow, deciding where it decides: the process goes to the unit of the next one."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import flow_acts
from chalicelib.domain.flow_acts import Completion, Moved
from chalicelib.domain.flow_own_step import own_step
from chalicelib.domain.flow_run import FlowRun
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process

from .acting import act_on_flow, identifiers
from .grounding import ground_of


def complete_step(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, at: str | None, completion: Completion
) -> Reply:
    """-> as ``act_on_flow``. Without a place, the one step of the unit. Raises as ``complete_step``, ``own_step``."""
    names, now = identifiers(ports), ports.now()

    def act(process: Process, run: FlowRun | None) -> Moved:
        place = own_step(process, actor, run) if at is None else at
        ground = ground_of(ports, process, run, place, completion.way)
        return flow_acts.complete_step(process, actor, run, place, completion, ground, names, now)

    return act_on_flow(ports, actor, operation, process_id, Action.FLOW_ADVANCE, act)
