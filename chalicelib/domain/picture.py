"""A small picture that the administration gives, as a coat of arms: a PNG of which only the image is kept (ACC-05).

What the page, the letterhead and the citizens' screens show must hold nothing but pixels: no text, no other file
behind the end, nothing that opens to more than was said. Read here, with no library: a coat of arms is the one image
that the API itself takes in.
"""

import base64
import binascii
import hashlib
import struct
import zlib
from collections.abc import Iterator

#: How an image is written in a value: browsers show it as it is.
PREFIX = "data:image/png;base64,"
LARGEST = 64 * 1024
SHORTEST_SIDE, LONGEST_SIDE = 32, 1024
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER, _PALETTE, _CLEAR, _DATA, _END = b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"
#: Samples of a pixel and their depths, by the kind of colour.
_KINDS = {0: (1, (1, 2, 4, 8, 16)), 2: (3, (8, 16)), 3: (1, (1, 2, 4, 8)), 4: (2, (8, 16)), 6: (4, (8, 16))}


class NotAPicture(ValueError):
    """With ``code`` ``too_large``, ``wrong_size`` or ``not_a_png``, and the sentence as its text."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


def clean_picture(value: str) -> str:
    """The same image with nothing but pixels, as ``data:image/png;base64,…``. Raises NotAPicture."""
    try:
        data = base64.b64decode(value.removeprefix(PREFIX), validate=True) if value.startswith(PREFIX) else b""
    except (binascii.Error, ValueError):
        data = b""
    if len(data) > LARGEST:
        raise NotAPicture("too_large", f"A imagem passa de {LARGEST // 1024} KB. Reduza-a e escolha de novo.")
    return PREFIX + base64.b64encode(_clean(data)).decode()


def picture_words(value: str) -> str:
    """How the history tells one picture from another."""
    if not value:
        return ""
    return f"imagem {hashlib.sha256(value.encode()).hexdigest()[:8]}"


def _clean(data: bytes) -> bytes:
    try:
        chunks = list(_chunks(data))
        kept = [(kind, body) for kind, body in chunks if kind in (_HEADER, _PALETTE, _CLEAR, _DATA)]
        if [kind for kind, _ in kept].count(_HEADER) != 1 or kept[0][0] != _HEADER:
            raise ValueError
        _check_pixels(kept[0][1], b"".join(body for kind, body in kept if kind == _DATA), kept)
    except NotAPicture:
        raise
    except (ValueError, IndexError, struct.error, zlib.error):
        raise NotAPicture("not_a_png", "O arquivo não é uma imagem PNG que se possa mostrar.") from None
    return _SIGNATURE + b"".join(_chunk(kind, body) for kind, body in [*kept, (_END, b"")])


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each piece up to the end that the file declares; raises ValueError when one is not whole."""
    if not data.startswith(_SIGNATURE):
        raise ValueError
    place = len(_SIGNATURE)
    while True:
        length, kind = struct.unpack_from(">I4s", data, place)
        body = data[place + 8 : place + 8 + length]
        (told,) = struct.unpack_from(">I", data, place + 8 + length)
        if len(body) != length or zlib.crc32(kind + body) != told:
            raise ValueError
        if kind == _END:
            return
        yield kind, body
        place += 12 + length


def _check_pixels(header: bytes, packed: bytes, kept: list[tuple[bytes, bytes]]) -> None:
    """The pixels are as many as the header says, and not one more is unpacked."""
    width, height, depth, colour, compression, filtering, interlaced = struct.unpack(">IIBBBBB", header)
    if not (min(width, height) >= SHORTEST_SIDE and max(width, height) <= LONGEST_SIDE):
        sentence = f"A imagem precisa ter de {SHORTEST_SIDE} a {LONGEST_SIDE} pontos de largura e de altura."
        raise NotAPicture("wrong_size", sentence)
    samples, depths = _KINDS.get(colour, (0, ()))
    needs_palette = colour == 3 and not any(kind == _PALETTE for kind, _ in kept)
    if depth not in depths or compression or filtering or interlaced or needs_palette:
        raise ValueError
    wanted = height * (1 + (width * samples * depth + 7) // 8)
    reader = zlib.decompressobj()
    if len(reader.decompress(packed, wanted + 1)) != wanted or not reader.eof:
        raise ValueError


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
