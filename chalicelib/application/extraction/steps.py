"""What the steps of an extraction share: the names they leave pages under, and how any of them ends it."""

from collections.abc import Callable, Mapping

from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ExtractionKey
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.extraction import Extraction, ExtractionState, PageText, is_awaited, settle
from chalicelib.domain.page_reading import joined

MEDIA_TYPE = "text/plain; charset=utf-8"
#: Under which the first step leaves every page as the file says it.
EXTRACTED = "extracted"


def batch_step(n: int) -> str:
    """Under which a batch leaves the pages it recognized."""
    return f"recognized-{n}"


def store_text(
    ports: Ports, extraction: Extraction, pages: Mapping[int, PageText], recognized: int, unread: int
) -> Extraction:
    """The extraction with its text in the content store, under its own digest."""
    text = joined(pages)
    settled = settle(extraction, pages, recognized, unread, "")
    if settled.state is not ExtractionState.DONE:
        return settled
    key, _ = ports.contents.put(text.encode(), MEDIA_TYPE)
    return settle(extraction, pages, recognized, unread, key)


def ending(
    ports: Ports, extraction: Extraction, after: Extraction
) -> tuple[Callable[[], Work], Callable[[Work], Reply]]:
    """What ``transact`` needs to write how it ended, if somebody still waits for this attempt."""
    began = extraction.began_at.isoformat()
    operation = Operation(
        "extraction", f"{extraction.sha256}.{extraction.attempt}.{began}", extraction.sha256
    )

    def attempt(work: Work) -> Reply:
        (before,) = work.load(ExtractionKey(extraction.sha256))
        if not is_awaited(before, extraction.attempt):
            return {"state": before.state.value if before else "absent"}
        work.put_extraction(before, after)
        return {"state": after.state.value}

    return lambda: ports.begin(operation), attempt
