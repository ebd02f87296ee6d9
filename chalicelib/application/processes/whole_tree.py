"""Every document of a process, in the order of its tree, for acts on all of them."""

from collections.abc import Iterator

from chalicelib.application.ports import Ports
from chalicelib.domain.document import Document
from chalicelib.domain.process import Process


def every_document(ports: Ports, process: Process) -> Iterator[Document]:
    """Page by page; whoever asks stops when enough was seen."""
    cursor = None
    while True:
        page = ports.reader.documents(process.id, cursor, newest_first=False, placed=process.placed)
        yield from page.items
        cursor = page.next_cursor
        if cursor is None:
            return
