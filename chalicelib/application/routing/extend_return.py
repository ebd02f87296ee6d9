"""Give more time for a return that was asked for (TRA-03)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.deadline import DueRule
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Change, Process
from chalicelib.domain.sending import extend_every_return, extend_return

from .due import due_date
from .return_acts import act_on_return


def extend_return_due(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, routing_id: str | None, rule: DueRule
) -> Reply:
    """Give more time; -> ``{"version"}``. Without a routing, for every return that the unit awaits.

    Raises NotFound, Forbidden, InvalidRequest, Refused.
    """
    now = ports.now()
    due = due_date(ports, actor, rule)

    def act(process: Process) -> Change:
        if routing_id is None:
            return extend_every_return(process, actor, due, now)
        return extend_return(process, actor, routing_id, due, now)

    return act_on_return(
        ports,
        actor,
        operation,
        (process_id, routing_id),
        Action.ROUTING_EXTEND,
        act,
    )
