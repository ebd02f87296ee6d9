"""The writes of an erasure: the request, what is left of the person and of entries whose texts and salts go."""

from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from chalicelib.domain.contact import Contact
from chalicelib.domain.erasure import Erasure
from chalicelib.domain.history import Entry

from . import keys, records
from .item_of import entry_item
from .items import HistoryItem, MainItem, PlaceItem

NEW = MainItem.pk.does_not_exist()


class ErasureWrites:
    """A part of ``UnitOfWork``: it collects, the whole commits."""

    _tenant: str
    _zone: ZoneInfo
    _puts: list[tuple[MainItem | HistoryItem, Any]]
    _unsalted: list[PlaceItem]

    def put_erasure(self, before: Erasure | None, after: Erasure) -> None:
        item = MainItem(
            *keys.erasure(self._tenant, after.id),
            n=after.revision,
            body=records.encode(after),
            gsi1pk=keys.erasures(self._tenant),
            gsi1sk=keys.part(keys.moment(after.at), after.id),
        )
        self._puts.append((item, MainItem.n == before.revision if before else NEW))

    def erase_contact(self, before: Contact, after: Contact) -> None:
        item = records.contact_item(self._tenant, after)
        self._puts.append((item, MainItem.body == records.encode(before)))

    def erase_entries(self, left: Sequence[Entry]) -> None:
        for entry in left:
            item = entry_item(self._tenant, self._zone, entry)
            self._puts.append((item, HistoryItem.hash == entry.hash))
            self._unsalted.append(PlaceItem(*keys.ledger_place(self._tenant, entry.process, entry.n)))


def erasures(tenant: str, most: int) -> Sequence[Erasure]:
    """The last requests, the newest first."""
    found = MainItem.first.query(keys.erasures(tenant), scan_index_forward=False, limit=most)
    return [records.decode(Erasure, item.body) for item in found]
