"""The inside of a file, by the kind it claims to be: also of each file within a compressed one."""

from chalicelib.adapters.inspection.signatures import check_signature
from chalicelib.adapters.inspection.source import Source
from chalicelib.domain.file_inspection import Limits
from chalicelib.domain.file_types import FileKind, FileType


def examine_contents(source: Source, claimed: FileType, limits: Limits) -> int | None:
    """The number of pages, where there are any. Raises FileRefused."""
    # Imported here so that the process pays only for the parser of the type at hand.
    check_signature(source, claimed)
    if claimed.kind is FileKind.PDF:
        from chalicelib.adapters.inspection.pdf_files import examine_pdf

        return examine_pdf(source, limits)
    if claimed.kind is FileKind.IMAGE:
        from chalicelib.adapters.inspection.image_files import examine_image

        return examine_image(source, claimed, limits)
    if claimed.kind is FileKind.TEXT:
        from chalicelib.adapters.inspection.text_files import examine_text

        examine_text(source)
    elif claimed.kind in (FileKind.OFFICE, FileKind.ARCHIVE):
        from chalicelib.adapters.inspection.archive_files import examine_archive

        examine_archive(source, claimed, limits)
    return None
