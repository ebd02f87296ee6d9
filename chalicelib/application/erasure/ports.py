"""What erasing somebody's data needs of a unit of work and of the reader."""

from collections.abc import Sequence
from typing import Protocol

from chalicelib.domain.contact import Contact
from chalicelib.domain.erasure import Erasure
from chalicelib.domain.history import Entry


class ErasureWork(Protocol):
    """The part of a unit of work that destroys. Only the worker's role may take salts from the ledger."""

    def put_erasure(self, before: Erasure | None, after: Erasure) -> None:
        """Write a request, on condition that it is still as ``before``."""

    def erase_contact(self, before: Contact, after: Contact) -> None:
        """Leave of a contact what ``after`` says, on condition that it is still as ``before``."""

    def erase_entries(self, left: Sequence[Entry]) -> None:
        """Put what is left of entries in their places, on condition of their hashes, and destroy their salts."""


class ErasureReader(Protocol):
    """Past the aggregate."""

    def erasures(self, most: int) -> Sequence[Erasure]:
        """The last requests, the newest first."""
