"""What confidential processes ask of the outside, besides what every process does."""

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from chalicelib.domain.identity import Session

if TYPE_CHECKING:
    from chalicelib.application.ports import Page


class HeldReader(Protocol):
    """The lists of those who hold credentials."""

    def held(self, unit: str, user: str, at_hand: bool, cursor: str | None) -> "Page":
        """A page of ``CredentialRow``: what a person may open from the unit, newest first."""

    def holdings(self, agency: str, unit: str | None, cursor: str | None) -> "Page":
        """A page of ``CredentialRow`` of an agency, or of one unit of it, by unit and process."""


class Openings(Protocol):
    """What sessions have open."""

    def keep_open(self, session: Session, process: str, until: datetime) -> None:
        """Note until when the session has a confidential process open; one that ended stays ended."""
