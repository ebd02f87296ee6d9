"""What erasing somebody's data needs of a unit of work and of the reader."""

from collections.abc import Sequence
from typing import Protocol

from chalicelib.domain.contact import Contact
from chalicelib.domain.erasing_beside import Beside
from chalicelib.domain.erasure import Erasure
from chalicelib.domain.history import Entry
from chalicelib.domain.process import Process


class ErasureWork(Protocol):
    """The part of a unit of work that destroys. Only the worker's role may take salts from the ledger."""

    def put_erasure(self, before: Erasure | None, after: Erasure) -> None:
        """Write a request, on condition that it is still as ``before``."""

    def erase_contact(self, before: Contact, after: Contact) -> None:
        """Leave of a contact what ``after`` says, on condition that it is still as ``before``."""

    def erase_beside(self, before: Beside, after: Beside) -> None:
        """Leave ``after`` of what a unit wrote beside a process, on condition that it is still as ``before``."""

    def erase_entries(self, left: Sequence[Entry]) -> None:
        """Put what is left of entries in their places, on condition of their hashes, and destroy their salts."""


class ErasureReader(Protocol):
    """Past the aggregate."""

    def processes_of_party(self, contact: str, after: str, most: int) -> tuple[Sequence[str], bool]:
        """The ids, after one of them, of processes with the contact, whoever may know of them; and whether there are
        more (eventually right).
        """

    def written_beside(self, process: Process) -> Sequence[Beside]:
        """All that units wrote beside it: comments, follow-ups, lists and their own logs."""

    def erasures(self, most: int) -> Sequence[Erasure]:
        """The last requests, the newest first."""
