"""A process in a unit: open or concluded, read or not, whose it is (features.md §1.1, PRO-01)."""

from dataclasses import field, replace
from datetime import date, datetime
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .desk import EMPTY, Desk
from .errors import FieldError, InvalidRequest
from .organisation import Person, UnitName
from .ties import Conclusion


class Tab(StrEnum):
    """The two columns of the inbox (PRO-01)."""

    RECEIVED = "received"
    GENERATED = "generated"


class Signal(StrEnum):
    """The yellow triangle of the inbox, in words (TRA-14)."""

    DOCUMENT_INCLUDED = "document_included"
    DOCUMENT_SIGNED = "document_signed"
    MARKED_UNREAD = "marked_unread"


@dataclass(frozen=True, slots=True)
class Presence:
    """One unit's side of a process.

    ``unread`` is SEI's red number: the unit has not received it yet (TRA-02). ``reopen_on`` is a scheduled
    reopening (TRA-06). ``desk`` is what the unit keeps for itself; it stays when the process leaves and comes back.
    ``conclusion`` says how a closed one was closed.
    """

    unit: UnitName
    open: bool
    tab: Tab
    unread: bool
    arrived_at: datetime
    last_activity_at: datetime
    assignee: Person | None = None
    sender: UnitName | None = None
    signals: frozenset[Signal] = field(default_factory=frozenset)
    reopen_on: date | None = None
    desk: Desk = EMPTY
    conclusion: Conclusion | None = None

    def received(self, at: datetime) -> "Presence":
        """The unit opened it: black number, signals seen."""
        return replace(self, unread=False, signals=frozenset(), last_activity_at=at)

    def concluded(
        self, at: datetime, by: Person, reopen_on: date | None = None, by_sending: bool = False
    ) -> "Presence":
        """Leaves the inbox; nobody is in charge any more."""
        return replace(
            self,
            open=False,
            unread=False,
            assignee=None,
            signals=frozenset(),
            reopen_on=reopen_on,
            last_activity_at=at,
            conclusion=Conclusion(by, at, self.assignee, by_sending),
        )

    def reopened(self, at: datetime, by: Person | None) -> "Presence":
        """Back in the inbox, assigned to whoever reopened it (TRA-05)."""
        opened = replace(self, open=True, unread=False, assignee=by, reopen_on=None)
        return replace(opened, last_activity_at=at, conclusion=None)

    def arrived(self, at: datetime, sender: UnitName) -> "Presence":
        """Sent here again: shows red again, even when it was already open (TRA-01)."""
        return replace(
            self,
            open=True,
            tab=self.tab if self.open else Tab.RECEIVED,
            unread=True,
            sender=sender,
            reopen_on=None,
            arrived_at=at,
            last_activity_at=at,
            conclusion=None,
        )

    def signalled(self, signal: Signal, at: datetime) -> "Presence":
        """Something new happened inside the process (TRA-14)."""
        return replace(self, signals=self.signals | {signal}, last_activity_at=at)


MAXIMUM_REOPENING_DAYS = 5 * 366


def check_reopening(day: date | None, today: date) -> None:
    """A scheduled reopening is for a later day, at most five years ahead (TRA-06).

    Raises InvalidRequest on ``reopen_on``: ``date_not_in_the_future``, ``date_too_far``.
    """
    if day is None:
        return
    if day <= today:
        message = "A reabertura programada precisa ser em um dia futuro."
        raise InvalidRequest(FieldError("reopen_on", "date_not_in_the_future", message))
    if (day - today).days > MAXIMUM_REOPENING_DAYS:
        raise InvalidRequest(FieldError("reopen_on", "date_too_far", "O prazo vai além de 5 anos."))
