"""Put a file's pages together and keep its text beside it (DOC-08)."""

from typing import Any

from chalicelib.application.ports import Ports
from chalicelib.application.references import ExtractionKey
from chalicelib.application.transaction import transact
from chalicelib.domain.extraction import fail, is_awaited
from chalicelib.domain.extraction_reasons import INTERRUPTED
from chalicelib.domain.page_reading import batches, better, needs_recognition

from .ports import Scratch
from .steps import EXTRACTED, batch_step, ending, store_text


def keep_text(ports: Ports, scratch: Scratch, sha256: str, attempt: int) -> dict[str, Any]:
    """-> ``{"state"}``. Pages of a batch that nobody could read keep what they say of themselves, and are counted."""
    (extraction,) = ports.reader.get(ExtractionKey(sha256))
    if not is_awaited(extraction, attempt):
        return {"state": extraction.state.value if extraction else "absent"}
    left = scratch.take(extraction, EXTRACTED)
    if left is None:
        return dict(transact(*ending(ports, extraction, fail(extraction, INTERRUPTED))))
    pages = {number: page for number, page in left.items() if page is not None}
    wanted = batches(number for number, page in pages.items() if needs_recognition(page))
    recognized = unread = 0
    for n, numbers in enumerate(wanted):
        found = scratch.take(extraction, batch_step(n)) or {}
        for number in numbers:
            page = found.get(number)
            if page is None:
                unread += 1
            else:
                kept = better(pages[number], page)
                recognized += kept is page
                pages[number] = kept
    return dict(
        transact(*ending(ports, extraction, store_text(ports, extraction, pages, recognized, unread)))
    )
