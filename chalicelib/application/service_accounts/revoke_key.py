"""Revoke a key: the next request that shows it is refused as an unknown one (ACC-09)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.change_record import ChangeKind
from chalicelib.domain.identity import Actor
from chalicelib.domain.service_account import without_key

from .acting import KEEP, act_on_service


def revoke_key(ports: Ports, actor: Actor, operation: Operation, code: str, key: str) -> Reply:
    """-> ``{"id", "revision"}``. Raises Forbidden, NotFound ``service_key_not_found``."""
    where = code, None
    return act_on_service(
        ports, actor, operation, KEEP, where, ChangeKind.CHANGED, lambda account: without_key(account, key)
    )
