"""Which characters the shipped fonts can print.

PDF/A forbids a page with a missing glyph, so the typesetter refuses the whole document for one emoji. A
character that no shipped font has is printed as U+FFFD, the mark everybody reads as "something was here".
"""

import re
import struct
from functools import cache
from pathlib import Path

from chalicelib.domain.content import clean_text

FONTS = Path(__file__).parent / "fonts"
_TEXT_FONTS = ("Carlito-Regular", "Carlito-Bold", "Carlito-Italic", "Carlito-BoldItalic")
_FALLBACK_FONT = "DejaVuSans"
REPLACEMENT = "\ufffd"
# What Portuguese needs, which every font has: it spares most documents the reading of the fonts' own tables.
USUAL = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)))) | frozenset(
    "–—‘’“”…•€"
)
_UNUSUAL = re.compile(f"[^{re.escape(''.join(sorted(USUAL)))}]")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060"


def printable(text: str) -> str:
    """``text`` in normal form, unknown characters replaced, invisible ones dropped."""
    text = clean_text(text)
    if not _UNUSUAL.search(text):
        return text
    known = _coverage()
    return "".join(
        character if ord(character) in known else REPLACEMENT
        for character in text
        if character not in _INVISIBLE
    )


def plainly_printable(text: str) -> str:
    """The same with the text font alone: no cluster can then need two fonts at once."""
    known = _text_coverage()
    return "".join(c if c < "\u0300" and ord(c) in known else REPLACEMENT for c in printable(text))


@cache
def _text_coverage() -> frozenset[int]:
    regular, *others = (read_coverage(FONTS / f"{name}.ttf") for name in _TEXT_FONTS)
    return regular.intersection(*others)


@cache
def _coverage() -> frozenset[int]:
    everything = _text_coverage() | read_coverage(FONTS / f"{_FALLBACK_FONT}.ttf")
    # Private-use characters have no meaning to extract, which the "a" level of PDF/A asks for.
    return frozenset(code for code in everything if not 0xE000 <= code <= 0xF8FF and code < 0xF0000)


def read_coverage(font: Path) -> frozenset[int]:
    """The code points of a TrueType font's Unicode character map (formats 4 and 12)."""
    data = font.read_bytes()
    tables = struct.unpack_from(">H", data, 4)[0]
    start = next(
        struct.unpack_from(">I", data, 12 + 16 * i + 8)[0]
        for i in range(tables)
        if data[12 + 16 * i : 16 + 16 * i] == b"cmap"
    )
    codes: set[int] = set()
    for i in range(struct.unpack_from(">H", data, start + 2)[0]):
        platform, _, offset = struct.unpack_from(">HHI", data, start + 4 + 8 * i)
        layout = struct.unpack_from(">H", data, start + offset)[0]
        if platform in (0, 3) and layout == 4:
            codes |= _segments(data, start + offset)
        elif platform in (0, 3) and layout == 12:
            codes |= _groups(data, start + offset)
    return frozenset(codes)


def _segments(data: bytes, at: int) -> set[int]:
    count = struct.unpack_from(">H", data, at + 6)[0] // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", data, at + 14 + skip)
        for skip in (0, 2 * count + 2, 4 * count + 2, 6 * count + 2)
    )
    codes = set()
    for i, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                place = at + 14 + 6 * count + 2 + 2 * i + offset + 2 * (code - first)
                glyph = struct.unpack_from(">H", data, place)[0]
                if not glyph:
                    continue
            if (glyph + delta) & 0xFFFF:
                codes.add(code)
    return codes


def _groups(data: bytes, at: int) -> set[int]:
    codes: set[int] = set()
    for i in range(struct.unpack_from(">I", data, at + 12)[0]):
        first, last, _ = struct.unpack_from(">III", data, at + 16 + 12 * i)
        codes.update(range(first, last + 1))
    return codes
