"""Give up a return that was asked for (TRA-03)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Change, Process
from chalicelib.domain.sending import withdraw_every_return, withdraw_return

from .return_acts import act_on_return


def withdraw_return_request(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, routing_id: str | None
) -> Reply:
    """Give the return up; -> ``{"version"}``. Without a routing, every return that the unit awaits.

    Raises NotFound, Forbidden, Refused.
    """
    now = ports.now()

    def act(process: Process) -> Change:
        if routing_id is None:
            return withdraw_every_return(process, actor, now)
        return withdraw_return(process, actor, routing_id, now)

    return act_on_return(
        ports,
        actor,
        operation,
        (process_id, routing_id),
        Action.ROUTING_WITHDRAW_RETURN,
        act,
    )
