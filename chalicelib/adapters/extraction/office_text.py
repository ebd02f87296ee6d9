"""Office documents: their words in reading order, cells apart by tabs, sheets and slides as pages.

Read part by part as a stream, with no object per element: a spreadsheet of a million cells weighs as little as a note.
"""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO
from xml.parsers import expat  # nosec B407 - in a confined process, and any document type is refused below

from chalicelib.adapters.extraction.refusal import TextUnavailable
from chalicelib.adapters.extraction.sheets import read_sheets
from chalicelib.domain.extraction import PageText

_CHUNK = 1 << 18
_NUMBER = re.compile(r"(\d+)\.xml$")
#: Local names whose text is kept, what each end writes, and where a page begins.
_WORD = ({"t"}, {"p": "\n", "tab": "\t", "br": "\n", "cr": "\n", "tc": "\t"}, set[str]())
_SLIDE = ({"t"}, {"p": "\n", "br": "\n", "tc": "\t"}, set[str]())
_OPEN_DOCUMENT = (
    {"p", "h", "span", "a"},
    {"p": "\n", "h": "\n", "tab": "\t", "s": " ", "line-break": "\n", "table-cell": "\t"},
    {"page"},
)
Rules = tuple[set[str], dict[str, str], set[str]]


def read_office(path: Path, extension: str, longest: int) -> list[PageText]:
    """Raises TextUnavailable for what cannot be read, or past ``longest`` signs."""
    try:
        with zipfile.ZipFile(path) as archive:
            pages = [PageText(page.strip()) for page in _pages(archive, extension, longest)]
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, KeyError, ValueError, EOFError) as error:
        raise TextUnavailable("damaged") from error
    return pages or [PageText("")]


def _pages(archive: zipfile.ZipFile, extension: str, longest: int) -> list[str]:
    if extension == "xlsx":
        return read_sheets(archive, parse, longest)
    if extension == "docx":
        names = ["word/document.xml", *_parts(archive, "word/footnotes"), *_parts(archive, "word/endnotes")]
        notes = [_words(archive, name, _WORD, longest)[0] for name in names]
        return ["\n".join(filter(None, (note.strip() for note in notes)))]
    if extension == "pptx":
        slides = _parts(archive, "ppt/slides/slide")
        return [_words(archive, name, _SLIDE, longest)[0] for name in slides]
    return _words(archive, "content.xml", _OPEN_DOCUMENT, longest)


def _parts(archive: zipfile.ZipFile, start: str) -> list[str]:
    """``start`` alone or numbered, in the order of the numbers."""
    shape = re.compile(re.escape(start) + r"\d*\.xml")
    found = [name for name in archive.namelist() if shape.fullmatch(name)]
    return sorted(found, key=lambda name: int(number[1]) if (number := _NUMBER.search(name)) else 0)


def _words(archive: zipfile.ZipFile, name: str, rules: Rules, longest: int) -> list[str]:
    kept, ends, page_starts = rules
    pages: list[list[str]] = [[]]
    inside: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag in page_starts and pages[-1]:
            pages.append([])
        if tag == "table" and "name" in attributes:
            pages[-1].append(f"{attributes['name']}\n")
        inside.append(tag)

    def end(tag: str) -> None:
        inside.pop()
        if tag in ends:
            pages[-1].append(ends[tag])

    def text(piece: str) -> None:
        if inside and inside[-1] in kept:
            pages[-1].append(piece)

    parse(archive, name, start, end, text, longest)
    return [_tidied("".join(page)) for page in pages]


def _tidied(text: str) -> str:
    """A cell's own paragraph end is not a line of its own."""
    return re.sub(r"\n\t", "\t", text).replace("\t\n", "\n")


def parse(
    archive: zipfile.ZipFile,
    name: str,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
    longest: int,
) -> None:
    """Call back for each element of a part by its local name. Raises TextUnavailable past ``longest`` signs."""
    left = longest

    def counted(piece: str) -> None:
        nonlocal left
        left -= len(piece)
        if left < 0:
            raise TextUnavailable("too_much_text")
        text(piece)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_definitions
    parser.StartElementHandler = lambda tag, given: start(
        _local(tag), {_local(key): value for key, value in given.items()}
    )
    parser.EndElementHandler = lambda tag: end(_local(tag))
    parser.CharacterDataHandler = counted
    with archive.open(name) as part:
        for chunk in _chunks(part):
            parser.Parse(chunk)
        parser.Parse(b"", True)


def _chunks(part: IO[bytes]) -> Iterable[bytes]:
    while chunk := part.read(_CHUNK):
        yield chunk


def _local(tag: str) -> str:
    return tag.rpartition(" ")[2]


def _refuse_definitions(*_: object) -> None:
    raise TextUnavailable("damaged")
