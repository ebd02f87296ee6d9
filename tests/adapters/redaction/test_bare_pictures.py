"""LAI, art. 7º, § 2º: a picture that stays in a copy brings along nothing but what is seen of it."""

import io

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from chalicelib.adapters.redaction.concealer import PdfConcealer
from chalicelib.domain.errors import Refused
from chalicelib.domain.rendition import Picture

SECRET = "Ana Lima 111.222.333-44"
TURNED = 6  # EXIF: to be seen, turn a quarter to the right


def photo() -> bytes:
    image = Image.new("RGB", (40, 20), "white")
    image.paste("red", (0, 0, 20, 20))
    fields = Image.Exif()
    fields[0x010E], fields[0x0112], fields[0x013B] = SECRET, TURNED, SECRET
    made = io.BytesIO()
    image.save(made, "JPEG", exif=fields, comment=SECRET.encode(), icc_profile=SECRET.encode())
    return made.getvalue()


def drawing() -> bytes:
    image = Image.new("P", (8, 8))
    image.putpalette([0, 0, 0, 255, 0, 0])
    image.paste(1, (0, 0, 4, 8))
    told = PngInfo()
    told.add_text("Author", SECRET)
    told.add_itxt("Comment", SECRET, zip=False)
    made = io.BytesIO()
    image.save(made, "PNG", pnginfo=told, transparency=0)
    return made.getvalue() + SECRET.encode()


def test_only_what_is_seen_is_kept():
    given = {"a" * 64: Picture("image/jpeg", photo()), "b" * 64: Picture("image/png", drawing())}
    assert all(SECRET.encode() in each.data for each in given.values())
    bare = PdfConcealer().bare(given)
    assert not any(SECRET.encode() in each.data for each in bare.values())
    turned, plain = (Image.open(io.BytesIO(each.data)) for each in bare.values())
    assert (turned.format, turned.size) == ("JPEG", (20, 40))
    assert not turned.info.keys() & {"exif", "comment", "icc_profile"}
    assert turned.getpixel((10, 5))[1] < 40 < 200 < turned.getpixel((10, 35))[1], "red above, white below"
    assert (plain.format, plain.getpixel((1, 1)), plain.getpixel((6, 1))[3]) == ("PNG", (255, 0, 0, 255), 0)


def test_what_is_no_picture_stops_the_copy():
    with pytest.raises(Refused, match="uma imagem do texto não pôde ser lida"):
        PdfConcealer().bare({"a" * 64: Picture("image/png", b"no picture")})
    assert PdfConcealer().bare({}) == {}
