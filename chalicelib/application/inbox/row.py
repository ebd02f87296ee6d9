"""The inbox row: all that one line of the unit's inbox shows, so that the inbox is one query (PRO-01)."""

from datetime import date, datetime
from enum import StrEnum

from chalicelib.domain.access import AccessLevel
from chalicelib.domain.desk import EMPTY, Desk
from chalicelib.domain.flow_run import LIVE
from chalicelib.domain.organisation import Person, UnitName
from chalicelib.domain.process import AWAY_FROM_INBOX, Named, Process
from chalicelib.domain.ties import Conclusion, Suspension
from chalicelib.domain.value import dataclass


class Listed(StrEnum):
    """The unit's processes that are not in its inbox."""

    SUSPENDED = "suspended"
    CONCLUDED = "concluded"


@dataclass(frozen=True, slots=True)
class RowStep:
    """A step of the process's flow that is the unit's to do."""

    flow: str
    step: str
    name: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A process as its row in one unit's inbox. Dates of return are the soonest pending ones (TRA-03).

    ``reopen_on`` is the day a concluded one comes back by itself (TRA-06); ``desk`` what the unit keeps for itself.
    ``suspended`` and ``concluded`` are for the unit's other lists: why, by whom and when.
    """

    process: str
    agency: str
    nup: str
    type: Named
    specification: str
    interested_parties: tuple[str, ...]
    access_level: str
    state: str
    priority: str | None
    tab: str
    open: bool
    unread: bool
    assignee: Person | None
    signals: tuple[str, ...]
    return_to_give: date | None
    return_awaited: date | None
    sender_unit: UnitName | None
    arrived_at: datetime
    last_activity_at: datetime
    reopen_on: date | None = None
    desk: Desk = EMPTY
    suspended: Suspension | None = None
    concluded: Conclusion | None = None
    steps: tuple[RowStep, ...] = ()

    @property
    def personal(self) -> bool:
        """In no list of the unit: only of those who hold a credential (SIG-02)."""
        return self.access_level == AccessLevel.CONFIDENTIAL

    @property
    def in_inbox(self) -> bool:
        """Open, and neither suspended nor annexed."""
        return self.open and self.state not in AWAY_FROM_INBOX


def inbox_row(process: Process, unit: str) -> InboxRow:
    """The row of ``unit``; the process must have a presence there."""
    presence = process.presences[unit]
    waiting = [routing for routing in process.routings if routing.waits_return]
    to_give = [r.return_due for r in waiting if r.destination.id == unit and r.return_due]
    awaited = [r.return_due for r in waiting if r.origin.id == unit and r.return_due]
    registration = process.registration
    return InboxRow(
        process=process.id,
        agency=process.agency,
        nup=process.nup,
        type=registration.type,
        specification=registration.specification,
        interested_parties=tuple(party.name for party in registration.interested_parties[:3]),
        access_level=process.effective_level.value,
        state=process.state.value,
        priority=registration.priority,
        tab=presence.tab.value,
        open=presence.open,
        unread=presence.unread,
        assignee=presence.assignee,
        signals=tuple(sorted(signal.value for signal in presence.signals)),
        return_to_give=min(to_give, default=None),
        return_awaited=min(awaited, default=None),
        sender_unit=presence.sender,
        arrived_at=presence.arrived_at,
        last_activity_at=presence.last_activity_at,
        reopen_on=presence.reopen_on,
        desk=presence.desk,
        suspended=process.suspension if presence.open else None,
        concluded=presence.conclusion,
        steps=_steps(process, unit),
    )


def _steps(process: Process, unit: str) -> tuple[RowStep, ...]:
    mark = process.flow
    if mark is None or mark.state not in LIVE:
        return ()
    return tuple(RowStep(mark.code, one.step, one.name, one.due) for one in mark.steps if unit in one.units)
