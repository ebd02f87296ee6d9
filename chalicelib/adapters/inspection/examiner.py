"""What the examining process does: reads one file under limits that it sets on itself. ``confined.ready`` starts it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

from chalicelib.adapters.confined.limits import confine
from chalicelib.adapters.inspection.contents import examine_contents
from chalicelib.adapters.inspection.refusal import FileRefused
from chalicelib.domain.file_inspection import Declaration, Limits, Verdict
from chalicelib.domain.file_types import ACCEPTED, FileKind, FileType, file_type_of, is_fit_name

#: A verdict is one line.
LONGEST = 64 * 1024
#: Loaded by whoever starts an examination, so that the process pays only for the parser of the type at hand.
PARSERS = {
    FileKind.PDF: ("pdf_files",),
    FileKind.IMAGE: ("image_files",),
    FileKind.TEXT: ("text_files",),
    FileKind.OFFICE: ("archive_files",),
    FileKind.ARCHIVE: ("archive_files", "pdf_files", "image_files", "text_files"),
}


def examine(path: Path, declared: Declaration, limits: Limits) -> Verdict:
    """Every rule of DOC-08 in order of cost; the first that fails is the reason."""
    claimed = file_type_of(declared.file_name)
    try:
        if not is_fit_name(declared.file_name):
            raise FileRefused("name_not_allowed")
        if claimed is None:
            raise FileRefused("extension_not_allowed")
        _check_size(path, declared, limits)
        _check_declared_type(declared, claimed)
        _check_checksum(path, declared)
        return Verdict(None, claimed.media_type, examine_contents(path, claimed, limits))
    except FileRefused as refusal:
        return Verdict(refusal.reason, claimed.media_type if claimed else "")
    except MemoryError:
        return Verdict("bomb", claimed.media_type if claimed else "")


def _check_size(path: Path, declared: Declaration, limits: Limits) -> None:
    size = path.stat().st_size
    if size == 0:
        raise FileRefused("empty_file")
    if size > limits.size:
        raise FileRefused("too_large")
    if size != declared.size:
        raise FileRefused("size_differs")


def _check_declared_type(declared: Declaration, claimed: FileType) -> None:
    # Browsers disagree on the type of a spreadsheet or a CSV; only a claim to be another accepted type is a lie.
    others = {known.media_type for known in ACCEPTED.values()} - {claimed.media_type}
    plain = {"text/plain", "text/csv"}
    if declared.media_type in others and not {declared.media_type, claimed.media_type} <= plain:
        raise FileRefused("type_mismatch")


def _check_checksum(path: Path, declared: Declaration) -> None:
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != declared.sha256.lower():
            raise FileRefused("checksum_differs")


def prepare(request: Mapping[str, Any]) -> None:
    """Load what the file will be read by; only its name is looked at."""
    claimed = file_type_of(request["declared"]["file_name"])
    for module in PARSERS.get(claimed.kind, ()) if claimed else ():
        import_module(f"chalicelib.adapters.inspection.{module}")


def answer(request: Mapping[str, Any]) -> str:
    """The verdict on one file, as JSON, within limits that nothing in this process can lift again."""
    limits = Limits(**request["limits"])
    confine(limits.memory, limits.seconds)
    verdict = examine(Path(request["path"]), Declaration(**request["declared"]), limits)
    return json.dumps(asdict(verdict))
