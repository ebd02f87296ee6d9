"""Failed attempts in the sessions table, which forgets them by itself; counted before each is looked at."""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from pynamodb.connection import Connection
from pynamodb.exceptions import UpdateError

from chalicelib.application.session.ports import Tally
from chalicelib.domain.retention import Kept, period

from . import keys
from .items import MainItem, SessionItem
from .records import Pair, cause_code, update_if

ATTEMPTS_KEPT = period(Kept.FAILED_LOGINS)
#: Who has not said by then how a try ended died of it.
TRYING = timedelta(minutes=1)
MANY = 1_000_000
#: How often, and how long each time, a count waits for the act that is forgiving it.
TURNS = 20
PAUSE = 0.02


class AttemptCounts:
    """A part of ``DynamoIdentity``."""

    _connection: Connection

    def failures(
        self, tenant: str, names: Sequence[str], at: datetime
    ) -> Sequence[tuple[int, datetime | None]]:
        """How many failures each name has and when the last was; old ones count no more."""
        pairs = [keys.attempts(tenant, name) for name in names]
        _, found = get_from_both(self._connection, [], pairs)
        return [failed(found.get(pair), at) for pair in pairs]

    def fail(self, tenant: str, names: Sequence[str], at: datetime) -> None:
        """Count a failure for each name, for half an hour."""
        now, until = int(at.timestamp()), int((at + ATTEMPTS_KEPT).timestamp())
        moment = [SessionItem.at.set(at.isoformat()), SessionItem.expires_at.set(until)]
        for name in names:
            item = SessionItem(*keys.attempts(tenant, name))
            # The table forgets by itself, but days late: a count that ran out begins anew.
            fresh = SessionItem.expires_at.does_not_exist() | (SessionItem.expires_at > now)
            if not _update_if(item, [SessionItem.failures.add(1), *moment], fresh):
                _update_if(item, [SessionItem.failures.set(1), *moment], None)

    def forgive(self, tenant: str, names: Sequence[str]) -> None:
        for name in names:
            SessionItem(*keys.attempts(tenant, name)).delete()

    def count(self, tenant: str, name: str, at: datetime, window: timedelta) -> tuple[int, datetime]:
        """Atomically, before the try is looked at: many at once are all counted."""
        item, now = SessionItem(*keys.attempts(tenant, name)), int(at.timestamp())
        until = now + int(window.total_seconds())
        begin = [SessionItem.failures.set(1), SessionItem.expires_at.set(until)]
        over = SessionItem.expires_at.does_not_exist() | (SessionItem.expires_at <= now)
        add = [SessionItem.failures.add(1)]
        # Who is right is forgiven each time: most often there is no count yet.
        turns: list[tuple[list[Any], Any]] = [(begin, over), (add, SessionItem.expires_at > now)]
        for actions, condition in turns * 3:
            if _update_if(item, actions, condition):
                return int(item.failures or 1), datetime.fromtimestamp(int(item.expires_at or until), at.tzinfo)
        # Begun and forgotten by others at each turn: whoever it is, it waits.
        return MANY, at + window

    def claim(self, tenant: str, name: str, free: int, at: datetime) -> Tally:
        """One conditional update in the usual case."""
        item = SessionItem(*keys.attempts(tenant, name))
        fresh = SessionItem.expires_at.does_not_exist() | (SessionItem.expires_at > int(at.timestamp()))
        spare = SessionItem.failures.does_not_exist() | (SessionItem.failures < free)
        if _update_if(item, _trying(at), fresh & spare):
            return replace(_tally(item, at), mine=True)
        _, found = get_from_both(self._connection, [], [keys.attempts(tenant, name)])
        return _tally(found.get(keys.attempts(tenant, name)), at)

    def claim_after(self, tenant: str, name: str, seen: Tally, at: datetime) -> bool:
        item = SessionItem(*keys.attempts(tenant, name))
        if seen.gone:
            over = SessionItem.expires_at.does_not_exist() | (SessionItem.expires_at <= int(at.timestamp()))
            begin = [SessionItem.failures.set(1), SessionItem.pending.set(1), *_moment(at), SessionItem.at.remove()]
            return _update_if(item, begin, over)
        same = (SessionItem.failures == seen.counted) & (SessionItem.claimed_at == seen.claimed)
        actions = [SessionItem.failures.set(seen.counted + 1), SessionItem.pending.set(1), *_moment(at)]
        return _update_if(item, actions, same)

    def settle(self, tenant: str, name: str, at: datetime, right: bool) -> None:
        item = SessionItem(*keys.attempts(tenant, name))
        ended = [SessionItem.pending.add(-1)]
        moved = [SessionItem.failures.add(-1)] if right else [SessionItem.at.set(at.isoformat())]
        if not _update_if(item, [*ended, *moved], SessionItem.pending > 0) and not right:
            # Somebody was forgiven meanwhile: this one is the first mistake after it.
            self.fail(tenant, [name], at)


def _update_if(item: SessionItem, actions: list[Any], condition: Any) -> bool:
    """As ``records.update_if``, once the act that is forgiving the very count is over."""
    left = TURNS
    while True:
        try:
            return update_if(item, actions, condition)
        except UpdateError as error:
            left -= 1
            if not left or cause_code(error) != "TransactionConflictException":
                raise
        time.sleep(PAUSE)


def _trying(at: datetime) -> list[Any]:
    return [SessionItem.failures.add(1), SessionItem.pending.add(1), *_moment(at)]


def _moment(at: datetime) -> list[Any]:
    until = int((at + ATTEMPTS_KEPT).timestamp())
    return [SessionItem.claimed_at.set(at.isoformat()), SessionItem.expires_at.set(until)]


def _tally(item: SessionItem | None, at: datetime) -> Tally:
    if item is None or (item.expires_at or 0) <= at.timestamp():
        return Tally(0, 0, None, "", False, gone=True)
    counted, pending = int(item.failures or 0), max(0, int(item.pending or 0))
    claimed = item.claimed_at or ""
    alive = bool(pending and claimed) and at - datetime.fromisoformat(claimed) < TRYING
    last = datetime.fromisoformat(item.at) if item.at else None
    return Tally(counted, counted - pending if alive else counted, last, claimed, alive)


def failed(item: SessionItem | None, at: datetime) -> tuple[int, datetime | None]:
    """How many, and when the last was; what ran out counts no more."""
    if item is None or not item.at or (item.expires_at or 0) <= at.timestamp():
        return 0, None
    return int(item.failures or 0), datetime.fromisoformat(item.at)


def get_from_both(
    connection: Connection, main: Sequence[Pair], sessions: Sequence[Pair]
) -> tuple[dict[Pair, MainItem], dict[Pair, SessionItem]]:
    """Consistent reads from both tables in one call."""
    wanted = {
        model.Meta.table_name: {
            "Keys": [{"pk": {"S": pk}, "sk": {"S": sk}} for pk, sk in pairs],
            "ConsistentRead": True,
        }
        for model, pairs in ((MainItem, main), (SessionItem, sessions))
        if pairs
    }
    found_main: dict[Pair, MainItem] = {}
    found_sessions: dict[Pair, SessionItem] = {}
    client: Any = connection.client
    while wanted:
        answer = client.batch_get_item(RequestItems=wanted)
        for raw in answer["Responses"].get(MainItem.Meta.table_name, []):
            item = MainItem.from_raw_data(raw)
            found_main[(item.pk, item.sk)] = item
        for raw in answer["Responses"].get(SessionItem.Meta.table_name, []):
            kept = SessionItem.from_raw_data(raw)
            found_sessions[(kept.pk, kept.sk)] = kept
        wanted = answer.get("UnprocessedKeys") or {}
    return found_main, found_sessions
