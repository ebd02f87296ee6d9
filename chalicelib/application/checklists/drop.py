"""Take an item off the unit's checklist of a process (demands 1)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import checklist
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .checking import check_process


def drop_item(ports: Ports, actor: Actor, operation: Operation, process_id: str, item: str) -> Reply:
    """Raises as ``check_process`` and ``checklist.drop_item``."""
    now = ports.now()
    return check_process(
        ports,
        actor,
        operation,
        process_id,
        Action.PROCESS_CHECKLIST,
        lambda process, kept, ready: checklist.drop_item(process, actor, kept, item, now),
    )
