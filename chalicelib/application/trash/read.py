"""Open what lies in one's own trash: the page of a text, or the address of a file (DOC-17)."""

from datetime import datetime

from chalicelib.application.authorisation import allow_on_discarded
from chalicelib.application.documents.freezing import shown
from chalicelib.application.ports import Ports
from chalicelib.application.references import DiscardedKey, ProcessKey
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.trash import Discarded, check_kept
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class OpenedTrash:
    """``html`` of what was written here, or ``url`` of a file and until when it is good."""

    thing: Discarded
    html: str | None
    url: str | None
    until: datetime | None


def read_trash(ports: Ports, actor: Actor, process_id: str, document_id: str) -> OpenedTrash:
    """Raises NotFound, also for what somebody else threw away or what is there for too long."""
    process, found = ports.reader.get(ProcessKey(process_id), DiscardedKey(process_id, document_id))
    process, thing = allow_on_discarded(actor, Action.TRASH_READ, process, found)
    check_kept(thing, ports.now())
    document = thing.document
    if document.file:
        file = document.file
        url, until = ports.contents.link(file.key, file.name, file.media_type, False)
        return OpenedTrash(thing, None, url, until)
    html = shown(ports, process, document)[1] if document.text else ""
    return OpenedTrash(thing, html, None, None)
