"""Give more time for a return that was asked for (TRA-03)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.deadline import DueRule
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.sending import extend_return

from .due import due_date
from .return_acts import act_on_return


def extend_return_due(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, routing_id: str, rule: DueRule
) -> Reply:
    """Give more time; -> ``{"version"}``. Raises NotFound, Forbidden, InvalidRequest, Refused."""
    now = ports.now()
    due = due_date(ports, actor, rule)
    return act_on_return(
        ports,
        actor,
        operation,
        (process_id, routing_id),
        Action.ROUTING_EXTEND,
        lambda process: extend_return(process, actor, routing_id, due, now),
    )
