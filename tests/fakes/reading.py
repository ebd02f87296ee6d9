"""Reads over the tables in memory."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from chalicelib.application.blocks.row import block_row, holders
from chalicelib.application.inbox.row import InboxRow
from chalicelib.application.organisation.units import folded
from chalicelib.application.ports import InboxFilter, Listed, Page
from chalicelib.application.references import ArrangementKey, Key
from chalicelib.domain.arrangement import Arrangement
from chalicelib.domain.block import Block, BlockState
from chalicelib.domain.comment import Comment
from chalicelib.domain.contact import Contact
from chalicelib.domain.desk import DeskEntry
from chalicelib.domain.document import Document, DocumentState
from chalicelib.domain.errors import InvalidRequest
from chalicelib.domain.figures import figures, left_figures
from chalicelib.domain.follow_up import FollowUp
from chalicelib.domain.history import Entry
from chalicelib.domain.history_reading import HistoryFilter
from chalicelib.domain.in_block import BlockKind
from chalicelib.domain.mail import Mail
from chalicelib.domain.organisation import Person
from chalicelib.domain.passage_comment import PassageComment
from chalicelib.domain.placed import UNMOVED, Placed, places
from chalicelib.domain.process import Process
from chalicelib.domain.routing import Routing
from chalicelib.domain.sealing import PublicKey, Seal
from chalicelib.domain.ties import Acknowledgement
from chalicelib.domain.trash import Discarded
from chalicelib.domain.version import Version
from chalicelib.domain.word_index import Findable, findable

from .city import MEMBERS
from .memory import Memory
from .sealer import PUBLISHED


class MemoryReader:
    """Implements ``application.ports.Reader``. A cursor is the place where the next page begins."""

    def __init__(self, memory: Memory, page_size: int = 50) -> None:
        self._memory = memory
        self._page_size = page_size

    def get(self, *keys: Key) -> tuple[Any, ...]:
        self._memory.calls += 1
        return tuple(self._memory.read(key) for key in keys)

    def inbox(self, unit: str, wanted: InboxFilter, cursor: str | None, size: int = 50) -> Page:
        rows = [row for (_, where), row in self._memory.rows.items() if where == unit and row.in_inbox]
        kept = [row for row in rows if _wanted(row, wanted)]
        return self._page(sorted(kept, key=lambda row: row.last_activity_at, reverse=True), cursor)

    def unit_list(self, unit: str, listed: Listed, by: str | None, cursor: str | None) -> Page:
        rows = [row for (_, where), row in self._memory.rows.items() if where == unit and not row.in_inbox]
        if listed is Listed.SUSPENDED:
            held = [(row.suspended.at, row) for row in rows if row.suspended]
        else:
            held = [
                (row.concluded.at, row) for row in rows if row.concluded and by in (None, row.concluded.by.id)
            ]
        return self._page([row for _, row in sorted(held, key=lambda pair: pair[0], reverse=True)], cursor)

    def returns(self, unit: str, until: date, most: int) -> tuple[Sequence[Routing], Sequence[Routing]]:
        self._memory.calls += 2
        waiting = [r for r in self._memory.routings.values() if r.waits_return and r.return_due <= until]
        waiting.sort(key=lambda routing: (routing.return_due, routing.process, routing.id))
        awaited = [routing for routing in waiting if routing.origin.id == unit]
        return awaited[:most], [routing for routing in waiting if routing.destination.id == unit][:most]

    def routings(self, process: str, most: int) -> Sequence[Routing]:
        self._memory.calls += 1
        return [each for (place, _), each in self._memory.routings.items() if place == process][:most]

    def acknowledgements(self, process: str) -> Sequence[Acknowledgement]:
        self._memory.calls += 1
        return [given for given in self._of(Acknowledgement) if given.process == process]

    def counters(self, unit: str, user: str) -> tuple[Mapping[str, int], Arrangement]:
        self._memory.calls += 1
        rows = [row for (_, where), row in self._memory.rows.items() if where == unit and row.in_inbox]
        counters = {
            "received": sum(row.tab == "received" for row in rows),
            "generated": sum(row.tab == "generated" for row in rows),
            "unread": sum(row.unread for row in rows),
            "unassigned": sum(row.assignee is None for row in rows),
            "confidential": 0,
            "assigned_to_me": sum(row.assignee is not None and row.assignee.id == user for row in rows),
        }
        return counters, self._memory.read(ArrangementKey(unit)) or Arrangement(unit)

    def figures(self, unit: str) -> Mapping[str, int]:
        self._memory.calls += 1
        here = [(p, there) for p in self._of(Process) if (there := p.presence(unit))]
        words = [figures(p, there) if there.open else left_figures(there) for p, there in here]
        return Counter(word for said in words for word in said)

    def follow_ups(self, unit: str, cursor: str | None) -> Page:
        found = [each for each in self._of(FollowUp) if each.unit.id == unit]
        return self._page(sorted(found, key=lambda each: (each.at, each.id), reverse=True), cursor)

    def follow_ups_of(self, process: str, unit: str) -> Sequence[FollowUp]:
        self._memory.calls += 1
        return [each for each in self._of(FollowUp) if (each.process, each.unit.id) == (process, unit)]

    def desk_log(self, process: str, unit: str) -> Sequence[DeskEntry]:
        self._memory.calls += 1
        return [e for e in self._memory.desk_log[::-1] if (e.process, e.unit) == (process, unit)]

    def documents(
        self, process: str, cursor: str | None, newest_first: bool, placed: Sequence[Placed] = ()
    ) -> Page:
        found = [document for document in self._of(Document) if document.process == process]
        by_hand = places(placed)

        def place(document: Document) -> tuple[int, int]:
            return by_hand.get(document.id, (document.order, UNMOVED))

        return self._page(sorted(found, key=place, reverse=newest_first), cursor)

    def drafts(self, process: str, most: int) -> Sequence[Document]:
        self._memory.calls += 1
        found = [
            one for one in self._of(Document) if one.process == process and one.state is DocumentState.DRAFT
        ]
        return sorted(found, key=lambda one: one.order)[:most]

    def history(self, process: str, cursor: str | None, wanted: HistoryFilter | None = None) -> Page:
        entries = [e for e in self._memory.histories.get(process, []) if wanted is None or wanted.keeps(e)]
        return self._page(entries[::-1], cursor)

    def discarded(self, user: str) -> Sequence[Discarded]:
        found = [thing for thing in self._of(Discarded) if thing.by.id == user]
        return sorted(found, key=lambda thing: thing.until, reverse=True)

    def comments(self, process: str) -> Sequence[Comment]:
        found = [comment for comment in self._of(Comment) if comment.process == process]
        return sorted(found, key=lambda comment: (comment.at, comment.id))

    def passage_comments(self, process: str, document: str) -> Sequence[PassageComment]:
        self._memory.calls += 1
        found = [one for one in self._of(PassageComment) if (one.process, one.document) == (process, document)]
        return sorted(found, key=lambda one: (one.first.at, one.id))

    def mails(self, process: str) -> Sequence[Mail]:
        found = [mail for mail in self._of(Mail) if mail.process == process]
        return sorted(found, key=lambda mail: (mail.at, mail.id))

    def entry(self, process: str, n: int) -> Entry | None:
        self._memory.calls += 1
        return next((e for e in self._memory.histories.get(process, []) if e.n == n), None)

    def whole_history(self, process: str) -> Sequence[Entry]:
        self._memory.calls += 1
        return list(self._memory.histories.get(process, []))

    def document_of_file(self, sha256: str) -> Document | None:
        self._memory.calls += 1
        key = self._memory.files.get(sha256)
        return self._memory.things.get(key) if key else None

    def seals(self, process: str, document: str | None = None) -> Sequence[Seal]:
        self._memory.calls += 1
        return [s for s in self._memory.seals if s.process == process and document in (None, s.document)]

    def seal_keys(self) -> Sequence[PublicKey]:
        self._memory.calls += 1
        return [PUBLISHED]

    def versions(self, process: str, document: str) -> Sequence[Version]:
        self._memory.calls += 1
        found = [v for v in self._of(Version) if (v.process, v.document) == (process, document)]
        return sorted(found, key=lambda version: version.number, reverse=True)

    def process_of_number(self, digits: str) -> str | None:
        self._memory.calls += 1
        return self._memory.numbers.get(digits)

    def processes_of_word(self, beginning: str, most: int) -> tuple[Sequence[Findable], bool]:
        self._memory.calls += 1
        known = filter(None, map(findable, self._of(Process)))
        found = [one for one in known if any(word.startswith(beginning) for word in one.words)]
        return found[:most], len(found) > most

    def document_of_number(self, number: str) -> Document | None:
        self._memory.calls += 1
        return next((document for document in self._of(Document) if document.number == number), None)

    def blocks(
        self, unit: str, kind: BlockKind, concluded: bool, cursor: str | None, group: str = ""
    ) -> Page:
        found = [
            block_row(block, unit)
            for block in self._of(Block)
            if unit in holders(block)
            and block.kind is kind
            and (block.state is BlockState.CONCLUDED) == concluded
            and (not group or block_row(block, unit).group == group)
        ]
        return self._page(sorted(found, key=lambda row: -int(row.number)), cursor)

    def kept(self, kind: type[Any], unit: str) -> Sequence[Any]:
        self._memory.calls += 1
        return [each for each in self._of(kind) if each.unit.id == unit]

    def contacts(self, prefix: str) -> Sequence[Contact]:
        self._memory.calls += 1
        found = [contact for contact in self._of(Contact) if folded(contact.name).startswith(folded(prefix))]
        return sorted(found, key=lambda contact: folded(contact.name))

    def users_of_unit(self, unit: str) -> Sequence[Person]:
        self._memory.calls += 1
        return sorted(MEMBERS.get(unit, ()), key=lambda person: person.name)

    def _of(self, kind: type) -> list[Any]:
        return [thing for thing in self._memory.things.values() if isinstance(thing, kind)]

    def _page(self, items: Sequence[Any], cursor: str | None) -> Page:
        self._memory.calls += 1
        if cursor is not None and not cursor.isdigit():
            raise InvalidRequest(code="invalid_cursor", message="A continuação da lista não é válida.")
        begin = int(cursor or 0)
        end = begin + self._page_size
        return Page(list(items[begin:end]), str(end) if end < len(items) else None)


def _wanted(row: InboxRow, wanted: InboxFilter) -> bool:
    holder = row.assignee.id if row.assignee else "none"
    return (
        wanted.tab in ("all", row.tab)
        and wanted.assigned in (None, holder)
        and wanted.type in (None, row.type.code)
        and (row.unread or not wanted.unread)
        and _on_desk(row, wanted)
        and (wanted.returns != "to_give" or row.return_to_give is not None)
        and (wanted.returns != "awaited" or row.return_awaited is not None)
    )


def _on_desk(row: InboxRow, wanted: InboxFilter) -> bool:
    labels = {each.label for each in row.desk.labels} or {"none"}
    phase = row.desk.checkpoint.checkpoint if row.desk.checkpoint else "none"
    pending = row.desk.deadline and row.desk.deadline.concluded_at is None
    due = row.desk.deadline.due if row.desk.deadline and pending else None
    dated = wanted.due_from or wanted.due_until
    return (
        wanted.label in (None, *labels)
        and wanted.checkpoint in (None, phase)
        and wanted.step in (None, *(f"{one.flow}/{one.step}" for one in row.steps))
        and (not dated or due is not None)
        and (wanted.due_from is None or due is None or due >= wanted.due_from)
        and (wanted.due_until is None or due is None or due <= wanted.due_until)
    )
