"""PDFs that hold a secret in every place a PDF has, each with the area that conceals what of it is seen."""

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

WIDTH, HEIGHT = 300, 200
#: In points from the lower left corner: where the secret is written when it is to be seen.
PLACE = (20, 100, 280, 130)
OPEN = "Texto aberto ao publico"
Make = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Hostile:
    """``make`` writes the PDF around a secret; ``seen``: whether the eye finds the secret before it is concealed."""

    name: str
    make: Make
    seen: bool


HOSTILE: list[Hostile] = []


def hostile(seen: bool) -> Callable[[Make], Make]:
    def register(make: Make) -> Make:
        HOSTILE.append(Hostile(make.__name__, make, seen))
        return make

    return register


def written(text: str, x: int = 24, y: int = 110, mode: int = 0, grey: float = 0) -> bytes:
    return f"BT /F 14 Tf {mode} Tr {grey} g {x} {y} Td ({text}) Tj ET\n".encode()


def begun(content: bytes) -> pikepdf.Pdf:
    """One page with ``content`` over a line that anybody may read."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, WIDTH, HEIGHT]),
        Resources=Dictionary(Font=Dictionary(F=font)),
        Contents=Stream(pdf, written(OPEN, y=40) + content),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    return pdf


def saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out, static_id=True)
    return out.getvalue()


def photo(pdf: pikepdf.Pdf, grey: int = 200) -> Stream:
    return Stream(
        pdf,
        zlib.compress(bytes([grey]) * 100),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=10,
        Height=10,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
        Filter=Name.FlateDecode,
    )
