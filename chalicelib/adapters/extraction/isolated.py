"""Reading a file, or recognizing one page of it, in a process of its own: what fails there fails alone."""

import json
from dataclasses import asdict
from pathlib import Path

from chalicelib.adapters.confined.waiting import Waiting, told_of
from chalicelib.adapters.extraction.refusal import TextUnavailable
from chalicelib.domain.extraction import PageText
from chalicelib.domain.value import dataclass

#: The waiting process of this container.
readers = Waiting("chalicelib.adapters.extraction.reader")
_REASONS = {"late": "took_too_long", "memory": "too_heavy", "crashed": "damaged"}


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """Memory in bytes, processor time in seconds: the memory is what an examination has."""

    memory: int = 512 * 1024 * 1024
    seconds: int = 40


def read_pages(path: Path, media_type: str, limits: ReadingLimits) -> list[PageText]:
    """Every page of the file, as it says of itself. Raises TextUnavailable, WaitingGone."""
    return _asked(path, media_type, None, limits)


def recognize_page(path: Path, media_type: str, number: int, limits: ReadingLimits) -> PageText:
    """Page ``number`` (from 1), by OCR. Raises TextUnavailable, WaitingGone."""
    (page,) = _asked(path, media_type, number, limits)
    return page


def _asked(path: Path, media_type: str, number: int | None, limits: ReadingLimits) -> list[PageText]:
    request = {"path": str(path), "media_type": media_type, "page": number, "limits": asdict(limits)}
    answer = readers.ask(request)
    ended = told_of(answer)
    if ended:
        raise TextUnavailable(_REASONS[ended])
    try:
        said = json.loads(answer["output"])
    except ValueError as error:
        # It was cut at the longest answer.
        raise TextUnavailable("too_much_text") from error
    if "reason" in said:
        raise TextUnavailable(said["reason"])
    return [PageText(*page) for page in said["pages"]]
