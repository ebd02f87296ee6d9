"""Pictures, words and a last page that says what the copy is, as PDF/A-2a and PDF/UA-1."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from chalicelib.adapters.rendering.glyphs import plainly_printable, printable
from chalicelib.adapters.rendering.typst_model import Printable
from chalicelib.adapters.rendering.typst_pdf import STANDARDS, shipped_fonts

from .pictures import Picture
from .words import Box, Word

_TEMPLATE = Path(__file__).parent / "pages.typ"
HEADING = "Cópia com trechos ocultados"
CONCEALED = "[trecho ocultado]"
WITHOUT_TEXT = "Página {number} do documento, em imagem, sem texto que possa ser lido por programa"
SMALLEST, LARGEST = 1.0, 200.0


def typeset(folder: Path, pages: Sequence[Picture], title: str, notice: Sequence[str], at: datetime) -> bytes:
    """The PDF of the pictures, which lie in ``folder``."""
    try:
        return _compile(folder, _model(pages, title, notice, printable), at)
    except typst.TypstError:
        # As with any document: a rare character may need two fonts at once.
        return _compile(folder, _model(pages, title, notice, plainly_printable), at)


def _compile(folder: Path, model: dict[str, Any], at: datetime) -> bytes:
    made = _compiler().compile(
        input=_TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"model": json.dumps(model, ensure_ascii=False)},
        pdf_standards=[*STANDARDS],
        root=folder,
        timestamp=at.astimezone(UTC).replace(microsecond=0),
    )
    assert isinstance(made, bytes)
    return made


def _model(pages: Sequence[Picture], title: str, notice: Sequence[str], wanted: Printable) -> dict[str, Any]:
    return {
        "title": wanted(title),
        "heading": HEADING,
        "notice": [wanted(line) for line in notice],
        "pages": [
            {
                "file": page.file,
                "width": page.width,
                "height": page.height,
                "alt": WITHOUT_TEXT.format(number=number),
                "lines": [_placed(line, page, wanted) for line in _lines(page)],
            }
            for number, page in enumerate(pages, start=1)
        ],
    }


def _lines(page: Picture) -> list[tuple[str, Box]]:
    """Neighbouring words together, as they are read; each blackened area says that something was there."""
    lines: list[list[Word]] = []
    said: list[tuple[str, Box]] = []
    for thing in (*page.flow, None):
        if isinstance(thing, Word) and lines and _follows(lines[-1][-1], thing):
            lines[-1].append(thing)
            continue
        said += [
            (" ".join(word.text for word in line), _around([word.box for word in line])) for line in lines
        ]
        lines = [[thing]] if isinstance(thing, Word) else []
        if isinstance(thing, int):
            said.append((CONCEALED, page.blackened[thing]))
    return said


def _follows(before: Word, word: Word) -> bool:
    """Whether ``word`` stands on the same line, right after ``before``."""
    height = before.box[3] - before.box[1]
    gap = word.box[0] - before.box[2]
    return (
        not before.ends_line and abs(word.box[1] - before.box[1]) < height / 2 and -height < gap < 2 * height
    )


def _around(boxes: Sequence[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _placed(line: tuple[str, Box], page: Picture, wanted: Printable) -> dict[str, Any]:
    text, (left, top, right, bottom) = line
    height = (bottom - top) * page.height
    return {
        "text": wanted(text),
        "x": round(left * page.width, 2),
        "y": round(top * page.height, 2),
        "width": round((right - left) * page.width, 2),
        "size": round(min(max(height * 0.8, SMALLEST), LARGEST), 2),
    }


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(font_paths=shipped_fonts(), ignore_system_fonts=True)
