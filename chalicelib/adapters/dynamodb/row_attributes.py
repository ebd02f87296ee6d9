"""The row of an inbox as attributes of its item: what its lists are found and filtered by (PRO-01)."""

from collections.abc import Iterable
from typing import Any

from chalicelib.application.inbox.row import InboxRow
from chalicelib.application.ports import InboxFilter
from chalicelib.domain.presence import Signal

from . import keys
from .codec import encode
from .items import MainItem


def row_actions(tenant: str, unit: str, row: InboxRow) -> list[Any]:
    """Update actions that make the presence item show ``row``; other attributes of the unit stay."""
    item = MainItem
    actions: list[Any] = [
        item.body.set(encode(row)),
        item.unread.set(row.unread or Signal.MARKED_UNREAD in row.signals),
        item.type.set(row.type.code),
        *_desk_actions(row),
    ]
    actions += _list_actions(tenant, unit, row)
    if row.in_inbox and row.assignee:
        actions += [
            item.assignee.set(row.assignee.id),
            item.gsi2pk.set(keys.assigned_to(tenant, unit, row.assignee.id)),
            item.gsi2sk.set(keys.inbox_order(row.tab, row.last_activity_at)),
        ]
    elif row.reopen_on and not row.open:
        actions += [
            item.assignee.remove(),
            item.gsi2pk.set(keys.reopenings(tenant)),
            item.gsi2sk.set(keys.part(row.reopen_on.isoformat(), row.process, unit)),
        ]
    else:
        actions += [item.assignee.remove(), item.gsi2pk.remove(), item.gsi2sk.remove()]
    return actions


def _list_actions(tenant: str, unit: str, row: InboxRow) -> list[Any]:
    """The one list of the unit that shows the row: inbox, suspended, concluded; none while annexed or confidential."""
    item = MainItem
    if row.personal:
        place = None
    elif row.in_inbox:
        place = keys.open_in_unit(tenant, unit), keys.inbox_order(row.tab, row.last_activity_at)
    elif row.suspended:
        place = keys.suspended_in_unit(tenant, unit), keys.moment(row.suspended.at)
    elif row.concluded:
        place = keys.concluded_in_unit(tenant, unit), keys.moment(row.concluded.at)
    else:
        place = None
    if place is None:
        return [item.gsi1pk.remove(), item.gsi1sk.remove(), item.concluded_by.remove()]
    by = item.concluded_by.set(row.concluded.by.id) if row.concluded else item.concluded_by.remove()
    return [item.gsi1pk.set(place[0]), item.gsi1sk.set(place[1]), by]


def _desk_actions(row: InboxRow) -> list[Any]:
    """What the inbox may be filtered by (TRA-03, TRA-09, TRA-11, TRA-12, issue 4); a concluded one is due no more."""
    desk = row.desk
    due = desk.deadline if desk.deadline and desk.deadline.concluded_at is None else None
    labels = listed(each.label for each in desk.labels) if desk.labels else None
    kept = (
        (MainItem.labels, labels),
        (MainItem.due, due.due.isoformat() if due else None),
        (MainItem.checkpoint, desk.checkpoint.checkpoint if desk.checkpoint else None),
        (MainItem.steps, listed(f"{each.flow}/{each.step}" for each in row.steps) if row.steps else None),
        (MainItem.give, row.return_to_give.isoformat() if row.return_to_give else None),
        (MainItem.awaited, row.return_awaited.isoformat() if row.return_awaited else None),
    )
    return [attribute.set(value) if value else attribute.remove() for attribute, value in kept]


def listed(identifiers: Iterable[str]) -> str:
    """Identifiers that a filter finds one of: ``,a,b,``."""
    return "," + "".join(f"{each}," for each in identifiers)


def inbox_filter(wanted: InboxFilter) -> Any:
    """The condition of the rows wanted; None when all are."""
    parts: list[Any] = []
    if wanted.assigned == "none":
        parts.append(MainItem.assignee.does_not_exist())
    if wanted.type:
        parts.append(MainItem.type == wanted.type)
    if wanted.unread:
        parts.append(MainItem.unread == True)  # noqa: E712
    if wanted.label:
        among = MainItem.labels.contains(listed([wanted.label]))
        parts.append(MainItem.labels.does_not_exist() if wanted.label == "none" else among)
    if wanted.checkpoint:
        there = MainItem.checkpoint == wanted.checkpoint
        parts.append(MainItem.checkpoint.does_not_exist() if wanted.checkpoint == "none" else there)
    if wanted.step:
        parts.append(MainItem.steps.contains(listed([wanted.step])))
    if wanted.due_from:
        parts.append(MainItem.due >= wanted.due_from.isoformat())
    if wanted.due_until:
        parts.append(MainItem.due <= wanted.due_until.isoformat())
    condition = None
    if wanted.returns == "to_give":
        parts.append(MainItem.give.exists())
    if wanted.returns == "awaited":
        parts.append(MainItem.awaited.exists())
    for part in parts:
        condition = part if condition is None else condition & part
    return condition
