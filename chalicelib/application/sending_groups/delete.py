"""Delete a sending group; what was sent to it stays sent (CON-02)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.identity import Actor
from chalicelib.domain.sending_group import delete_group

from .keeping import keep_groups, keeping


def delete_sending_group(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    group_id: str,
    expected: int,
    institutional: bool = False,
) -> Reply:
    """-> ``{"id"}``. Raises Forbidden, as ``sending_group.delete_group``."""
    return keep_groups(
        ports,
        actor,
        operation,
        keeping(institutional),
        lambda kept: delete_group(kept, group_id, expected),
        {"id": group_id},
    )
