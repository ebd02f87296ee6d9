"""PDF: opens whole, asks for nothing, runs nothing, carries nothing inside, and does not explode."""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

from chalicelib.adapters.inspection.refusal import FileRefused
from chalicelib.adapters.inspection.source import Source, opened, size_of
from chalicelib.domain.file_inspection import Limits

_CHUNK = 1 << 20
_TAIL = 4096
_DEEPEST = 30
_RUNS = re.compile(
    rb"/(JS|JavaScript|Launch|ImportData|SubmitForm|RichMedia|RichMediaExecute|Rendition|Movie|Sound|XFA|GoToE|GoToR"
    rb"|EmbeddedFiles?|EF|FileAttachment)(?![A-Za-z0-9])"
)
_ACTIONS = {
    "/JavaScript",
    "/Launch",
    "/ImportData",
    "/SubmitForm",
    "/RichMediaExecute",
    "/Rendition",
    "/GoToE",
}
_ACTIVE_ANNOTATIONS = {"/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"}


def examine_pdf(source: Source, limits: Limits) -> int:
    """The number of pages. Raises FileRefused."""
    _check_end(source)
    # Read as a stream: a mapped file of 200 MB would use up the address space that guards against bombs.
    file = source if isinstance(source, Path) else opened(source)
    try:
        with pikepdf.open(file, access_mode=pikepdf.AccessMode.stream) as pdf:
            if pdf.is_encrypted:
                raise FileRefused("protected_pdf")
            if int(pdf.trailer.get("/Size", 0)) > limits.pdf_objects:
                raise FileRefused("bomb")
            pages = len(pdf.pages)
            if not pages:
                raise FileRefused("damaged")
            if pages > limits.pages:
                raise FileRefused("too_many_pages")
            _check_objects(pdf, limits)
            return pages
    except pikepdf.PasswordError as error:
        raise FileRefused("protected_pdf") from error
    except (pikepdf.PdfError, pikepdf.DataDecodingError, ValueError, TypeError, RecursionError) as error:
        raise FileRefused("damaged") from error


def _check_end(source: Source) -> None:
    """A file cut in transit has no end mark; programs that mend it lose its last pages in silence."""
    with opened(source) as file:
        file.seek(max(0, size_of(source) - _TAIL))
        if b"%%EOF" not in file.read():
            raise FileRefused("damaged")


def _check_objects(pdf: pikepdf.Pdf, limits: Limits) -> None:
    budget = limits.decoded_total
    for count, thing in enumerate(pdf.objects):
        if count > limits.pdf_objects:
            raise FileRefused("bomb")
        if isinstance(thing, pikepdf.Stream):
            _check_active(thing.stream_dict)
            budget -= _decoded_size(thing, min(limits.decoded_stream, budget), limits)
        elif isinstance(thing, pikepdf.Dictionary | pikepdf.Array):
            _check_active(thing)
    _check_active(pdf.trailer)


def _check_active(thing: pikepdf.Object) -> None:
    # The written form is fast to search and has its names normalised; a hit is then confirmed in the object
    # itself, because the same letters may stand inside a text.
    if _RUNS.search(thing.unparse(resolved=True)):
        for found in _dictionaries(thing, 0):
            _check_dictionary(found)


def _dictionaries(thing: Any, depth: int) -> Iterator[pikepdf.Dictionary]:
    if depth > _DEEPEST:
        raise FileRefused("bomb")
    if depth and getattr(thing, "is_indirect", False):
        return
    if isinstance(thing, pikepdf.Dictionary):
        yield thing
        for key in thing.keys():  # noqa: SIM118  (a pikepdf dictionary does not iterate over its keys)
            yield from _dictionaries(thing[key], depth + 1)
    elif isinstance(thing, pikepdf.Array):
        for item in thing:
            yield from _dictionaries(item, depth + 1)


def _check_dictionary(found: pikepdf.Dictionary) -> None:
    keys = set(found.keys())
    if keys & {"/JS", "/JavaScript", "/XFA"} or _name(found, "/S") in _ACTIONS:
        raise FileRefused("active_pdf")
    if (
        _name(found, "/Type") in ("/Annot", "")
        and _name(found, "/Subtype") in _ACTIVE_ANNOTATIONS
        and "/Rect" in keys
    ):
        raise FileRefused("active_pdf")
    if keys & {"/EmbeddedFiles", "/EF"} or _name(found, "/Subtype") == "/FileAttachment":
        raise FileRefused("files_inside_pdf")
    if _name(found, "/Type") == "/EmbeddedFile":
        raise FileRefused("files_inside_pdf")


def _name(found: pikepdf.Dictionary, key: str) -> str:
    value = found.get(key)
    return str(value) if isinstance(value, pikepdf.Name) else ""


def _decoded_size(stream: pikepdf.Stream, allowed: int, limits: Limits) -> int:
    """Bytes that ``stream`` decodes to, without ever holding them; raises FileRefused ``bomb`` past ``allowed``."""
    filters = _filters(stream)
    if len(filters) > 3 or filters.count("/FlateDecode") + filters.count("/LZWDecode") > 1:
        raise FileRefused("bomb")
    if _name(stream.stream_dict, "/Subtype") == "/Image":
        width, height = (int(stream.stream_dict.get(key, 0)) for key in ("/Width", "/Height"))
        if width * height > 2 * limits.pixels:
            raise FileRefused("bomb")
        # A page scanned in colour is large when decoded and is decoded by the reader only when shown.
        return 0
    if int(stream.stream_dict.get("/Length", 0)) > allowed:
        raise FileRefused("bomb")
    if filters != ["/FlateDecode"]:
        size = len(stream.read_bytes()) if filters and not _is_picture_data(filters) else 0
    else:
        size = _inflated_size(stream.read_raw_bytes(), allowed)
    if size > allowed:
        raise FileRefused("bomb")
    return size


def _filters(stream: pikepdf.Stream) -> list[str]:
    declared = stream.stream_dict.get("/Filter")
    if declared is None:
        return []
    return [str(name) for name in declared] if isinstance(declared, pikepdf.Array) else [str(declared)]


def _is_picture_data(filters: list[str]) -> bool:
    return bool(set(filters) & {"/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/Crypt"})


def _inflated_size(raw: bytes, allowed: int) -> int:
    inflater, size = zlib.decompressobj(), 0
    try:
        while raw:
            size += len(inflater.decompress(raw, _CHUNK))
            if size > allowed or inflater.eof:
                return size
            raw = inflater.unconsumed_tail
    except zlib.error:
        # Readers forgive a damaged stream by showing what came before the damage.
        return size
    return size
