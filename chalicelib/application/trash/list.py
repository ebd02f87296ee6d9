"""What somebody deleted or cancelled and may still get at (DOC-17)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow, process_resource, subject
from chalicelib.application.ports import Ports
from chalicelib.application.references import ProcessKey
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action, known_to
from chalicelib.domain.process import Process
from chalicelib.domain.trash import Discarded


def list_trash(ports: Ports, actor: Actor) -> Sequence[Discarded]:
    """The person's own, newest first. Raises Forbidden."""
    allow(actor, Action.TRASH_LIST)
    now = ports.now()
    kept = [thing for thing in ports.reader.discarded(actor.user.id) if now < thing.until]
    places = dict.fromkeys(thing.document.process for thing in kept)
    if not places:
        return []
    found = dict(zip(places, ports.reader.get(*(ProcessKey(each) for each in places)), strict=True))
    return [thing for thing in kept if _told(actor, found[thing.document.process])]


def _told(actor: Actor, process: Process | None) -> bool:
    """What became confidential since is not spoken of to who may not open it."""
    return process is None or known_to(subject(actor), Action.PROCESS_SEE, process_resource(process))
