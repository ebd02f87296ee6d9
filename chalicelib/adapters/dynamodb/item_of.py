"""History entries and routings as items, with the index keys they are found by."""

from zoneinfo import ZoneInfo

from chalicelib.domain.history import Entry
from chalicelib.domain.routing import Routing

from . import keys, records
from .items import HistoryItem, MainItem
from .returns import place_returns


def entry_item(tenant: str, zone: ZoneInfo, entry: Entry) -> HistoryItem:
    """In chain order; found by day, by unit and by person."""
    pk, sk = keys.entry(tenant, entry.process, entry.n)
    day = entry.at.astimezone(zone).date().isoformat()
    place = keys.part(keys.moment(entry.at), entry.process, f"{entry.n:08d}")
    return HistoryItem(
        pk,
        sk,
        gsi1pk=keys.unit_day(tenant, entry.unit.id, day),
        gsi1sk=place,
        gsi2pk=keys.user_day(tenant, entry.user.id, day),
        gsi2sk=place,
        kind=entry.fact.kind(),
        body=entry.body.decode(),
        hash=entry.hash,
    )


def routing_item(tenant: str, routing: Routing) -> MainItem:
    """Found by both units while its return is awaited and, while open, by its due date."""
    pk, sk = keys.routing(tenant, routing.process, routing.id)
    item = MainItem(pk, sk, body=records.encode(routing))
    place_returns(tenant, item, routing)
    if routing.open:
        item.gsi2pk = keys.open_routings(tenant)
        due = routing.return_due.isoformat() if routing.return_due else keys.LAST
        item.gsi2sk = keys.part(due, routing.process, routing.id)
    return item
