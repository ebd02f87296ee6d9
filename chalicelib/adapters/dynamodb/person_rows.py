"""Where somebody whose data are to be erased is: processes, what units wrote beside them, and the requests."""

from collections.abc import Iterator, Sequence

from pynamodb.connection import Connection

from chalicelib.application.ports import Page
from chalicelib.application.references import ChecklistKey
from chalicelib.domain.account import AccountEvent
from chalicelib.domain.change_record import ChangeRecord
from chalicelib.domain.comment import Comment
from chalicelib.domain.desk import DeskEntry
from chalicelib.domain.erasing_beside import Beside, DeskLine
from chalicelib.domain.erasure import Erasure
from chalicelib.domain.follow_up import FollowUp
from chalicelib.domain.identity import User
from chalicelib.domain.leaver import AccountLine, RegisterLine
from chalicelib.domain.passage_comment import PassageComment
from chalicelib.domain.process import Process

from . import keys, projections, records, word_index
from .cursors import decode_cursor, encode_cursor
from .items import HistoryItem, MainItem


class PersonRows:
    """Implements ``application.erasure.ports.ErasureReader``."""

    _connection: Connection
    _tenant: str

    def processes_of_party(self, contact: str, after: str, most: int) -> tuple[Sequence[str], bool]:
        """One query of the projections (eventually right)."""
        return word_index.of_party(self._connection, self._tenant, projections.table(), contact, after, most)

    def written_beside(self, process: Process) -> Sequence[Beside]:
        """Four queries, and one read of the units' lists."""
        return [*self._in_stretches(process), *self._lists(process), *self._logged(process)]

    def _in_stretches(self, process: Process) -> Iterator[Beside]:
        pk, _ = keys.process(self._tenant, process.id)
        kinds: tuple[tuple[str, type[Comment] | type[PassageComment] | type[FollowUp]], ...] = (
            (keys.COMMENTS, Comment),
            (keys.PASSAGES, PassageComment),
            (keys.FOLLOW_UPS, FollowUp),
        )
        for beginning, kind in kinds:
            for item in MainItem.query(pk, MainItem.sk.startswith(beginning), consistent_read=True):
                yield records.decode(kind, item.body or "")

    def _lists(self, process: Process) -> Iterator[Beside]:
        wanted = [ChecklistKey(unit, process.id) for unit in process.presences]
        pairs = [records.address(self._tenant, key) for key in wanted]
        found = records.batch_get(self._connection, pairs)
        for key, pair in zip(wanted, pairs, strict=True):
            if pair in found:
                yield records.restore(key, found[pair])

    def _logged(self, process: Process) -> Iterator[Beside]:
        log, _ = keys.desk_log(self._tenant, process.id, "-")
        for line in HistoryItem.query(log, consistent_read=True):
            yield DeskLine(line.sk, records.decode(DeskEntry, line.body))

    def leavers(self, cursor: str | None, size: int) -> Page:
        """One query."""
        partition = keys.leavers(self._tenant)
        last = decode_cursor(cursor, partition, None, "gsi2")
        found = MainItem.second.query(partition, limit=size, page_size=size, last_evaluated_key=last)
        users = [records.decode(User, item.body or "") for item in found]
        return Page(users, encode_cursor(found.last_evaluated_key))

    def register_lines(self, user: str) -> Sequence[RegisterLine]:
        """One query, however many pages."""
        partition, beginning = keys.changes(self._tenant, "users"), keys.part(user, "")
        found = HistoryItem.query(partition, HistoryItem.sk.startswith(beginning), consistent_read=True)
        return [RegisterLine(one.sk, records.decode(ChangeRecord, one.body)) for one in found]

    def account_lines(self, user: str) -> Sequence[AccountLine]:
        """One query, however many pages."""
        found = HistoryItem.query(keys.account_log(self._tenant, user), consistent_read=True)
        return [AccountLine(one.sk, records.decode(AccountEvent, one.body)) for one in found]

    def erasures(self, most: int) -> Sequence[Erasure]:
        """The last requests, the newest first."""
        found = MainItem.first.query(keys.erasures(self._tenant), scan_index_forward=False, limit=most)
        return [records.decode(Erasure, item.body) for item in found]
