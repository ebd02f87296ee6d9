"""Delete an e-mail group; what was sent to it stays sent (CON-02)."""

from chalicelib.application.ports import Ports
from chalicelib.application.shelf import keep_on_shelf
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.email_group import EmailGroupShelf, delete_group
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def delete_email_group(ports: Ports, actor: Actor, operation: Operation, group: str) -> Reply:
    """-> ``{"id"}``. Raises Forbidden, NotFound ``group_not_found``."""
    return keep_on_shelf(
        ports,
        actor,
        operation,
        Action.EMAIL_GROUP_KEEP,
        EmailGroupShelf(actor.unit),
        lambda kept: delete_group(kept, group),
        {"id": group},
    )
