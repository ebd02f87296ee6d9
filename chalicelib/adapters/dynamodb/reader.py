"""Reads that skip the aggregate: inbox, tree, history, look-ups. One query each, never a Scan."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from pynamodb.connection import Connection

from chalicelib.application.blocks.row import BlockRow
from chalicelib.application.ports import InboxFilter, Kept, Listed, Page
from chalicelib.application.references import ArrangementKey, DocumentKey, Key
from chalicelib.domain.arrangement import Arrangement
from chalicelib.domain.contact import Contact
from chalicelib.domain.desk import DeskEntry
from chalicelib.domain.document import Document
from chalicelib.domain.follow_up import FollowUp
from chalicelib.domain.history import Entry, read
from chalicelib.domain.history_reading import HistoryFilter
from chalicelib.domain.in_block import BlockKind
from chalicelib.domain.mail import Mail
from chalicelib.domain.organisation import Person
from chalicelib.domain.placed import Placed
from chalicelib.domain.published_flow import PublishedFlow
from chalicelib.domain.routing import Routing
from chalicelib.domain.sealing import PublicKey, Seal
from chalicelib.domain.ties import Acknowledgement
from chalicelib.domain.version import Version
from chalicelib.domain.word_index import Findable

from . import (
    credential_rows,
    flows,
    follow_ups,
    kept,
    keys,
    outbox,
    projections,
    records,
    returns,
    seals,
    word_index,
)
from .beside import ReadsBeside
from .cursors import decode_cursor, encode_cursor
from .items import HistoryItem, MainItem
from .learning import LearningRows
from .person_rows import PersonRows
from .row_attributes import inbox_filter
from .stretches import BODY, Shelf, read_entries, read_rows
from .tree import OrderedTree, drafts

INBOX_PAGE = 50
# The first page comes with the process page, whose cost must not grow with the process; who goes on reading gets more.
FIRST_PAGE = 20
DOCUMENT_PAGE = 100
HISTORY_PAGE = 50
CONTACT_PAGE = 20
BLOCK_PAGE = 50
DESK_PAGE = 200
DOCUMENT_BODY = ["body", "seen"]


class DynamoReader(ReadsBeside, LearningRows, PersonRows):
    """Implements ``application.ports.Reader`` for one tenant."""

    def __init__(self, connection: Connection, tenant: str) -> None:
        self._connection = connection
        self._tenant = tenant

    def get(self, *wanted: Key) -> tuple[Any, ...]:
        """Consistent reads by key, in one call."""
        pairs = [records.address(self._tenant, key) for key in wanted]
        found = records.batch_get(self._connection, pairs)
        return tuple(records.restore(key, found.get(pair)) for key, pair in zip(wanted, pairs, strict=True))

    def inbox(self, unit: str, wanted: InboxFilter, cursor: str | None, size: int = INBOX_PAGE) -> Page:
        """A page of rows, newest first; a sparse filter reads at most ``SPARSE_QUERIES`` stretches a call."""
        return read_rows(self._shelf(unit, wanted), inbox_filter(wanted), cursor, size)

    def unit_list(self, unit: str, listed: Listed, by: str | None, cursor: str | None) -> Page:
        """One query; narrowed to a person, at most ``SPARSE_QUERIES`` stretches."""
        place = keys.suspended_in_unit if listed is Listed.SUSPENDED else keys.concluded_in_unit
        shelf = Shelf(MainItem.first, "gsi1", place(self._tenant, unit))
        return read_rows(shelf, MainItem.concluded_by == by if by else None, cursor, INBOX_PAGE)

    def returns(self, unit: str, until: date, most: int) -> tuple[Sequence[Routing], Sequence[Routing]]:
        """Two queries of sparse indexes (TRA-03)."""
        return returns.returns_of(self._tenant, unit, until, most)

    def routings(self, process: str, most: int) -> Sequence[Routing]:
        """One query, of a page or two."""
        return returns.routings_of(self._tenant, process, most)

    def acknowledgements(self, process: str) -> Sequence[Acknowledgement]:
        """Who said to have read the process, oldest first."""
        pk, _ = keys.process(self._tenant, process)
        found = MainItem.query(pk, MainItem.sk.startswith(keys.ACKNOWLEDGEMENTS), consistent_read=True)
        given = [records.decode(Acknowledgement, item.body) for item in found]
        return sorted(given, key=lambda each: each.at)

    def _shelf(self, unit: str, wanted: InboxFilter) -> Shelf:
        prefix = None if wanted.tab == "all" else keys.inbox_tab(wanted.tab)
        if wanted.assigned in (None, "none"):
            return Shelf(MainItem.first, "gsi1", keys.open_in_unit(self._tenant, unit), prefix)
        return Shelf(
            MainItem.second, "gsi2", keys.assigned_to(self._tenant, unit, str(wanted.assigned)), prefix
        )

    def counters(self, unit: str, user: str) -> tuple[Mapping[str, int], Arrangement]:
        """The unit's inbox counters, from the projections (eventually right), and its labels beside them; and how many
        confidential processes the person has at hand, which is right at once.
        """
        places = [keys.arrangement(self._tenant, unit), keys.held_count(self._tenant, unit, user)]
        main = MainItem.Meta.table_name
        counters, raw = projections.counters_beside(self._connection, self._tenant, unit, user, main, places)
        kept, held = (MainItem.from_raw_data(raw[place]) if place in raw else None for place in places)
        arranged = records.restore(ArrangementKey(unit), kept) or Arrangement(unit)
        return {**counters, "confidential": int(held.n or 0) if held else 0}, arranged

    def figures(self, unit: str) -> Mapping[str, int]:
        """What the unit's panel counts, from the projections (eventually right)."""
        return projections.figures(self._connection, self._tenant, unit)

    def processes_of_word(self, beginning: str, most: int) -> tuple[Sequence[Findable], bool]:
        """One query of the projections (eventually right)."""
        return word_index.of_word(self._connection, self._tenant, projections.table(), beginning, most)

    def desk_log(self, process: str, unit: str) -> Sequence[DeskEntry]:
        """One query of the unit's last lines."""
        pk, prefix = keys.desk_log(self._tenant, process, unit)
        found = HistoryItem.query(
            pk, HistoryItem.sk.startswith(prefix), scan_index_forward=False, limit=DESK_PAGE
        )
        return [records.decode(DeskEntry, item.body) for item in found]

    def documents(
        self, process: str, cursor: str | None, newest_first: bool, placed: Sequence[Placed] = ()
    ) -> Page:
        """A page of the tree in its order."""
        size = DOCUMENT_PAGE if cursor else FIRST_PAGE
        if placed:
            return OrderedTree(self._connection, self._tenant, process, placed).page(
                cursor, size, newest_first
            )
        pk, _ = keys.process(self._tenant, process)
        return self._page(Document, pk, keys.DOCUMENTS, cursor, size, newest_first=newest_first)

    def drafts(self, process: str, most: int) -> Sequence[Document]:
        """The first drafts of a process."""
        return drafts(self._tenant, process, most)

    def document_of_file(self, sha256: str) -> Document | None:
        """The document whose PDF, of now or of before, has this digest."""
        pair = keys.file_digest(self._tenant, sha256)
        item = records.batch_get(self._connection, [pair]).get(pair)
        if item is None or item.body is None:
            return None
        (document,) = self.get(DocumentKey(*json.loads(item.body)))
        found: Document | None = document
        return found

    def seals(self, process: str, document: str | None = None) -> Sequence[Seal]:
        return seals.seals_of(self._tenant, process, document)

    def seal_keys(self) -> Sequence[PublicKey]:
        return seals.published_keys(self._tenant)

    def versions(self, process: str, document: str) -> Sequence[Version]:
        """All kept versions, newest first."""
        pk, _ = keys.process(self._tenant, process)
        found = MainItem.query(
            pk, MainItem.sk.startswith(keys.versions_of(document)), scan_index_forward=False
        )
        return [records.decode(Version, item.body) for item in found]

    def _page(
        self, kind: Any, pk: str, prefix: str, cursor: str | None, size: int, newest_first: bool
    ) -> Page:
        answer = MainItem.query(
            pk,
            MainItem.sk.startswith(prefix),
            consistent_read=True,
            scan_index_forward=not newest_first,
            limit=size,
            page_size=size,
            last_evaluated_key=decode_cursor(cursor, pk, prefix),
            attributes_to_get=DOCUMENT_BODY,
        )
        items = [records.restored(kind, item) for item in answer]
        return Page(items, encode_cursor(answer.last_evaluated_key))

    def history(self, process: str, cursor: str | None, wanted: HistoryFilter | None = None) -> Page:
        """A page of entries, newest first; a filter reads at most ``SPARSE_QUERIES`` stretches a call."""
        size = HISTORY_PAGE if cursor else FIRST_PAGE
        return read_entries(keys.process(self._tenant, process)[0], cursor, size, wanted)

    def entry(self, process: str, n: int) -> Entry | None:
        """One entry of the chain. A query, because roles may only append to the history and query it."""
        pk, sk = keys.entry(self._tenant, process, n)
        for item in HistoryItem.query(pk, HistoryItem.sk == sk, consistent_read=True, limit=1):
            return read(item.body.encode())
        return None

    def whole_history(self, process: str) -> Sequence[Entry]:
        """The chain from its first entry."""
        pk, _ = keys.process(self._tenant, process)
        return [read(item.body.encode()) for item in HistoryItem.query(pk, consistent_read=True)]

    def process_of_number(self, digits: str) -> str | None:
        """The process that has this number (digits only)."""
        found = records.batch_get(self._connection, [keys.nup(self._tenant, digits)])
        for item in found.values():
            identifier: str | None = json.loads(item.body)
            return identifier
        return None

    def document_of_number(self, number: str) -> Document | None:
        """The document that has this number."""
        partition = keys.document_number(self._tenant, number)
        for item in MainItem.first.query(partition, limit=1):
            document: Document = records.restored(Document, item)
            return document
        return None

    def blocks(
        self, unit: str, kind: BlockKind, concluded: bool, cursor: str | None, group: str = ""
    ) -> Page:
        """One query; narrowed to a group, at most ``SPARSE_QUERIES`` stretches."""
        prefix = keys.block_shelf(kind.value, concluded)
        shelf = Shelf(MainItem.first, "gsi1", keys.blocks_of_unit(self._tenant, unit), prefix)
        return read_rows(shelf, MainItem.group == group if group else None, cursor, BLOCK_PAGE, BlockRow)

    def held(self, unit: str, user: str, at_hand: bool, cursor: str | None) -> Page:
        """A page of the confidential processes that a person may open from the unit, newest first."""
        return credential_rows.held(self._tenant, unit, user, at_hand, cursor)

    def holdings(self, agency: str, unit: str | None, cursor: str | None) -> Page:
        """A page of the credentials of an agency, or of one unit of it."""
        return credential_rows.holdings(self._tenant, agency, unit, cursor)

    def follow_ups(self, unit: str, cursor: str | None) -> Page:
        """A page of what the unit follows, newest first."""
        partition = keys.followed_by(self._tenant, unit)
        answer = MainItem.first.query(
            partition,
            scan_index_forward=False,
            limit=BLOCK_PAGE,
            page_size=BLOCK_PAGE,
            last_evaluated_key=decode_cursor(cursor, partition, None, "gsi1"),
            attributes_to_get=BODY,
        )
        found = [records.decode(FollowUp, item.body) for item in answer]
        return Page(found, encode_cursor(answer.last_evaluated_key))

    def follow_ups_of(self, process: str, unit: str) -> Sequence[FollowUp]:
        """The unit's follow-ups of one process."""
        return follow_ups.of_process(self._tenant, process, unit)

    def kept(self, kind: type[Kept], unit: str) -> Sequence[Kept]:
        """The unit's standard texts, or its favourites."""
        return kept.of_unit(self._tenant, kind, unit)

    def flows(self) -> Sequence[PublishedFlow]:
        """Every flow in its newest version."""
        return flows.newest(self._tenant)

    def mails(self, process: str) -> Sequence[Mail]:
        """The e-mails of a process, oldest first."""
        return outbox.mails(self._tenant, process)

    def contacts(self, prefix: str) -> Sequence[Contact]:
        """Contacts whose name begins with ``prefix``, ignoring case and accents."""
        text = records.searchable(prefix)
        condition = MainItem.gsi1sk.startswith(text) if text else None
        found = MainItem.first.query(
            keys.contacts_by_name(self._tenant), range_key_condition=condition, limit=CONTACT_PAGE
        )
        return [records.decode(Contact, item.body) for item in found]

    def users_of_unit(self, unit: str) -> Sequence[Person]:
        """Who may be assigned processes in the unit, by name."""
        found: Iterator[Any] = MainItem.query(keys.users_of_unit(self._tenant, unit))
        people = [records.decode(Person, item.body) for item in found]
        return sorted(people, key=lambda person: records.searchable(person.name))
