"""Extract what a file says of itself, and say which of its pages are pictures to be recognized (DOC-08)."""

from typing import Any

from chalicelib.application.ports import Ports
from chalicelib.application.references import ExtractionKey
from chalicelib.application.transaction import transact
from chalicelib.domain.extraction import fail, is_awaited
from chalicelib.domain.page_reading import batches, needs_recognition

from .ports import CannotRead, FileReader, Scratch
from .steps import EXTRACTED, ending, store_text


def extract_text(
    ports: Ports, reader: FileReader, scratch: Scratch, sha256: str, attempt: int
) -> dict[str, Any]:
    """-> ``{"batches": [{"n", "pages"} …]}`` to recognize; none when that was all, or when nobody waits for it."""
    (extraction,) = ports.reader.get(ExtractionKey(sha256))
    if not is_awaited(extraction, attempt):
        return {"batches": []}
    try:
        pages = dict(enumerate(reader.pages(extraction), start=1))
    except CannotRead as trouble:
        transact(*ending(ports, extraction, fail(extraction, trouble.reason)))
        return {"batches": []}
    wanted = batches(number for number, page in pages.items() if needs_recognition(page))
    if not wanted:
        transact(*ending(ports, extraction, store_text(ports, extraction, pages, 0, 0)))
        return {"batches": []}
    scratch.leave(extraction, EXTRACTED, pages)
    ports.recognitions.begin(extraction, sum(map(len, wanted)), ports.now())
    return {"batches": [{"n": n, "pages": every} for n, every in enumerate(wanted)]}
