"""The unit's inbox (PRO-01): one query of rows, and the counters."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from chalicelib.application.authorisation import subject
from chalicelib.application.ports import InboxFilter, Page, Ports
from chalicelib.domain.access import AccessLevel, ProcessResource
from chalicelib.domain.arrangement import Arrangement
from chalicelib.domain.deadline import DEFAULT_WARNING_DAYS
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action, decide
from chalicelib.domain.value import dataclass

from .row import InboxRow

PAGE = 50


@dataclass(frozen=True, slots=True)
class Inbox:
    """A page of rows the actor may see, the unit's counters and arrangement, and today's civil date."""

    page: Page
    counters: Mapping[str, int]
    arrangement: Arrangement
    today: date


def read_inbox(
    ports: Ports,
    actor: Actor,
    wanted: InboxFilter,
    cursor: str | None,
    due: str | None = None,
    size: int = PAGE,
) -> Inbox:
    """Rows of the actor's unit; ``due``: ``any``, ``soon`` or ``overdue`` deadlines only (TRA-11).

    Raises InvalidRequest ``invalid_cursor``.
    """
    today = ports.now().astimezone(ports.zone).date()
    wanted = _due(wanted, due, today)
    page = ports.reader.inbox(actor.unit.id, wanted, cursor, size)
    who = subject(actor)
    visible = [
        row for row in page.items if decide(who, Action.PROCESS_LIST, row_resource(actor, row)).allowed
    ]
    counters, arrangement = ports.reader.counters(actor.unit.id, actor.user.id)
    if actor.scope and actor.scope.process_types:
        # They count every type: what is not in the scope is not told in numbers either.
        counters = dict.fromkeys(counters, 0)
    return Inbox(Page(visible, page.next_cursor), counters, arrangement, today)


def _due(wanted: InboxFilter, due: str | None, today: date) -> InboxFilter:
    match due:
        case "any":
            return replace(wanted, due_from=date.min)
        case "soon":
            return replace(wanted, due_from=today, due_until=today + timedelta(days=DEFAULT_WARNING_DAYS))
        case "overdue":
            return replace(wanted, due_until=today - timedelta(days=1))
    return wanted


def row_resource(actor: Actor, row: InboxRow) -> ProcessResource:
    """What the policy asks about, from a row of the actor's own unit."""
    here = frozenset({actor.unit.id})
    return ProcessResource(
        tenant=actor.tenant,
        agency=row.agency,
        level=AccessLevel(row.access_level),
        generating_unit=actor.unit.id,
        open_units=here,
        state=row.state,
        passed_units=here,
        type=row.type.code,
    )
