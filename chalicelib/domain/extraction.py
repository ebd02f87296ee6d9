"""The text of a file that came from outside (DOC-08): extracted from it, or recognized in its pictures.

It belongs to the bytes, not to a document: whoever may read a document that holds these bytes may read their text,
in whatever process it lies, and nobody finds it otherwise.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .errors import Refused
from .extraction_reasons import INTERRUPTED, NO_TEXT, NO_TEXT_KIND
from .file_types import ACCEPTED, FileKind
from .pace import seconds_left

#: What is larger is not brought to a function's disk to be read.
LARGEST_READ = 1024**3
#: How often somebody may ask for the text of the same bytes.
ATTEMPTS = 5
#: An extraction that took longer than this died with nobody to tell.
LONGEST_WAIT = timedelta(hours=2)
#: Pages that one worker recognizes: well within its time, however hard each of them is.
PAGES_AT_A_TIME = 8
_READABLE = (FileKind.PDF, FileKind.IMAGE, FileKind.TEXT, FileKind.OFFICE)
_KINDS = {known.media_type: known.kind for known in ACCEPTED.values()}


class ExtractionState(StrEnum):
    """``done`` has text; ``empty`` was read and has none."""

    WAITING = "waiting"
    DONE = "done"
    EMPTY = "empty"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Extraction:
    """The text of the bytes that hash to ``sha256`` and lie at ``key``.

    ``attempt`` counts how often it was asked for: an answer to an earlier one is not listened to. ``recognized`` pages
    were read by OCR, ``unread`` ones could not be. The text lies at ``text_key``, its pages apart by form feeds.
    """

    sha256: str
    key: str
    media_type: str
    size: int
    state: ExtractionState
    began_at: datetime
    attempt: int = 1
    pages: int = 0
    recognized: int = 0
    unread: int = 0
    text_key: str = ""
    reason: str | None = None

    @property
    def kind(self) -> FileKind:
        return _KINDS[self.media_type]


@dataclass(frozen=True, slots=True)
class PageText:
    """What was found on a page: ``text`` of it, and how much of it is ``picture`` (0 to 1).

    ``drawn``: whether anything at all is on it; ``confidence`` of 0 to 100 when it was recognized.
    """

    text: str
    picture: float = 0.0
    drawn: bool = False
    confidence: int = 100


@dataclass(frozen=True, slots=True)
class Recognition:
    """How far the pages that wait for OCR are, of one attempt that began to read them at ``since``."""

    pages: int
    read: int
    since: datetime

    def seconds_left(self, now: datetime) -> int | None:
        """An estimate by the pace so far; None before the first page."""
        return seconds_left(self.since, now, self.read, self.pages)


def begin(sha256: str, key: str, media_type: str, size: int, at: datetime) -> Extraction:
    """A new extraction; over before it begins where there is nothing to read, or too much."""
    reason = None
    if _KINDS.get(media_type) not in _READABLE:
        reason = NO_TEXT_KIND
    elif size > LARGEST_READ:
        reason = "too_large"
    state = {None: ExtractionState.WAITING, NO_TEXT_KIND: ExtractionState.EMPTY}
    return Extraction(
        sha256, key, media_type, size, state.get(reason, ExtractionState.FAILED), at, reason=reason
    )


def as_of(extraction: Extraction, now: datetime) -> Extraction:
    """What is to be said of it now: one that has been going on for hours was interrupted."""
    if extraction.state is ExtractionState.WAITING and now - extraction.began_at > LONGEST_WAIT:
        return replace(extraction, state=ExtractionState.FAILED, reason=INTERRUPTED)
    return extraction


def may_ask_again(extraction: Extraction) -> bool:
    """Whether another attempt could give another answer."""
    if extraction.attempt >= ATTEMPTS or extraction.reason in (NO_TEXT_KIND, "too_large"):
        return False
    return extraction.state in (ExtractionState.FAILED, ExtractionState.EMPTY) or bool(extraction.unread)


def ask_again(extraction: Extraction, at: datetime) -> Extraction:
    """The next attempt. Raises Refused ``extraction_under_way``, ``extraction_final``."""
    said = as_of(extraction, at)
    if said.state is ExtractionState.WAITING:
        raise Refused("extraction_under_way", "O texto deste arquivo já está sendo extraído. Aguarde um instante.")
    if not may_ask_again(said):
        raise Refused(
            "extraction_final", "Extrair o texto de novo não daria outro resultado. Leia o arquivo original."
        )
    begun = begin(extraction.sha256, extraction.key, extraction.media_type, extraction.size, at)
    return replace(begun, attempt=extraction.attempt + 1)


def is_awaited(extraction: Extraction | None, attempt: int) -> bool:
    """Whether an answer to ``attempt`` is still of use."""
    return (
        extraction is not None
        and extraction.state is ExtractionState.WAITING
        and extraction.attempt == attempt
    )


def fail(extraction: Extraction, reason: str) -> Extraction:
    """It cannot be read; ``reason`` is a code of ``extraction_reasons``."""
    return replace(extraction, state=ExtractionState.FAILED, reason=reason)


def settle(
    extraction: Extraction, pages: Mapping[int, PageText], recognized: int, unread: int, text_key: str
) -> Extraction:
    """Every page was read, or tried; where none has a word there is no text to keep."""
    read = replace(extraction, pages=len(pages), recognized=recognized, unread=unread, reason=None)
    if any(page.text.strip() for page in pages.values()):
        return replace(read, state=ExtractionState.DONE, text_key=text_key)
    if unread:
        return fail(read, "pages_unreadable")
    return replace(read, state=ExtractionState.EMPTY, reason=NO_TEXT)
