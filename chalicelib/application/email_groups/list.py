"""The e-mail groups of the unit (CON-02)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.references import EmailGroupsKey
from chalicelib.domain.email_group import EmailGroup
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def list_email_groups(ports: Ports, actor: Actor) -> Sequence[EmailGroup]:
    """By name. Raises Forbidden."""
    allow(actor, Action.EMAIL_GROUP_KEEP)
    (shelf,) = ports.reader.get(EmailGroupsKey(actor.unit.id))
    return shelf.sorted if shelf else ()
