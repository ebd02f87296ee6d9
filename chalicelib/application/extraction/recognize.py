"""Recognize a handful of pages of a file by OCR (DOC-08)."""

from collections.abc import Sequence
from typing import Any

from chalicelib.application.ports import Ports
from chalicelib.application.references import ExtractionKey
from chalicelib.domain.extraction import is_awaited

from .ports import CannotRead, FileReader, Scratch
from .steps import batch_step


def recognize_pages(
    ports: Ports, reader: FileReader, scratch: Scratch, place: tuple[str, int], n: int, pages: Sequence[int]
) -> dict[str, Any]:
    """-> ``{"read", "unread"}``: how many. ``place``: (sha256, attempt); ``n``: which of its batches.

    A batch that was read before is not read again. Each page is told as it is over, for whoever watches.
    """
    sha256, attempt = place
    (extraction,) = ports.reader.get(ExtractionKey(sha256))
    if not is_awaited(extraction, attempt):
        return {"read": 0, "unread": 0}
    found = scratch.take(extraction, batch_step(n))
    if found is None:
        found = {}
        try:
            for number, page in reader.recognize(extraction, pages):
                found[number] = page
                ports.recognitions.tell(extraction, n, len(found))
        except CannotRead:
            found = dict.fromkeys(pages)
        scratch.leave(extraction, batch_step(n), found)
    unread = sum(page is None for page in found.values())
    return {"read": len(found) - unread, "unread": unread}
