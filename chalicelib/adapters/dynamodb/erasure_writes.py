"""The writes of an erasure: the request, what is left of the person and of entries whose texts and salts go."""

from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from chalicelib.application.conducting.interests import DESK_CHANGED
from chalicelib.domain.checklist import Checklist
from chalicelib.domain.comment import Comment
from chalicelib.domain.contact import Contact
from chalicelib.domain.erasing_beside import Beside, DeskLine
from chalicelib.domain.erasure import Erasure
from chalicelib.domain.follow_up import FollowUp
from chalicelib.domain.history import Entry
from chalicelib.domain.passage_comment import PassageComment

from . import beside, follow_ups, kept, keys, records
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

    def erase_beside(self, before: Beside, after: Beside) -> None:
        match before, after:
            case Comment(), Comment():
                self._puts.append(beside.comment_item(self._tenant, before, after))
            case PassageComment(), PassageComment():
                self._puts.append(beside.passage_item(self._tenant, before, after))
            case FollowUp(), FollowUp():
                still = MainItem.body == records.encode(before)
                self._puts.append((follow_ups.item(self._tenant, after), still))
            case Checklist(), Checklist():
                self._puts.append((kept.item(self._tenant, after), MainItem.body == records.encode(before)))
            case DeskLine(), DeskLine():
                pk, _ = keys.desk_log(self._tenant, after.entry.process, after.entry.unit)
                row = HistoryItem(pk, after.place, kind=DESK_CHANGED, body=records.encode(after.entry))
                self._puts.append((row, HistoryItem.body == records.encode(before.entry)))

    def erase_entries(self, left: Sequence[Entry]) -> None:
        for entry in left:
            item = entry_item(self._tenant, self._zone, entry)
            self._puts.append((item, HistoryItem.hash == entry.hash))
            self._unsalted.append(PlaceItem(*keys.ledger_place(self._tenant, entry.process, entry.n)))
