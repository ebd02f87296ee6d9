"""PDF: the text that each page says of itself, and how much of the page is pictures."""

import re
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from chalicelib.adapters.extraction.refusal import TextUnavailable
from chalicelib.domain.extraction import PageText

# How PDFium tells a hyphen at the end of a line: the word goes on in the next one.
_LINE_END_HYPHEN = re.compile("[\ufffe\u00ad\u0002]\\s*")
#: Of a page with thousands of tiny pictures, these are enough to know that it is mostly pictures.
_PICTURES_LOOKED_AT = 500


def read_pdf(path: Path, longest: int) -> list[PageText]:
    """Every page, in order. Raises TextUnavailable past ``longest`` signs."""
    try:
        with pdfium.PdfDocument(path) as document:
            pages, left = [], longest
            for number in range(len(document)):
                page = document[number]
                pages.append(_read(page))
                page.close()
                left -= len(pages[-1].text)
                if left < 0:
                    raise TextUnavailable("too_much_text")
            return pages
    except pdfium.PdfiumError as error:
        raise TextUnavailable("damaged") from error


def _read(page: pdfium.PdfPage) -> PageText:
    content = page.get_textpage()
    text = content.get_text_range()
    content.close()
    text = _LINE_END_HYPHEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return PageText(text, _share_of_pictures(page), pdfium_c.FPDFPage_CountObjects(page) > 0)


def _share_of_pictures(page: pdfium.PdfPage) -> float:
    """Pictures that lie over one another count twice: a scan in layers is a scan."""
    width, height = page.get_size()
    covered = 0.0
    pictures = page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=4)
    for _, picture in zip(range(_PICTURES_LOOKED_AT), pictures, strict=False):
        left, bottom, right, top = picture.get_bounds()
        covered += max(0.0, min(right, width) - max(left, 0)) * max(0.0, min(top, height) - max(bottom, 0))
    return min(1.0, covered / (width * height)) if width > 0 < height else 0.0
