"""The words of a PDF page and where each is seen, in parts of the page as it is shown."""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from chalicelib.domain.value import dataclass

Box = tuple[float, float, float, float]
#: How finely places are told by the engine, which answers in whole units of what it is asked for.
UNITS = 1_000_000


@dataclass(frozen=True, slots=True)
class Word:
    """``box`` is around all its letters, each of which has its own; ``ends_line``: the next word is on another line."""

    text: str
    box: Box
    letters: tuple[Box, ...]
    ends_line: bool = False


def words_of(page: pypdfium2.PdfPage) -> list[Word]:
    """Every word that the file says is on the page, seen or not."""
    read = page.get_textpage()
    try:
        return list(_words(page, read))
    finally:
        read.close()


def _words(page: pypdfium2.PdfPage, read: pypdfium2.PdfTextPage) -> Iterator[Word]:
    letters: list[tuple[str, Box]] = []
    for index in range(read.count_chars()):
        character = _character(read, index)
        if character.isspace() or character == "":
            if letters:
                yield _word(letters, character in "\r\n")
            letters = []
        else:
            letters.append((character, _box(page, read, index)))
    if letters:
        yield _word(letters, True)


def _character(read: pypdfium2.PdfTextPage, index: int) -> str:
    code = pdfium.FPDFText_GetUnicode(read.raw, index)
    # What cannot be a character on its own is no word either.
    return (
        chr(code)
        if 0 < code < 0x110000 and not 0xD800 <= code <= 0xDFFF and code not in (0xFFFE, 0xFFFF)
        else ""
    )


def _word(letters: list[tuple[str, Box]], ends_line: bool) -> Word:
    boxes = tuple(box for _, box in letters)
    around = (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
    return Word("".join(text for text, _ in letters), around, boxes, ends_line)


def _box(page: pypdfium2.PdfPage, read: pypdfium2.PdfTextPage, index: int) -> Box:
    """Where the letter is, however the page is turned or cropped."""
    left, bottom, right, top = read.get_charbox(index, loose=True)
    (x0, y0), (x1, y1) = _shown(page, left, top), _shown(page, right, bottom)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _shown(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page.raw, 0, 0, UNITS, UNITS, 0, x, y, across, down)
    return across.value / UNITS, down.value / UNITS
