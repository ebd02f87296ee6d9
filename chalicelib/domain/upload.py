"""A file on its way in (DOC-08): declared, uploaded to quarantine, inspected, then accepted or refused."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from chalicelib.domain.value import dataclass

from .catalogue import is_offered
from .errors import FieldError, InvalidRequest
from .file_types import ACCEPTED, LARGEST_FILE, MEGABYTE, extension_of
from .retention import Kept, period
from .upload_reasons import reason_message


class UploadState(StrEnum):
    """Where the file is on its way; ``filed``: it is a document of the process, or a picture in a text of one."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    FILED = "filed"


@dataclass(frozen=True, slots=True)
class Upload:
    """A declared file: its bytes must be ``size`` long and hash to ``sha256`` (hex).

    ``parts`` is what the store calls the sending of a file that goes in parts.
    """

    id: str
    process: str
    unit: str
    user: str
    file_name: str
    media_type: str
    size: int
    sha256: str
    declared_at: datetime
    state: UploadState = UploadState.WAITING
    reason: str | None = None
    reason_message: str | None = None
    pages: int | None = None
    content_key: str = ""
    parts: str = ""

    @property
    def kept_until(self) -> datetime | None:
        """None once a process holds it or a text shows it; until then nobody may ever want it."""
        return None if self.state is UploadState.FILED else self.declared_at + period(Kept.UPLOADS)


def accepted_sizes(rows: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """The kinds of files that the city takes, by extension, each with its largest size in bytes (ACC-15).

    A city that says nothing of a kind takes it.
    """
    sizes = dict.fromkeys(ACCEPTED, LARGEST_FILE)
    for row in rows:
        if row["code"] in sizes:
            sizes[row["code"]] = int(row["megabytes"]) * MEGABYTE if is_offered(row) else 0
    return {extension: size for extension, size in sizes.items() if size}


def check_declared(file_name: str, size: int, limit: int, accepted: Mapping[str, int]) -> None:
    """Refuse before a byte is sent what can be known to be refused; ``limit`` in bytes, as those of ``accepted_sizes``.

    Raises InvalidRequest on ``file_name`` or ``size``, with the codes of ``upload_reasons``.
    """
    reason, field = None, "size"
    extension = extension_of(file_name)
    if extension not in accepted:
        reason, field = "extension_not_allowed", "file_name"
    elif size == 0:
        reason = "empty_file"
    elif size > min(limit, accepted[extension]):
        reason = "too_large"
    if reason:
        raise InvalidRequest(FieldError(field, reason, reason_message(reason)))
