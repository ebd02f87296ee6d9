"""What erasing somebody's data needs of a unit of work and of the reader."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from chalicelib.application.references import LearnerKey, PasswordKey, PasswordLinkKey, SecondFactorKey
from chalicelib.domain.contact import Contact
from chalicelib.domain.erasing_beside import Beside
from chalicelib.domain.erasure import Erasure
from chalicelib.domain.history import Entry
from chalicelib.domain.leaver import AccountLine, RegisterLine
from chalicelib.domain.process import Process

if TYPE_CHECKING:
    from chalicelib.application.ports import Page


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


    def put_register_line(self, before: RegisterLine, after: RegisterLine) -> None:
        """Leave ``after`` of a line of a user's history, in both places, on condition that it is as ``before``."""

    def put_account_line(self, before: AccountLine, after: AccountLine) -> None:
        """Leave ``after`` of a line of how a user entered, on condition that it is as ``before``."""

    def forget_entrances(self, user: str, sessions: Sequence[str], devices: Sequence[str]) -> None:
        """Destroy sessions and trusted devices, by their digests."""

    def forget_secrets(
        self, secrets: Sequence[PasswordKey | SecondFactorKey | PasswordLinkKey | LearnerKey]
    ) -> None:
        """Destroy what is kept under a person."""


class ErasureReader(Protocol):
    """Past the aggregate."""

    def processes_of_party(self, contact: str, after: str, most: int) -> tuple[Sequence[str], bool]:
        """The ids, after one of them, of processes with the contact, whoever may know of them; and whether there are
        more (eventually right).
        """

    def written_beside(self, process: Process) -> Sequence[Beside]:
        """All that units wrote beside it: comments, follow-ups, lists and their own logs."""

    def leavers(self, cursor: str | None, size: int) -> "Page":
        """A page of users who left and were not erased, the longest ago first (eventually right).

        Raises InvalidRequest for a cursor of another list.
        """

    def register_lines(self, user: str) -> Sequence[RegisterLine]:
        """Every line of the history of a user."""

    def account_lines(self, user: str) -> Sequence[AccountLine]:
        """Every line of how a user entered."""

    def erasures(self, most: int) -> Sequence[Erasure]:
        """The last requests, the newest first."""
