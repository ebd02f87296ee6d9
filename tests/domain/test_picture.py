"""A coat of arms is pixels and nothing else (ACC-05)."""

import base64
import struct
import zlib

import pytest

from chalicelib.domain.catalogue_table import (
    CatalogueTable,
    FieldKind,
    TableField,
    present_values,
    read_values,
    words,
)
from chalicelib.domain.errors import InvalidRequest
from chalicelib.domain.picture import LARGEST, PREFIX, NotAPicture, clean_picture
from chalicelib.domain.policy_actions import Action

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(
    side: int = 32, *more: bytes, pixels: bytes | None = None, header: bytes = b"", after: bytes = b""
) -> bytes:
    head = header or struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    rows = b"".join(b"\0" + b"\x10\x20\x30\xff" * side for _ in range(side)) if pixels is None else pixels
    return SIGNATURE + chunk(b"IHDR", head) + b"".join(more) + chunk(b"IDAT", zlib.compress(rows)) + chunk(
        b"IEND", b""
    ) + after  # fmt: skip


def value(data: bytes) -> str:
    return PREFIX + base64.b64encode(data).decode()


def refusal(given: str) -> str:
    with pytest.raises(NotAPicture) as refused:
        clean_picture(given)
    assert str(refused.value).endswith(".")
    return refused.value.code


def test_picture_keeps_its_pixels_and_loses_what_is_said_beside_them():
    told = chunk(b"tEXt", b"Author\0Fulano de Tal")
    assert clean_picture(value(png(32, told, after=b"PK\x03\x04 another file"))) == value(png())
    assert clean_picture(value(png(1024, pixels=zero(1024)))) == value(png(1024, pixels=zero(1024)))


def zero(side: int) -> bytes:
    return bytes(side * (1 + 4 * side))


def test_picture_with_a_palette_keeps_it_and_without_it_is_none():
    head = struct.pack(">IIBBBBB", 32, 32, 8, 3, 0, 0, 0)
    palette, clear = chunk(b"PLTE", b"\1\2\3"), chunk(b"tRNS", b"\0")
    whole = png(32, palette, clear, pixels=bytes(32 * 33), header=head)
    assert clean_picture(value(whole)) == value(whole)
    assert refusal(value(png(32, pixels=bytes(32 * 33), header=head))) == "not_a_png"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg onload=alert(1)>",
        png()[:-20],
        png().replace(b"IHDR", b"IHDX"),
        png(pixels=zero(32) + b"\0"),
        png(pixels=zero(32)[:-1]),
        png(pixels=bytes(50_000_000)),
        png(header=struct.pack(">IIBBBBB", 32, 32, 8, 6, 0, 0, 1)),
        png(header=struct.pack(">IIBBBBB", 32, 32, 3, 6, 0, 0, 0)),
        png(header=struct.pack(">IIBBBBB", 32, 32, 8, 5, 0, 0, 0)),
        png(32, chunk(b"IHDR", struct.pack(">IIBBBBB", 32, 32, 8, 6, 0, 0, 0))),
    ],
)
def test_what_is_not_whole_or_opens_to_more_than_it_says_is_no_picture(data):
    assert refusal(value(data)) == "not_a_png"


def test_one_changed_byte_anywhere_is_noticed_or_changes_no_pixel():
    whole = png()
    for place in range(len(whole)):
        changed = whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
        try:
            assert clean_picture(value(changed)) == value(whole)
        except NotAPicture:
            continue


def test_picture_is_no_smaller_than_an_icon_no_larger_than_a_page_and_no_heavier_than_a_request_should_be():
    assert refusal(value(png(31))) == "wrong_size"
    assert refusal(value(png(1025, pixels=zero(1025)))) == "wrong_size"
    assert refusal(value(b"x" * (LARGEST + 1))) == "too_large"
    assert refusal("https://example.org/brasao.png") == "not_a_png"
    assert refusal(PREFIX + "%%%") == "not_a_png"


TABLE = CatalogueTable(
    "t", "T", "o t", Action.CATALOGUE_KEEP, (TableField("arms", "Brasão", FieldKind.PICTURE),)
)


def test_field_keeps_the_clean_picture_and_one_that_is_not_given_stays():
    assert read_values(TABLE, {"arms": value(png(32, chunk(b"tEXt", b"a\0b")))}, {}, new=False) == {
        "arms": value(png())
    }
    assert read_values(TABLE, {"arms": None}, {}, new=False) == {"arms": ""}
    assert present_values(TABLE, {"arms": "data:image/svg+xml;base64,PHN2Zz4="}) == {}
    with pytest.raises(InvalidRequest) as refused:
        read_values(TABLE, {"arms": value(b"GIF89a")}, {}, new=False)
    assert [(error.field, error.code) for error in refused.value.errors] == [("values.arms", "not_a_png")]


def test_history_tells_one_picture_from_another():
    one, other = (words(TABLE.fields[0], value(png(side)), {}) for side in (32, 33))
    assert one.startswith("imagem ")
    assert one != other
    assert words(TABLE.fields[0], "", {}) == ""
