"""A PDF as pictures of its pages with the chosen areas blackened, and the words that can still be read on them.

Nothing of the file goes on but what the eye sees: whatever is hidden in it (text under a picture, fields, attachments,
older revisions, layers, scripts, thumbnails, metadata) is not looked for and taken out, it is never taken along. A word
goes to the copy as text only if painting it changes the page, and only if no area touches it.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops, ImageDraw

from chalicelib.domain.value import dataclass

from .words import Box, Word, words_of

#: Enough to read small print, as scanners are set to.
DOTS_PER_INCH = 200
POINTS_PER_INCH = 72
#: A page larger than this, in pixels, is drawn with fewer of them.
MOST_PIXELS = 24_000_000
QUALITY = 82
#: How much a pixel must change for a word to have been seen; less is how the same edge is smoothed twice.
SEEN = 24
#: What of a letter's box, on each side, may be touched without the letter being.
EDGE = 0.2


@dataclass(frozen=True, slots=True)
class Picture:
    """A page of the copy, its size in points. ``flow`` is what is read on it, in the order of the file: words, and the
    places in ``blackened`` of the areas. ``said`` is what was under each area.
    """

    file: str
    width: float
    height: float
    flow: tuple[Word | int, ...]
    blackened: tuple[Box, ...]
    said: tuple[str, ...]

    @property
    def words(self) -> list[Word]:
        """The words left on it."""
        return [thing for thing in self.flow if isinstance(thing, Word)]


def pictures(source: Path, areas: dict[int, list[Box]], folder: Path) -> Iterator[Picture]:
    """Each page as a JPEG below ``folder``. Boxes are in parts of the page, from 0 to 1, from the upper left corner."""
    pdf = pypdfium2.PdfDocument(source)
    pdf.init_forms()  # filled fields are part of what is seen
    for number in range(len(pdf)):
        page = pdf[number]
        yield _picture(page, areas.get(number + 1, []), folder / f"page-{number + 1:05d}.jpg")
        page.close()


def _picture(page: pypdfium2.PdfPage, areas: Sequence[Box], path: Path) -> Picture:
    width, height = page.get_size()
    scale = min(
        DOTS_PER_INCH / POINTS_PER_INCH,
        (MOST_PIXELS / max(width * height, 1.0)) ** 0.5,
        8000 / max(width, height, 1.0),
    )
    shown = _drawn(page, scale)
    words = words_of(page)
    painted = _painted(page, shown, scale)
    blackened = [_grown(area, words) for area in areas]
    _blacken(shown, blackened).save(path, "JPEG", quality=QUALITY, dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
    under = [[at for at, area in enumerate(blackened) if _covers(area, word)] for word in words]
    said = [" ".join(word.text for word, areas in zip(words, under, strict=True) if at in areas)
            for at in range(len(blackened))]  # fmt: skip
    flow = tuple(_flow(words, under, painted, len(blackened)))
    return Picture(path.name, width, height, flow, tuple(blackened), tuple(said))


def _flow(
    words: Sequence[Word], under: Sequence[Sequence[int]], painted: Image.Image, areas: int
) -> Iterator[Word | int]:
    """The words that are seen; each area once, where the first word under it was, or else at the end."""
    told: set[int] = set()
    for word, hiding in zip(words, under, strict=True):
        if not hiding and _changes(painted, word.box):
            yield word
        for area in hiding:
            if area not in told:
                told.add(area)
                yield area
    yield from (area for area in range(areas) if area not in told)


def _blacken(shown: Image.Image, areas: Sequence[Box]) -> Image.Image:
    pen = ImageDraw.Draw(shown)
    for area in areas:
        pen.rectangle(_pixels(area, shown.size), fill="black")
    return shown.convert("L") if _is_grey(shown) else shown


def _drawn(page: pypdfium2.PdfPage, scale: float) -> Image.Image:
    """The page as it is shown, notes and filled fields with it, over white."""
    picture: Image.Image = page.render(scale=scale, draw_annots=True).to_pil().convert("RGB")
    return picture


def _painted(page: pypdfium2.PdfPage, shown: Image.Image, scale: float) -> Image.Image:
    """Where the page's text is really seen: the difference to the same page with no text painted."""
    for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        pdfium.FPDFTextObj_SetTextRenderMode(thing.raw, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
    without = _drawn(page, scale)
    return (
        ImageChops.difference(shown, without).convert("L").point(lambda change: 255 if change > SEEN else 0)
    )


def _changes(painted: Image.Image, box: Box) -> bool:
    left, top, right, bottom = _pixels(box, painted.size)
    inside = left < right and top < bottom
    return inside and painted.crop((left, top, right, bottom)).getbbox() is not None


def _grown(area: Box, words: Sequence[Word]) -> Box:
    """The area, over the whole of every letter whose middle it covers."""
    left, top, right, bottom = area
    for word in words:
        for x0, y0, x1, y1 in word.letters:
            if area[0] <= (x0 + x1) / 2 <= area[2] and area[1] <= (y0 + y1) / 2 <= area[3]:
                left, top, right, bottom = min(left, x0), min(top, y0), max(right, x1), max(bottom, y1)
    return left, top, right, bottom


def _covers(area: Box, word: Word) -> bool:
    """Whether the area reaches the middle of any letter: the boxes of letters of two lines overlap at their edges."""
    return any(_meet(area, _middle(letter)) for letter in word.letters)


def _middle(letter: Box) -> Box:
    across, down = (letter[2] - letter[0]) * EDGE, (letter[3] - letter[1]) * EDGE
    return letter[0] + across, letter[1] + down, letter[2] - across, letter[3] - down


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _pixels(box: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The whole pixels that the box touches."""
    width, height = size
    left, top = int(box[0] * width), int(box[1] * height)
    right, bottom = int(box[2] * width) + 1, int(box[3] * height) + 1
    return max(left, 0), max(top, 0), min(right, width), min(bottom, height)


def _is_grey(picture: Image.Image) -> bool:
    red, green, blue = picture.split()
    strays: Any = (ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return all(stray.getextrema()[1] <= 8 for stray in strays)
