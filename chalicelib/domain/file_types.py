"""The files a city hall takes in (DOC-08): a closed list, by extension, each with the media type it is served as.

Formats that a browser or an office program would run (HTML, SVG, macros, programs) are absent on purpose.
"""

from enum import StrEnum
from types import MappingProxyType

from chalicelib.domain.value import dataclass

MEGABYTE = 1024 * 1024
LARGEST_FILE = 5 * 1024 * MEGABYTE  # bytes; what one copy within the store can carry
LONGEST_NAME = 255


class FileKind(StrEnum):
    """What has to be looked at inside the file."""

    PDF = "pdf"
    IMAGE = "image"
    TEXT = "text"
    OFFICE = "office"
    ARCHIVE = "archive"
    MEDIA = "media"


@dataclass(frozen=True, slots=True)
class FileType:
    """One accepted type: ``extension`` without the dot, ``media_type`` as it is served."""

    extension: str
    media_type: str
    kind: FileKind


_OOXML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"

ACCEPTED = MappingProxyType(
    {
        extension: FileType(extension, media_type, kind)
        for extension, media_type, kind in (
            ("pdf", "application/pdf", FileKind.PDF),
            ("png", "image/png", FileKind.IMAGE),
            ("jpg", "image/jpeg", FileKind.IMAGE),
            ("jpeg", "image/jpeg", FileKind.IMAGE),
            ("tif", "image/tiff", FileKind.IMAGE),
            ("tiff", "image/tiff", FileKind.IMAGE),
            ("txt", "text/plain", FileKind.TEXT),
            ("csv", "text/csv", FileKind.TEXT),
            ("docx", f"{_OOXML}.wordprocessingml.document", FileKind.OFFICE),
            ("xlsx", f"{_OOXML}.spreadsheetml.sheet", FileKind.OFFICE),
            ("pptx", f"{_OOXML}.presentationml.presentation", FileKind.OFFICE),
            ("odt", f"{_ODF}.text", FileKind.OFFICE),
            ("ods", f"{_ODF}.spreadsheet", FileKind.OFFICE),
            ("odp", f"{_ODF}.presentation", FileKind.OFFICE),
            ("zip", "application/zip", FileKind.ARCHIVE),
            ("mp3", "audio/mpeg", FileKind.MEDIA),
            ("mp4", "video/mp4", FileKind.MEDIA),
        )
    }
)


def extension_of(file_name: str) -> str:
    """The last extension in lower case, without the dot; empty when there is none."""
    stem, dot, extension = file_name.rpartition(".")
    return extension.lower() if stem and dot else ""


def file_type_of(file_name: str) -> FileType | None:
    """The accepted type that the name claims, or None."""
    return ACCEPTED.get(extension_of(file_name))


def is_fit_name(file_name: str) -> bool:
    """Whether the name can be shown and saved as it is: no path, no control, nothing that turns text around."""
    if not 0 < len(file_name) <= LONGEST_NAME or file_name != file_name.strip() or file_name.startswith("."):
        return False
    return file_name.isprintable() and not set(file_name) & set('/\\:*?"<>|')
