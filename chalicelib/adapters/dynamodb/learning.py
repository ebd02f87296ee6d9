"""How a person's learning is read, what was done and what was chosen, and how what was chosen is written."""

from collections.abc import Mapping, Sequence
from typing import Any

from pynamodb.connection import Connection

from chalicelib.domain.learning import Learner

from . import keys, projections
from .codec import decode, encode
from .items import MainItem

MAXIMUM_BATCH = 50


class LearningRows:
    """A part of ``DynamoReader``."""

    _connection: Connection
    _tenant: str

    def learner(self, user: str) -> tuple[Learner | None, Mapping[str, int]]:
        """One call, to both tables."""
        return self.learners([user]).get(user, (None, {}))

    def learners(self, users: Sequence[str]) -> Mapping[str, tuple[Learner | None, Mapping[str, int]]]:
        """One call per fifty people, to both tables."""
        found: dict[str, tuple[Learner | None, Mapping[str, int]]] = {}
        for start in range(0, len(users), MAXIMUM_BATCH):
            chunk = users[start : start + MAXIMUM_BATCH]
            chose = {keys.learner(self._tenant, user): user for user in chunk}
            did = {keys.deeds(self._tenant, user): user for user in chunk}
            items = self._both(list(chose), list(did))
            for (mine, user), (done, _) in zip(chose.items(), did.items(), strict=True):
                body = items.get(mine, {}).get("body", {}).get("S")
                found[user] = (decode(Learner, body) if body else None, counts(items.get(done, {})))
        return found

    def _both(self, chose: list[tuple[str, str]], did: list[tuple[str, str]]) -> dict[tuple[str, str], Any]:
        main, deeds = MainItem.Meta.table_name, projections.table()
        wanted: Any = {
            main: {"Keys": [_key(place) for place in chose], "ConsistentRead": True},
            deeds: {"Keys": [_key(place) for place in did]},
        }
        client: Any = self._connection.client
        items: dict[tuple[str, str], Any] = {}
        while wanted:
            answer = client.batch_get_item(RequestItems=wanted)
            for table in (main, deeds):
                items |= {(one["pk"]["S"], one["sk"]["S"]): one for one in answer["Responses"].get(table, [])}
            wanted = answer.get("UnprocessedKeys") or {}
        return items


def counts(item: Mapping[str, Any]) -> Mapping[str, int]:
    """How often each act was done, as far as that is remembered."""
    return {name: len(value["SS"]) for name, value in item.items() if "SS" in value}


class LearnerWrites:
    """A part of ``UnitOfWork``: it collects, the whole commits."""

    _tenant: str
    _puts: list[tuple[Any, Any]]

    def put_learner(self, before: Learner | None, after: Learner) -> None:
        item = MainItem(*keys.learner(self._tenant, after.user), body=encode(after))
        condition = MainItem.pk.does_not_exist() if before is None else MainItem.body == encode(before)
        self._puts.append((item, condition))


def _key(place: tuple[str, str]) -> dict[str, Any]:
    return {"pk": {"S": place[0]}, "sk": {"S": place[1]}}
