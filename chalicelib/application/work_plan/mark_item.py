"""Say how an item of the work plan stands (PRO-26)."""

from chalicelib.application.ports import Ports
from chalicelib.application.processes.acting import act_on_process
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import planning
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def mark_plan_item(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, mark: planning.Mark
) -> Reply:
    """-> ``{"version"}``. Raises NotFound, Forbidden, as ``planning.mark_item``."""
    now = ports.now()
    return act_on_process(
        ports,
        actor,
        operation,
        process_id,
        Action.PROCESS_PLAN,
        lambda process: planning.mark_item(process, actor, mark, now),
    )
