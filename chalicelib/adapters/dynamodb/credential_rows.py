"""Confidential processes in the lists of those who hold a credential: a row per person and unit (SIG-06, SIG-09)."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from chalicelib.application.confidential.row import CredentialRow, Seat, credential_rows
from chalicelib.application.ports import Page
from chalicelib.domain.process import Process

from . import keys
from .codec import encode
from .items import MainItem
from .stretches import Shelf, read_rows

PAGE = 50


def rows_written(tenant: str, before: Process | None, after: Process | None) -> Iterator[MainItem]:
    """The rows that an act moved."""
    known = credential_rows(before)
    for seat, row in credential_rows(after).items():
        if known.get(seat) != row:
            yield _item(tenant, row)


def rows_removed(tenant: str, before: Process | None, after: Process | None) -> Iterator[MainItem]:
    """The rows of credentials that ended, or of a process that is confidential no more."""
    left = credential_rows(after)
    for seat, row in credential_rows(before).items():
        if seat not in left:
            yield MainItem(*keys.credential(tenant, row.row.process, row.unit.id, row.user.id))


def counts_moved(before: Process | None, after: Process | None) -> Counter[Seat]:
    """By how much each person has more or fewer at hand: the inbox asks for the list only when there is something."""
    moved: Counter[Seat] = Counter()
    for process, step in ((after, 1), (before, -1)):
        moved.update({seat: step for seat, row in credential_rows(process).items() if row.at_hand})
    return moved


def counts_written(tenant: str, moved: Counter[Seat]) -> Iterator[tuple[MainItem, list[Any]]]:
    """One update for each person, of however many processes: a transaction writes no item twice."""
    for (user, unit), step in sorted(moved.items()):
        if step:
            yield MainItem(*keys.held_count(tenant, unit, user)), [MainItem.n.add(step)]


def held(tenant: str, unit: str, user: str, at_hand: bool, cursor: str | None) -> Page:
    """One query, newest first."""
    prefix = keys.held_order(True) if at_hand else None
    shelf = Shelf(MainItem.first, "gsi1", keys.held_by(tenant, unit, user), prefix)
    return read_rows(shelf, None, cursor, PAGE, CredentialRow)


def holdings(tenant: str, agency: str, unit: str | None, cursor: str | None) -> Page:
    """One query, by unit and process."""
    prefix = keys.holdings_of(unit) if unit else None
    shelf = Shelf(MainItem.second, "gsi2", keys.holdings(tenant, agency), prefix)
    return read_rows(shelf, None, cursor, PAGE, CredentialRow)


def _item(tenant: str, row: CredentialRow) -> MainItem:
    line = row.row
    return MainItem(
        *keys.credential(tenant, line.process, row.unit.id, row.user.id),
        body=encode(row),
        gsi1pk=keys.held_by(tenant, row.unit.id, row.user.id),
        gsi1sk=keys.held_order(row.at_hand, line.last_activity_at),
        gsi2pk=keys.holdings(tenant, row.agency),
        gsi2sk=keys.holdings_order(row.unit.id, line.process, row.user.id),
    )
