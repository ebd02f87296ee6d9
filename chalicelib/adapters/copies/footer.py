"""The line at the foot of each page of a copy, whichever way the page is turned."""

from typing import Any

import pikepdf

FONT = pikepdf.Name("/IperoigFooter")
SIZE = 7.0
ABOVE = 9.0  # points between the edge and the line: below what documents print at their own foot
LEFT = 28.0


def stamp(pdf: pikepdf.Pdf, page: pikepdf.Page, text: str) -> None:
    """Write ``text`` at the foot of ``page`` as it is seen; what its drawing leaves undone stays within it."""
    left, bottom, right, top = (float(edge) for edge in page.cropbox)
    matrix = _matrix(int(page.obj.get("/Rotate", 0)) % 360, left, bottom, right, top)
    shown = (
        text.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    )
    line = b"\nQ q %b cm BT %b %.1f Tf 0.35 g 0 0 Td (%b) Tj ET Q\n" % (
        matrix.encode(),
        bytes(FONT),
        SIZE,
        shown,
    )
    page.contents_add(pdf.make_stream(b"q\n"), prepend=True)
    page.contents_add(pdf.make_stream(line))
    _know_font(pdf, page)


def _matrix(turned: int, left: float, bottom: float, right: float, top: float) -> str:
    """From a line's own place to the foot of the page as it is seen."""
    match turned:
        case 90:
            place = (0, 1, -1, 0, right - ABOVE, bottom + LEFT)
        case 180:
            place = (-1, 0, 0, -1, right - LEFT, top - ABOVE)
        case 270:
            place = (0, -1, 1, 0, left + ABOVE, top - LEFT)
        case _:
            place = (1, 0, 0, 1, left + LEFT, bottom + ABOVE)
    return " ".join(f"{value:.2f}" for value in place)


def _know_font(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    resources: Any = page.obj.get("/Resources")
    if resources is None:
        resources = page.obj.Resources = pikepdf.Dictionary()
    fonts: Any = resources.get("/Font")
    if fonts is None:
        fonts = resources["/Font"] = pikepdf.Dictionary()
    if FONT not in fonts:
        fonts[FONT] = _font(pdf)


def _font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    known = pdf.Root.get("/IperoigFooterFont")
    if known is None:
        known = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type1,
                BaseFont=pikepdf.Name.Helvetica,
                Encoding=pikepdf.Name.WinAnsiEncoding,
            )
        )
        pdf.Root["/IperoigFooterFont"] = known
    return known
