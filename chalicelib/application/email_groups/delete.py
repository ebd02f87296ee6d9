"""Delete an e-mail group; what was sent to it stays sent (CON-02)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import EmailGroupsKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.email_group import EmailGroupShelf, delete_group
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def delete_email_group(ports: Ports, actor: Actor, operation: Operation, group: str) -> Reply:
    """-> ``{"id"}``. Raises Forbidden, NotFound ``group_not_found``."""
    allow(actor, Action.EMAIL_GROUP_KEEP)

    def attempt(work: Work) -> Reply:
        (kept,) = work.load(EmailGroupsKey(actor.unit.id))
        work.put_kept(kept, delete_group(kept or EmailGroupShelf(actor.unit), group))
        return {"id": group}

    return transact(lambda: ports.begin(operation), attempt)
