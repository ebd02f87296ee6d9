"""What is asked about a file in quarantine and what is answered (DOC-08)."""


from chalicelib.domain.file_types import LARGEST_FILE
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class Declaration:
    """What the sender said: ``size`` in bytes, ``sha256`` in hexadecimal."""

    file_name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Limits:
    """How far an examination goes: sizes in bytes, times in seconds."""

    size: int = LARGEST_FILE
    pages: int = 5_000
    pdf_objects: int = 300_000
    decoded_stream: int = 48 * 1024 * 1024
    decoded_total: int = 512 * 1024 * 1024
    pixels: int = 50_000_000
    entries: int = 1_000
    ratio: int = 100
    memory: int = 512 * 1024 * 1024
    seconds: int = 25


@dataclass(frozen=True, slots=True)
class Verdict:
    """``reason`` is None when the file is accepted, else a code of ``upload_reasons``.

    ``media_type`` is the type to serve the file as; ``pages`` is known for PDF and TIFF.
    """

    reason: str | None
    media_type: str = ""
    pages: int | None = None

    @property
    def accepted(self) -> bool:
        return self.reason is None
