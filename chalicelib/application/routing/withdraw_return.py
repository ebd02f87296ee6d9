"""Give up a return that was asked for (TRA-03)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.sending import withdraw_return

from .return_acts import act_on_return


def withdraw_return_request(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, routing_id: str
) -> Reply:
    """Give the return up; -> ``{"version"}``. Raises NotFound, Forbidden, Refused."""
    now = ports.now()
    return act_on_return(
        ports,
        actor,
        operation,
        (process_id, routing_id),
        Action.ROUTING_WITHDRAW_RETURN,
        lambda process: withdraw_return(process, actor, routing_id, now),
    )
