"""What comments on passages need of a unit of work and of the reader (DOC-03)."""

from collections.abc import Sequence
from typing import Protocol

from chalicelib.domain.passage_comment import PassageComment


class PassageWork(Protocol):
    """The part of a unit of work that writes them."""

    def put_passage_comment(self, before: PassageComment | None, after: PassageComment) -> None:
        """Write a comment on a passage, on condition that it is still as ``before``."""


class PassageReader(Protocol):
    """The part of the reader that finds them."""

    def passage_comments(self, process: str, document: str) -> Sequence[PassageComment]:
        """All of one text, oldest first, whoever they are for."""
