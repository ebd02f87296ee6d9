"""A new sending group of the unit, or of the institution (CON-02)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.identity import Actor
from chalicelib.domain.sending_group import create_group

from .keeping import GroupForm, filled_group, keep_groups, keeping


def create_sending_group(
    ports: Ports, actor: Actor, operation: Operation, form: GroupForm, institutional: bool = False
) -> Reply:
    """-> ``{"id", "revision"}``. Raises Forbidden, as ``filled_group`` and ``sending_group.create_group``."""
    action = keeping(institutional)
    allow(actor, action)
    group = filled_group(ports, actor, ports.identifier(), form)
    reply = {"id": group.id, "revision": group.revision}
    return keep_groups(ports, actor, operation, action, lambda kept: create_group(kept, group), reply)
