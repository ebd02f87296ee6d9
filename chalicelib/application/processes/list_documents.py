"""Another page of the document tree (PRO-20)."""

from chalicelib.application.ports import Page, Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.process import Process

from .see import visible_documents, visible_process


def list_documents(
    ports: Ports, actor: Actor, process_id: str, cursor: str | None, newest_first: bool
) -> tuple[Process, Page]:
    """-> (the process, a page of ``Node``). Raises NotFound, InvalidRequest ``invalid_cursor``."""
    process = visible_process(ports, actor, process_id)
    page = ports.reader.documents(process.id, cursor, newest_first, process.placed)
    return process, Page(visible_documents(actor, process, page.items), page.next_cursor)
