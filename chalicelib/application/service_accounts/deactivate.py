"""Deactivate a system: its next request is refused, whatever its keys (ACC-09)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.change_record import ChangeKind
from chalicelib.domain.identity import Actor
from chalicelib.domain.service_account import deactivated

from .acting import KEEP, act_on_service


def deactivate_service(
    ports: Ports, actor: Actor, operation: Operation, code: str, expected: int, reason: str
) -> Reply:
    """-> ``{"id", "revision"}``. Raises Forbidden, NotFound, Conflict, Refused ``service_account_inactive``."""
    where, told = (code, expected), (reason, dict[str, str]())
    return act_on_service(ports, actor, operation, KEEP, where, ChangeKind.DEACTIVATED, deactivated, told)
