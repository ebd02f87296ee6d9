"""A file on its way in (DOC-08): declared, uploaded to quarantine, inspected, then accepted or refused."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .errors import FieldError, InvalidRequest


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


def check_declared(file_name: str, size: int, limit: int) -> None:
    """Refuse before a byte is sent what can be known to be refused.

    Raises InvalidRequest on ``file_name`` (``extension_not_allowed``) or ``size`` (``empty_file``, ``too_large``).
    """
    extension = file_name.rpartition(".")[2].lower() if "." in file_name else ""
    if extension not in ALLOWED_EXTENSIONS:
        message = (
            f"Arquivos .{extension} não são aceitos." if extension else "O arquivo precisa de uma extensão."
        )
        raise InvalidRequest(FieldError("file_name", "extension_not_allowed", message))
    if size == 0:
        raise InvalidRequest(FieldError("size", "empty_file", "O arquivo está vazio."))
    if size > limit:
        megabytes = limit // (1024 * 1024)
        raise InvalidRequest(FieldError("size", "too_large", f"O arquivo passa do limite de {megabytes} MB."))


ALLOWED_EXTENSIONS = frozenset(
    "pdf png jpg jpeg tif tiff txt csv odt ods odp docx xlsx pptx zip mp3 mp4 xml p7s".split()  # noqa: SIM905
)
