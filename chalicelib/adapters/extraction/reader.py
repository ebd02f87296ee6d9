"""What the reading process does with one file, under limits it cannot lift. ``confined.ready`` starts it."""

import json
from collections.abc import Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from chalicelib.adapters.confined.limits import confine
from chalicelib.adapters.extraction.refusal import TextUnavailable
from chalicelib.domain.extraction import PageText
from chalicelib.domain.file_types import ACCEPTED, FileKind, FileType

#: Signs of a whole file: five thousand pages, closely written.
MOST_TEXT = 16_000_000
#: Bytes of an answer that holds so much.
LONGEST = 6 * MOST_TEXT
_HERE = "chalicelib.adapters.extraction"
_MODULES = {
    FileKind.PDF: "pdf_text",
    FileKind.IMAGE: "pictures",
    FileKind.TEXT: "plain_text",
    FileKind.OFFICE: "office_text",
}


def prepare(request: Mapping[str, Any]) -> None:
    """Load what the file will be read by; only its type is looked at."""
    module = "recognition" if request["page"] else _MODULES[_type(request).kind]
    import_module(f"{_HERE}.{module}")


def answer(request: Mapping[str, Any]) -> str:
    """``{"pages": [[text, picture, drawn, confidence] …]}`` or ``{"reason"}``, as JSON."""
    confine(request["limits"]["memory"], request["limits"]["seconds"])
    path = Path(request["path"])
    try:
        if request["page"]:
            pages = [_recognized(path, request["media_type"], request["page"])]
        else:
            pages = _extracted(path, _type(request))
    except TextUnavailable as refusal:
        return json.dumps({"reason": refusal.reason})
    told = [[page.text, page.picture, page.drawn, page.confidence] for page in pages]
    return json.dumps({"pages": told}, ensure_ascii=False)


def _type(request: Mapping[str, Any]) -> FileType:
    return next(known for known in ACCEPTED.values() if known.media_type == request["media_type"])


def _extracted(path: Path, kind: FileType) -> list[PageText]:
    # Imported here so that the process pays only for the parser of the type at hand.
    match kind.kind:
        case FileKind.PDF:
            from chalicelib.adapters.extraction.pdf_text import read_pdf

            return read_pdf(path, MOST_TEXT)
        case FileKind.IMAGE:
            from chalicelib.adapters.extraction.pictures import count_pictures

            return count_pictures(path)
        case FileKind.TEXT:
            from chalicelib.adapters.extraction.plain_text import read_text

            return read_text(path, MOST_TEXT)
        case FileKind.OFFICE:
            from chalicelib.adapters.extraction.office_text import read_office

            return read_office(path, kind.extension, MOST_TEXT)
    raise TextUnavailable("damaged")


def _recognized(path: Path, media_type: str, number: int) -> PageText:
    from chalicelib.adapters.extraction.pictures import picture_of
    from chalicelib.adapters.extraction.recognition import recognize

    return recognize(partial(picture_of, path, media_type, number))
