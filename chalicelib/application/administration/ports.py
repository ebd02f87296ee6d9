"""What the administration needs of the tables: users, changes, entries of catalogues, and their writes."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from chalicelib.application.rollout.ports import RolloutWork
from chalicelib.domain.catalogue_entry import CatalogueEntry
from chalicelib.domain.change_record import ChangeRecord
from chalicelib.domain.identity import User
from chalicelib.domain.rollout import Rollout
from chalicelib.domain.service_account import ServiceAccount

if TYPE_CHECKING:
    from chalicelib.application.ports import Page


class Register(Protocol):
    """Reads of the administration, past the caches."""

    def users(self, text: str, cursor: str | None) -> "Page":
        """A page of users by name, those with ``text`` in the name or login."""

    def every_user(self) -> Iterator[User]:
        """All of them, by name."""

    def users_in(self, unit: str) -> Sequence[User]:
        """Whoever has a permission in this very unit, by name."""

    def place(self, table: str, code: str) -> str:
        """Where the entry of this code stands in its catalogue; where it would, when there is none."""

    def new_place(self, code: str) -> str:
        """Where a new entry of this code stands, whatever the catalogue."""

    def entries(self, table: str) -> Sequence[CatalogueEntry]:
        """Every entry of a catalogue, in its own order."""

    def service_accounts(self) -> Sequence[ServiceAccount]:
        """Every system, by code."""

    def service_uses(self, account: str) -> Mapping[str, date]:
        """Key -> the day on which it was last used."""

    def changes(self, table: str, code: str, cursor: str | None) -> "Page":
        """A page of the changes of one entry, newest first."""

    def all_changes(self, cursor: str | None) -> "Page":
        """A page of every change, newest first."""


class RolloutState(Protocol):
    """How far the city has come, as the container keeps it with the catalogues."""

    def rollout(self) -> Rollout: ...


class RegisterWork(RolloutWork, Protocol):
    """The part of a unit of work that writes the register."""

    def put_user(self, before: User | None, after: User) -> None:
        """Write a user, where it is listed and whose CPF it is, on condition that it is still as ``before``."""

    def require_user(self, user: User) -> None:
        """Commit only if the user is still as it was loaded."""

    def put_service_account(self, before: ServiceAccount | None, after: ServiceAccount) -> None:
        """Write a system, on condition that it is still as ``before``."""

    def put_entry(self, before: CatalogueEntry | None, after: CatalogueEntry) -> None:
        """Write an entry of a catalogue, on condition that it is still as ``before``."""

    def record_change(self, record: ChangeRecord) -> None:
        """Keep what was changed, for ever."""

    def renew_catalogues(self) -> None:
        """Whoever keeps catalogues in memory reads them anew at the next request."""
