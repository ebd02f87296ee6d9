"""Routings found: those of a process, and the returns a unit awaits or owes, by their day (TRA-01, TRA-03)."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice

from chalicelib.domain.routing import Routing

from . import keys, records
from .items import MainItem


def returns_of(tenant: str, unit: str, until: date, most: int) -> tuple[Sequence[Routing], Sequence[Routing]]:
    """(awaited, to give) with their day up to ``until``, the soonest first, at most ``most`` of each."""
    awaited = MainItem.third.query(
        keys.returns_awaited(tenant, unit),
        range_key_condition=MainItem.gsi3sk < _after(until),
        limit=most,
        attributes_to_get=["body"],
    )
    to_give = MainItem.first.query(
        keys.returns_to_give(tenant, unit),
        range_key_condition=MainItem.gsi1sk < _after(until),
        limit=most,
        attributes_to_get=["body"],
    )
    return _routings(awaited, most), _routings(to_give, most)


def routings_of(tenant: str, process: str, most: int) -> Sequence[Routing]:
    """Every sending of the process, ended or not; consistent."""
    pk, _ = keys.process(tenant, process)
    condition = MainItem.sk.startswith(keys.ROUTINGS)
    found = MainItem.query(pk, condition, consistent_read=True, limit=most, attributes_to_get=["body"])
    return _routings(found, most)


def place_returns(tenant: str, item: MainItem, routing: Routing) -> None:
    """Put a routing whose return is still awaited where both units find it by its day."""
    if routing.waits_return and routing.return_due:
        order = keys.part(routing.return_due.isoformat(), routing.process, routing.id)
        item.gsi1pk, item.gsi1sk = keys.returns_to_give(tenant, routing.destination.id), order
        item.gsi3pk, item.gsi3sk = keys.returns_awaited(tenant, routing.origin.id), order


def _after(day: date) -> str:
    return keys.part((day + timedelta(days=1)).isoformat())


def _routings(found: object, most: int) -> list[Routing]:
    return [records.decode(Routing, item.body) for item in islice(found, most)]  # type: ignore[call-overload]
