"""A file on its way in (DOC-08): declared, uploaded to quarantine, inspected, then accepted or refused."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class UploadState(StrEnum):
    """Where the file is on its way."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Upload:
    """A declared file: its bytes must be ``size`` long and hash to ``sha256`` (hex)."""

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
