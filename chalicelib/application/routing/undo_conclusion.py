"""Desfazer a conclusão: as it was, in the same hands (TRA-04)."""

from chalicelib.application.ports import Ports
from chalicelib.application.processes.acting import act_on_process
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import undoing
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def undo_conclusion(ports: Ports, actor: Actor, operation: Operation, process_id: str) -> Reply:
    """-> ``{"version"}``. Raises NotFound, Forbidden, Refused ``conclusion_of_another``."""
    now = ports.now()
    return act_on_process(
        ports,
        actor,
        operation,
        process_id,
        Action.PROCESS_UNDO_CONCLUSION,
        lambda process: undoing.undo_conclusion(process, actor, now),
    )
