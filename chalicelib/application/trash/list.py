"""What somebody deleted or cancelled and may still get at (DOC-17)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.trash import Discarded


def list_trash(ports: Ports, actor: Actor) -> Sequence[Discarded]:
    """The person's own, newest first. Raises Forbidden."""
    allow(actor, Action.TRASH_LIST)
    now = ports.now()
    return [thing for thing in ports.reader.discarded(actor.user.id) if now < thing.until]
