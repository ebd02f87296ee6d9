"""Keep addresses as a group of the unit, under a name; an old group of that name gets the new addresses (CON-02)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import EmailGroupsKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.email_group import EmailGroup, EmailGroupShelf, save_group
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def save_email_group(
    ports: Ports, actor: Actor, operation: Operation, name: str, addresses: tuple[str, ...]
) -> Reply:
    """-> ``{"id"}``. Raises Forbidden, and as ``email_group.save_group``."""
    allow(actor, Action.EMAIL_GROUP_KEEP)
    plain = " ".join(name.split())
    wanted = EmailGroup(ports.identifier(), plain, tuple(dict.fromkeys(addresses)), actor.user, ports.now())

    def attempt(work: Work) -> Reply:
        (kept,) = work.load(EmailGroupsKey(actor.unit.id))
        after, group = save_group(kept or EmailGroupShelf(actor.unit), wanted)
        work.put_kept(kept, after)
        return {"id": group.id}

    return transact(lambda: ports.begin(operation), attempt)
