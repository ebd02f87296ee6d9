"""Files as they come from outside, and what is printed: made here, read here."""

import io
import re

import pikepdf
import pypdfium2
import zxingcpp

PAGE = (595, 842)
DOTS_PER_POINT = 3
# How PDFium reports a hyphen that stands at the end of a line.
LINE_END_HYPHEN = re.compile("[\ufffe\u00ad\u0002]\\s*")


def received_pdf(lines: list[str], pages: int = 2) -> bytes:
    """A PDF with text, as another office's system would make it."""
    made = pikepdf.new()
    font = made.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
    )
    for number in range(1, pages + 1):
        page = made.add_blank_page(page_size=PAGE)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.Contents = made.make_stream(_drawing([*lines, f"Folha {number} de {pages}"]))
    wrote = io.BytesIO()
    made.save(wrote)
    return wrote.getvalue()


def _drawing(lines: list[str]) -> bytes:
    shown = [f"({line}) Tj 0 -22 Td" for line in lines]
    return "\n".join(["BT /F1 14 Tf 72 760 Td", *shown, "ET"]).encode("cp1252")


def text_of(pdf: bytes) -> str:
    """The words, as if the lines had no end: the hyphen that a line end asked for is not part of them."""
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    return " ".join(LINE_END_HYPHEN.sub("", text).split())


def address_in_code(pdf: bytes) -> str:
    """What a phone reads in the QR code printed on the letter."""
    for page in pypdfium2.PdfDocument(pdf):
        found = zxingcpp.read_barcodes(page.render(scale=DOTS_PER_POINT).to_pil())
        if found:
            return found[0].text
    raise AssertionError("nenhum código QR no PDF")
