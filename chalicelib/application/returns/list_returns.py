"""The calendar of returns: what the unit awaits and what it must give back, by day (TRA-03)."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from chalicelib.application.authorisation import allow, subject
from chalicelib.application.inbox.read import row_resource
from chalicelib.application.inbox.row import InboxRow
from chalicelib.application.ports import Ports
from chalicelib.application.references import InboxRowKey
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action, decide
from chalicelib.domain.routing import Routing
from chalicelib.domain.value import dataclass

#: Of each side; a unit that owes more than this has another problem than its calendar.
MAXIMUM_RETURNS = 300


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """A pending return; ``awaited`` by the actor's unit, or else owed by it."""

    routing: Routing
    row: InboxRow
    awaited: bool
    overdue: bool


@dataclass(frozen=True, slots=True)
class Returns:
    """``lines`` by day; ``complete`` is False when there were more than fit. ``today`` is the city's."""

    lines: Sequence[ReturnLine]
    complete: bool
    today: date


def list_returns(ports: Ports, actor: Actor, month: date) -> Returns:
    """Of the month of ``month``, and whatever is overdue by now from before it. Raises Forbidden."""
    allow(actor, Action.INBOX_READ)
    today = ports.now().astimezone(ports.zone).date()
    last = month.replace(day=monthrange(month.year, month.month)[1])
    sides = ports.reader.returns(actor.unit.id, last, MAXIMUM_RETURNS)
    asked = [
        (routing, awaited)
        for awaited, side in zip((True, False), sides, strict=True)
        for routing in side
        if routing.return_due and (routing.return_due >= month.replace(day=1) or routing.return_due < today)
    ]
    rows = ports.reader.get(*(InboxRowKey(routing.process, actor.unit.id) for routing, _ in asked))
    who = subject(actor)
    lines = [
        ReturnLine(routing, row, awaited, routing.return_due is not None and routing.return_due < today)
        for (routing, awaited), row in zip(asked, rows, strict=True)
        if row and decide(who, Action.PROCESS_LIST, row_resource(actor, row)).allowed
    ]
    lines.sort(key=lambda line: (line.routing.return_due or today, line.awaited, line.row.nup))
    return Returns(lines, max(map(len, sides)) < MAXIMUM_RETURNS, today)
