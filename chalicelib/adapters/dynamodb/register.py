"""Reads of the administration: users by name, entries of catalogues past the caches, and what was changed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from pynamodb.connection import Connection

from chalicelib.application.ports import Page
from chalicelib.application.references import UserKey
from chalicelib.domain.catalogue_entry import CatalogueEntry
from chalicelib.domain.change_record import ChangeRecord
from chalicelib.domain.identity import User
from chalicelib.domain.organisation import Person
from chalicelib.domain.service_account import ServiceAccount

from . import keys, records
from .cursors import decode_cursor, encode_cursor
from .items import HistoryItem, MainItem

USER_PAGE = 50
CHANGE_PAGE = 50
#: A search reads at most so many long stretches a call; the cursor goes on from there.
STRETCHES, LONG_STRETCH = 4, 1000
KEYS = ["body", "pk", "sk", "gsi1pk", "gsi1sk"]


class DynamoRegister:
    """Implements ``administration.ports.Register`` for one tenant."""

    def __init__(self, connection: Connection, tenant: str) -> None:
        self._connection = connection
        self._tenant = tenant

    def users(self, text: str, cursor: str | None) -> Page:
        """By name; a search looks into name, login and e-mail."""
        partition = keys.people(self._tenant)
        wanted = records.searchable(text)
        condition = MainItem.words.contains(wanted) if wanted else None
        items: list[User] = []
        last = decode_cursor(cursor, partition, None, "gsi1")
        for _ in range(STRETCHES if wanted else 1):
            pages = MainItem.first.query(
                partition,
                filter_condition=condition,
                page_size=LONG_STRETCH if wanted else USER_PAGE,
                last_evaluated_key=last,
                attributes_to_get=KEYS,
            ).page_iter
            page: dict[str, Any] = next(pages)
            found, room = page["Items"], USER_PAGE - len(items)
            items += [records.decode(User, raw["body"]["S"]) for raw in found[:room]]
            last = page.get("LastEvaluatedKey")
            if len(found) > room:
                last = {name: found[room - 1][name] for name in KEYS[1:]}
            if last is None or len(items) >= USER_PAGE:
                break
        return Page(items, encode_cursor(last))

    def every_user(self) -> Iterator[User]:
        """By name, page after page."""
        for item in MainItem.first.query(keys.people(self._tenant), attributes_to_get=["body"]):
            yield records.decode(User, item.body)

    def users_in(self, unit: str) -> Sequence[User]:
        """The people of a unit's list, as they are now."""
        found = MainItem.query(keys.users_of_unit(self._tenant, unit), consistent_read=True)
        people = [records.decode(Person, item.body) for item in found]
        wanted = [UserKey(person.id) for person in people]
        pairs = [records.address(self._tenant, key) for key in wanted]
        items = records.batch_get(self._connection, pairs) if pairs else {}
        users = [records.decode(User, item.body) for item in items.values() if item.body]
        return sorted(users, key=lambda user: records.searchable(user.person.name))

    def service_accounts(self) -> Sequence[ServiceAccount]:
        found = MainItem.query(keys.service_accounts(self._tenant), consistent_read=True)
        return [records.decode(ServiceAccount, item.body) for item in found]

    def service_uses(self, account: str) -> Mapping[str, date]:
        prefix = keys.part(account, "")
        found = MainItem.query(keys.service_uses(self._tenant), MainItem.sk.startswith(prefix), consistent_read=True)
        return {keys.last_part(item.sk): date.fromisoformat(item.due or "") for item in found}

    def place(self, table: str, code: str) -> str:
        found = MainItem.query(
            keys.catalogue(self._tenant, table), consistent_read=True, attributes_to_get=["pk", "sk"]
        )
        return next((item.sk for item in found if keys.last_part(item.sk) == code), keys.new_place(code))

    def new_place(self, code: str) -> str:
        return keys.new_place(code)

    def entries(self, table: str) -> Sequence[CatalogueEntry]:
        """In the catalogue's own order, as they are now."""
        found = MainItem.query(keys.catalogue(self._tenant, table), consistent_read=True)
        return [records.entry_of(table, item) for item in found]

    def changes(self, table: str, code: str, cursor: str | None) -> Page:
        partition, prefix = keys.changes(self._tenant, table), keys.part(code, "")
        return _page(partition, prefix, cursor)

    def all_changes(self, cursor: str | None) -> Page:
        return _page(keys.changes(self._tenant, "ALL"), "", cursor)


def _page(partition: str, prefix: str, cursor: str | None) -> Page:
    answer = HistoryItem.query(
        partition,
        HistoryItem.sk.startswith(prefix) if prefix else None,
        consistent_read=True,
        scan_index_forward=False,
        limit=CHANGE_PAGE,
        page_size=CHANGE_PAGE,
        last_evaluated_key=decode_cursor(cursor, partition, prefix),
    )
    items = [records.decode(ChangeRecord, item.body) for item in answer]
    return Page(items, encode_cursor(answer.last_evaluated_key))
