"""Rows of an index and entries of a history, newest first, in pages. What is rare is looked for in a few long
stretches a call, not to the end.

The library's own iterator would read on through a whole unit in search of a match: one call reads what it says, and the
cursor goes on from there.
"""

from typing import Any

from chalicelib.application.inbox.row import InboxRow
from chalicelib.application.ports import Page
from chalicelib.domain.history import Entry, read
from chalicelib.domain.history_reading import HistoryFilter
from chalicelib.domain.value import dataclass

from . import records
from .cursors import decode_cursor, encode_cursor
from .items import HistoryItem, MainItem

SPARSE_QUERIES = 4
FIRST_STRETCH = 200
LONG_STRETCH = 1000
# Reading an attribute costs ten times more here than in the table: rows are read by what is shown of them.
BODY = ["body"]
BODY_AND_KEYS = ["body", "pk", "sk", "gsi1pk", "gsi1sk", "gsi2pk", "gsi2sk"]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where rows lie: an index, its name, the partition and, if any, the beginning of the sort key."""

    index: Any
    name: str
    partition: str
    prefix: str | None = None


def read_rows(shelf: Shelf, kept: Any, cursor: str | None, size: int, kind: type = InboxRow) -> Page:
    """A page of ``size`` rows of a kind; with a filter, what at most ``SPARSE_QUERIES`` stretches hold of it."""
    items: list[Any] = []
    last = decode_cursor(cursor, shelf.partition, shelf.prefix, shelf.name)
    for turn in range(1 if kept is None else SPARSE_QUERIES):
        # What is common is near the top: only what is not found there is worth reading far.
        stretch = size if kept is None else max(size, FIRST_STRETCH if turn == 0 else LONG_STRETCH)
        page = _stretch(shelf, kept, stretch, last)
        found, room = page["Items"], size - len(items)
        items += [records.decode(kind, raw["body"]["S"]) for raw in found[:room]]
        last = page.get("LastEvaluatedKey")
        if len(found) > room:
            last = {name: found[room - 1][name] for name in ("pk", "sk", f"{shelf.name}pk", f"{shelf.name}sk")}
        if last is None or len(items) >= size:
            break
    return Page(items, encode_cursor(last))


def read_entries(partition: str, cursor: str | None, size: int, wanted: HistoryFilter | None) -> Page:
    """A page of ``size`` entries of a history; with a filter, what at most ``SPARSE_QUERIES`` stretches hold of it.

    An entry is judged after it is read: DynamoDB charges for what a filter leaves out as for what it lets through.
    """
    entries: list[Entry] = []
    last = decode_cursor(cursor, partition)
    for turn in range(1 if wanted is None else SPARSE_QUERIES):
        stretch = size if wanted is None or wanted.wide else FIRST_STRETCH if turn == 0 else LONG_STRETCH
        pages = HistoryItem.query(
            partition,
            consistent_read=True,
            scan_index_forward=False,
            page_size=stretch,
            last_evaluated_key=last,
            attributes_to_get=["body", "pk", "sk"],
        ).page_iter
        page: dict[str, Any] = next(pages)
        last = page.get("LastEvaluatedKey")
        for raw in page["Items"]:
            entry = read(raw["body"]["S"].encode())
            if wanted and wanted.over(entry):
                return Page(entries, None)
            if wanted is None or wanted.keeps(entry):
                entries.append(entry)
            if wanted and len(entries) == size:
                # Where the next page begins, unless this was the last entry of all.
                ended = last is None and raw is page["Items"][-1]
                return Page(entries, None if ended else encode_cursor({name: raw[name] for name in ("pk", "sk")}))
        if last is None:
            break
    return Page(entries, encode_cursor(last))


def _stretch(shelf: Shelf, kept: Any, size: int, last: Any) -> dict[str, Any]:
    condition = getattr(MainItem, f"{shelf.name}sk").startswith(shelf.prefix) if shelf.prefix else None
    pages = shelf.index.query(
        shelf.partition,
        range_key_condition=condition,
        filter_condition=kept,
        scan_index_forward=False,
        page_size=size,
        last_evaluated_key=last,
        attributes_to_get=BODY if kept is None else BODY_AND_KEYS,
    ).page_iter
    page: dict[str, Any] = next(pages)
    return page
