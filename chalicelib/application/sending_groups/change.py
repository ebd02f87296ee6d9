"""Change the name or the units of a sending group (CON-02)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.identity import Actor
from chalicelib.domain.sending_group import change_group

from .keeping import GroupForm, filled_group, keep_groups, keeping


def change_sending_group(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    group_id: str,
    expected: int,
    form: GroupForm,
    institutional: bool = False,
) -> Reply:
    """-> ``{"id", "revision"}``. Raises Forbidden, as ``filled_group`` and ``sending_group.change_group``."""
    action = keeping(institutional)
    allow(actor, action)
    group = filled_group(ports, actor, group_id, form)
    reply = {"id": group_id, "revision": expected + 1}
    return keep_groups(
        ports, actor, operation, action, lambda kept: change_group(kept, group, expected), reply
    )
