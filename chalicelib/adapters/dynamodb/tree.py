"""Pages of a tree that was put in order by hand (PRO-18): one query of what stands where it came, and one read by key
of what was placed between.

A place in the tree is (gap, n): a document that was placed by hand has its gap and its position in the list; one that
stands where it came has its own order as gap, and comes after all that was placed there.
"""

import re
from collections.abc import Sequence
from itertools import islice

from pynamodb.connection import Connection

from chalicelib.application.ports import Page
from chalicelib.domain.document import Document
from chalicelib.domain.errors import InvalidRequest
from chalicelib.domain.placed import UNMOVED, Placed, places

from . import keys, records
from .items import MainItem

Place = tuple[int, int]
CURSOR = re.compile(r"tree-(\d{1,6})-(\d{1,7})")
DOCUMENT_BODY = ["body", "seen"]


#: As the body of a document says that it is a draft; within a text quotation marks are escaped.
IS_DRAFT = '"state":"draft"'


def drafts(tenant: str, process: str, most: int) -> list[Document]:
    """The first ``most`` drafts of the process, in the order in which they came."""
    pk, _ = keys.process(tenant, process)
    found = MainItem.query(
        pk,
        MainItem.sk.startswith(keys.DOCUMENTS),
        filter_condition=MainItem.body.contains(IS_DRAFT),
        attributes_to_get=DOCUMENT_BODY,
    )
    return [records.restored(Document, item) for item in islice(found, most)]


class OrderedTree:
    """The tree of one process. ``placed`` is sorted by gap."""

    def __init__(self, connection: Connection, tenant: str, process: str, placed: Sequence[Placed]) -> None:
        self._connection = connection
        self._tenant = tenant
        self._process = process
        self._by_hand = places(placed)

    def page(self, cursor: str | None, size: int, newest_first: bool) -> Page:
        """At most ``size`` documents; fewer where some of them stand elsewhere. Raises InvalidRequest."""
        after = _place_of(cursor)
        unmoved, end = self._unmoved(after, size, newest_first)
        between = {
            identifier: place
            for identifier, place in self._by_hand.items()
            if _follows(place, after, newest_first)
            and (end is None or not _follows(place, end, newest_first))
        }
        stands = {**{one.id: (one.order, UNMOVED) for one in unmoved}, **between}
        line = sorted(stands, key=lambda identifier: stands[identifier], reverse=newest_first)
        if len(line) > size:
            line, end = line[:size], stands[line[size - 1]]
        found = {one.id: one for one in (*unmoved, *self._placed([each for each in line if each in between]))}
        return Page(
            [found[each] for each in line if each in found], f"tree-{end[0]}-{end[1]}" if end else None
        )

    def _unmoved(
        self, after: Place | None, size: int, newest_first: bool
    ) -> tuple[list[Document], Place | None]:
        """What stands where it came, and the place of the last one looked at, None at the end of the tree."""
        pk, _ = keys.process(self._tenant, self._process)
        answer = MainItem.query(
            pk,
            MainItem.sk.between(*_bounds(after, newest_first)),
            consistent_read=True,
            scan_index_forward=not newest_first,
            limit=size,
            page_size=size,
            attributes_to_get=DOCUMENT_BODY,
        )
        read = [records.restored(Document, item) for item in answer]
        end = (read[-1].order, UNMOVED) if answer.last_evaluated_key else None
        return [one for one in read if one.id not in self._by_hand], end

    def _placed(self, identifiers: Sequence[str]) -> list[Document]:
        pairs = [keys.document(self._tenant, self._process, each) for each in identifiers]
        return [
            records.restored(Document, item) for item in records.batch_get(self._connection, pairs).values()
        ]


def _bounds(after: Place | None, newest_first: bool) -> tuple[str, str]:
    """Between which sort keys the unmoved ones beyond a place lie."""
    first, last = keys.DOCUMENTS, keys.DOCUMENTS + keys.LAST
    if after is None:
        return first, last
    gap, n = after
    if newest_first:
        return first, keys.document_order(gap)
    return keys.document_order(gap + 1 if n == UNMOVED else gap), last


def _follows(place: Place, other: Place | None, newest_first: bool) -> bool:
    return other is None or (place < other if newest_first else place > other)


def _place_of(cursor: str | None) -> Place | None:
    if not cursor:
        return None
    found = CURSOR.fullmatch(cursor)
    if found is None:
        raise InvalidRequest(
            code="invalid_cursor", message="A continuação da lista não é válida. Recarregue a lista."
        )
    return int(found[1]), int(found[2])
