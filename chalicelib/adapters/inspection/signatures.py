"""Whether the first bytes are those of the type that the name claims."""

import zipfile

import filetype

from chalicelib.adapters.inspection.refusal import FileRefused
from chalicelib.adapters.inspection.source import Source, opened
from chalicelib.domain.file_types import FileKind, FileType

_HEAD = 8192
_PDF_IS_LOOKED_FOR = 1024
_STARTS = {
    "application/pdf": (b"%PDF-1.", b"%PDF-2."),
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/tiff": (b"II*\x00", b"MM\x00*"),
}


def check_signature(source: Source, claimed: FileType) -> None:
    """Raise FileRefused ``type_mismatch``. A PDF must start at the first byte, and no file may be two at once."""
    with opened(source) as file:
        head = file.read(_HEAD)
        # A second directory at the end makes one file that two programs read differently.
        packed = claimed.kind not in (FileKind.OFFICE, FileKind.ARCHIVE) and zipfile.is_zipfile(file)
    if not _is_claimed(head, claimed):
        raise FileRefused("type_mismatch")
    # PDF programs look for the beginning of a PDF this far into any file.
    other = claimed.kind in (FileKind.IMAGE, FileKind.MEDIA) and b"%PDF-" in head[:_PDF_IS_LOOKED_FOR]
    if packed or other:
        raise FileRefused("type_mismatch")


def _is_claimed(head: bytes, claimed: FileType) -> bool:
    if claimed.kind in (FileKind.OFFICE, FileKind.ARCHIVE):
        return head.startswith(b"PK\x03\x04")
    if claimed.kind is FileKind.TEXT:
        return filetype.guess(head) is None and not head.startswith((b"%PDF", b"MZ", b"\x7fELF", b"PK"))
    if claimed.kind is FileKind.MEDIA:
        guessed = filetype.guess(head)
        return guessed is not None and guessed.mime == claimed.media_type
    return head.startswith(_STARTS[claimed.media_type])
