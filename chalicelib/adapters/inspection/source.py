"""What is examined: a file on the disk, or one that lay inside another and is held in memory."""

import io
from pathlib import Path
from typing import BinaryIO


class Inside:
    """A file within a compressed file."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def open(self) -> BinaryIO:
        return io.BytesIO(self._data)

    @property
    def size(self) -> int:
        return len(self._data)


Source = Path | Inside


def opened(source: Source) -> BinaryIO:
    """From its first byte."""
    return source.open() if isinstance(source, Inside) else source.open("rb")


def size_of(source: Source) -> int:
    """In bytes."""
    return source.size if isinstance(source, Inside) else source.stat().st_size
