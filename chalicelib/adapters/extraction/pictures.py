"""Pages as pictures: a page of a PDF drawn, or a page of a picture file, in greys and no larger than is of use."""

from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageOps, UnidentifiedImageError

from chalicelib.adapters.extraction.refusal import TextUnavailable
from chalicelib.domain.extraction import PageText

#: Dots per inch: what scanners are set to, and enough for the small print.
USUAL, FINE = 200, 300
_POINTS = 72
#: A page drawn larger than this would take the memory and the time of many.
_PIXELS = 16_000_000
_FORMATS = ("PNG", "JPEG", "TIFF")


def count_pictures(path: Path) -> list[PageText]:
    """A page per picture of the file, none of which says anything of itself."""
    try:
        with _opened(path) as image:
            return [PageText("", 1.0, True)] * getattr(image, "n_frames", 1)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise TextUnavailable("damaged") from error


def picture_of(path: Path, media_type: str, number: int, dots: int) -> tuple[Image.Image, int]:
    """Page ``number`` (from 1) in greys, and its dots per inch."""
    try:
        if media_type == "application/pdf":
            return _drawn(path, number, dots)
        return _photographed(path, number)
    except (pdfium.PdfiumError, UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise TextUnavailable("damaged") from error


def _drawn(path: Path, number: int, dots: int) -> tuple[Image.Image, int]:
    with pdfium.PdfDocument(path) as document:
        page = document[number - 1]
        width, height = (max(1.0, side / _POINTS) for side in page.get_size())
        dots = max(1, min(dots, int((_PIXELS / (width * height)) ** 0.5)))
        picture = page.render(scale=dots / _POINTS, grayscale=True).to_pil().convert("L")
        return picture.copy(), dots


def _photographed(path: Path, number: int) -> tuple[Image.Image, int]:
    with _opened(path) as image:
        if number > 1:
            image.seek(number - 1)
        dots = int(float(image.info.get("dpi", (USUAL, USUAL))[0]))
        share = min(1.0, (_PIXELS / (image.width * image.height)) ** 0.5)
        smaller = (max(1, int(image.width * share)), max(1, int(image.height * share)))
        image.draft("L", smaller)
        grey = _grey(ImageOps.exif_transpose(image))
    share = min(1.0, (_PIXELS / (grey.width * grey.height)) ** 0.5)
    if share < 1:
        grey = grey.resize((max(1, int(grey.width * share)), max(1, int(grey.height * share))))
    dots = int(dots * share)
    return grey, dots if 70 <= dots <= 1200 else USUAL


def _grey(image: Image.Image) -> Image.Image:
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image.convert("L")
    # What shows through is paper.
    clear = image.convert("LA")
    paper = Image.new("LA", clear.size, (255, 255))
    return Image.alpha_composite(paper.convert("RGBA"), clear.convert("RGBA")).convert("L")


def _opened(path: Path) -> Image.Image:
    # The inspection has counted the pixels; Pillow's own guess would refuse a large drawing.
    Image.MAX_IMAGE_PIXELS = None
    return Image.open(path, formats=_FORMATS)
