"""What sending a file in parts needs from the outside."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from chalicelib.domain.upload import Upload


class Parts(Protocol):
    """Files on their way to quarantine in parts. ``upload.parts`` names the sending that is open there."""

    def open(self, upload: Upload) -> str:
        """-> the name of the sending; one that nobody completes is forgotten after a day."""

    def arrived(self, upload: Upload) -> Mapping[int, int] | None:
        """Bytes of each part that is there; None when the sending is closed or was dropped."""

    def links(self, upload: Upload, numbers: Sequence[int]) -> Mapping[int, str]:
        """Where to put each part, for an hour."""

    def close(self, upload: Upload) -> None:
        """Make one file of the parts; its inspection follows."""

    def drop(self, upload: Upload) -> None:
        """Forget what arrived."""
