"""A confidential process in the list of one person who holds a credential; no unit's list ever shows it (SIG-09)."""

from dataclasses import replace
from datetime import datetime

from chalicelib.application.inbox.row import InboxRow, inbox_row
from chalicelib.domain.credential import AccessCredential
from chalicelib.domain.organisation import Person, UnitName
from chalicelib.domain.process import Process
from chalicelib.domain.value import dataclass

Seat = tuple[str, str]


@dataclass(frozen=True, slots=True)
class CredentialRow:
    """``row`` is the line as the holder's inbox shows it; ``agency`` is the unit's."""

    row: InboxRow
    user: Person
    unit: UnitName
    agency: str
    by: Person
    at: datetime

    @property
    def at_hand(self) -> bool:
        """In the holder's inbox; otherwise only among all that the holder may open."""
        return self.row.in_inbox


def credential_rows(process: Process | None) -> dict[Seat, CredentialRow]:
    """The rows of a process: one for each live credential, none while it is not confidential."""
    if process is None or not process.confidential:
        return {}
    return {each.seat: _row(process, each) for each in process.credentials if each.live}


def _row(process: Process, held: AccessCredential) -> CredentialRow:
    line = replace(inbox_row(process, held.unit.id), open=held.open, unread=held.unread)
    return CredentialRow(line, held.user, held.unit, held.agency, held.by, held.at)
