"""Plain text: readable from end to end, and nothing that a browser would take for a page."""

import codecs
import re

from chalicelib.adapters.inspection.refusal import FileRefused
from chalicelib.adapters.inspection.source import Source, opened

_CHUNK = 1 << 20
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_UNDEFINED_IN_LATIN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]")
_MARKUP = re.compile(rb"\s*(<!doctype|<html|<head|<body|<script|<svg|<\?xml|<iframe|<!--)", re.IGNORECASE)


def examine_text(source: Source) -> None:
    """Raise FileRefused ``not_text`` or ``type_mismatch``."""
    with opened(source) as file:
        start = file.read(1024).removeprefix(codecs.BOM_UTF8)
    if _MARKUP.match(start):
        raise FileRefused("type_mismatch")
    if not (_reads_as(source, "utf-8", _CONTROLS) or _reads_as(source, "latin-1", _UNDEFINED_IN_LATIN)):
        raise FileRefused("not_text")


def _reads_as(source: Source, encoding: str, unwanted: re.Pattern[str]) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with opened(source) as file:
            while chunk := file.read(_CHUNK):
                if unwanted.search(decoder.decode(chunk)):
                    return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
