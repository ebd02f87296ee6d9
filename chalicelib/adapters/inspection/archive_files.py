"""Compressed files: office documents and zip, opened entry by entry and never unpacked to the disk."""

import re
import stat
import zipfile
import zlib

from chalicelib.adapters.inspection.refusal import FileRefused
from chalicelib.adapters.inspection.source import Inside, Source, opened, size_of
from chalicelib.domain.file_inspection import Limits
from chalicelib.domain.file_types import FileKind, FileType, file_type_of

_CHUNK = 1 << 18
_OVERLAP = 256
_LARGEST_INSIDE = 96 << 20  # held in memory while it is examined
_SMALL = 1 << 20  # below this a high ratio is only a well compressed page
_MACRO_NAMES = re.compile(
    r"(^|/)(vbaproject\.bin|vbadata\.xml|activex\d*\.(bin|xml))$|^(basic|scripts)/|\.(do[ct]|xl[st]|p[op][ts])m$|\.xlam$",
    re.IGNORECASE,
)
_MAIN_PARTS = {
    "docx": b"wordprocessingml.document.main+xml",
    "xlsx": b"spreadsheetml.sheet.main+xml",
    "pptx": b"presentationml.presentation.main+xml",
}
# How an office document wraps a file of any kind, to be opened by a double click.
_PACKAGED = "Ole10Native".encode("utf-16-le")
_DEFINITIONS = (b"<!DOCTYPE", b"<!ENTITY")
_DEFINITIONS_WIDE = tuple(
    word.decode().encode(encoding) for word in _DEFINITIONS for encoding in ("utf-16-le", "utf-16-be")
)
# Commands that office programs run from fields, cells and events, without a macro.
_COMMANDS = re.compile(
    rb"<(?:\w+:)?instrText\b[^>]*>\s*\"?DDE|\binstr\s*=\s*[\"']\s*DDE|<(?:\w+:)?ddeLink\b|:dde-(?:connection|source)"
    rb"|<script:event-listener\b",
    re.IGNORECASE,
)
_REMOTE = re.compile(
    rb"<(?:\w+:)?Relationship\b(?=[^>]*TargetMode\s*=\s*[\"']External)"
    rb"(?=[^>]*Type\s*=\s*[\"'][^\"']*/(?:attachedTemplate|oleObject|frame|subDocument|externalLinkPath)[\"'])",
    re.IGNORECASE,
)


def examine_archive(source: Source, claimed: FileType, limits: Limits) -> None:
    """Raise FileRefused for what must not be opened on a clerk's machine."""
    try:
        with opened(source) as file, zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            _check_directory(entries, size_of(source), limits)
            if claimed.kind is FileKind.OFFICE:
                _check_office(archive, entries, claimed)
            else:
                _check_contents(entries)
            _read_through(archive, entries, claimed, limits)
            if claimed.kind is FileKind.ARCHIVE:
                _examine_each(archive, entries, limits)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        EOFError,
        UnicodeDecodeError,
        OSError,
    ) as error:
        raise FileRefused("damaged") from error


def _check_directory(entries: list[zipfile.ZipInfo], size: int, limits: Limits) -> None:
    if len(entries) > limits.entries:
        raise FileRefused("too_many_entries")
    if not entries:
        raise FileRefused("damaged")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise FileRefused("protected_archive")
    for entry in entries:
        _check_path(entry)
        if entry.file_size > _SMALL and entry.file_size > limits.ratio * max(1, entry.compress_size):
            raise FileRefused("bomb")
    total = sum(entry.file_size for entry in entries)
    if total > limits.decoded_total or (total > _SMALL and total > limits.ratio * size):
        raise FileRefused("bomb")


def _check_path(entry: zipfile.ZipInfo) -> None:
    # ``orig_filename`` is the name before the standard library mends it.
    name = entry.orig_filename
    parts = name.split("/")
    absolute = name.startswith("/") or (len(name) > 1 and name[1] == ":")
    if absolute or ".." in parts or "\\" in name or "\x00" in name or not name.isprintable():
        raise FileRefused("unsafe_path")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise FileRefused("unsafe_path")


def _check_office(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], claimed: FileType) -> None:
    names = {entry.filename for entry in entries}
    if any(_MACRO_NAMES.search(name) for name in names):
        raise FileRefused("macros")
    if claimed.extension in _MAIN_PARTS:
        types = _start_of(archive, "[Content_Types].xml", names)
        if b"macroEnabled" in types or b"vbaProject" in types:
            raise FileRefused("macros")
        if _MAIN_PARTS[claimed.extension] not in types:
            raise FileRefused("type_mismatch")
    elif _start_of(archive, "mimetype", names).strip() != claimed.media_type.encode():
        raise FileRefused("type_mismatch")


def _start_of(archive: zipfile.ZipFile, name: str, names: set[str]) -> bytes:
    if name not in names:
        raise FileRefused("type_mismatch")
    with archive.open(name) as part:
        return part.read(_SMALL)


def _check_contents(entries: list[zipfile.ZipInfo]) -> None:
    for entry in entries:
        inside = file_type_of(entry.filename.rsplit("/", 1)[-1])
        if not entry.is_dir() and (inside is None or inside.kind is FileKind.ARCHIVE):
            raise FileRefused("file_inside_not_allowed")


def _examine_each(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    """What may not come in by itself may not come in wrapped either."""
    from chalicelib.adapters.inspection.contents import examine_contents

    for entry in entries:
        inside = file_type_of(entry.filename.rsplit("/", 1)[-1])
        if entry.is_dir() or inside is None or not entry.file_size:
            continue
        if entry.file_size > _LARGEST_INSIDE:
            if inside.kind is FileKind.MEDIA:
                continue
            raise FileRefused("bomb")
        examine_contents(Inside(archive.read(entry)), inside, limits)


def _read_through(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], claimed: FileType, limits: Limits
) -> None:
    """Decompress everything once: checksums hold, and no size is believed only because it was declared."""
    total = 0
    for entry in entries:
        office = claimed.kind is FileKind.OFFICE
        markup = office and entry.filename.lower().endswith((".xml", ".rels"))
        relations = entry.filename.lower().endswith(".rels")
        before = b""
        with archive.open(entry) as part:
            while chunk := part.read(_CHUNK):
                total += len(chunk)
                if total > limits.decoded_total:
                    raise FileRefused("bomb")
                if markup:
                    _check_markup(before + chunk, relations)
                    before = chunk if relations else chunk[-_OVERLAP:]
                elif office:
                    if _PACKAGED in before + chunk:
                        raise FileRefused("file_inside_not_allowed")
                    before = chunk[-_OVERLAP:]


def _check_markup(chunk: bytes, relations: bool) -> None:
    upper = chunk.upper()
    if any(word in upper for word in _DEFINITIONS) or any(word in chunk for word in _DEFINITIONS_WIDE):
        raise FileRefused("unsafe_xml")
    if _COMMANDS.search(chunk):
        raise FileRefused("macros")
    if relations and _REMOTE.search(chunk):
        raise FileRefused("remote_content")
