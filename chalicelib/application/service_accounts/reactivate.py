"""Let a system that was deactivated act again, with the keys it had (ACC-09)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.change_record import ChangeKind
from chalicelib.domain.identity import Actor
from chalicelib.domain.service_account import reactivated

from .acting import KEEP, act_on_service


def reactivate_service(
    ports: Ports, actor: Actor, operation: Operation, code: str, expected: int, reason: str
) -> Reply:
    """-> ``{"id", "revision"}``. Raises Forbidden, NotFound, Conflict, Refused ``service_account_active``."""
    where, told = (code, expected), (reason, dict[str, str]())
    return act_on_service(ports, actor, operation, KEEP, where, ChangeKind.REACTIVATED, reactivated, told)
