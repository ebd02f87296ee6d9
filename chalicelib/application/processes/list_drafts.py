"""What of a process is not signed yet, told before it is sent (TRA-01)."""

from collections.abc import Sequence

from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor

from .see import Node, visible_documents, visible_process

MOST = 50


def list_drafts(ports: Ports, actor: Actor, process_id: str) -> tuple[Sequence[Node], bool]:
    """-> (the first drafts, whether there are more). Raises NotFound, Forbidden."""
    process = visible_process(ports, actor, process_id)
    found = ports.reader.drafts(process.id, MOST + 1)
    return visible_documents(actor, process, found[:MOST]), len(found) > MOST
