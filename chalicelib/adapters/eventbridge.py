"""The event bus: facts and notices, ids and kind only (architecture §6)."""

import json
from collections.abc import Sequence
from typing import Any

from chalicelib.application.conducting.ports import HistoryFact, Notice

SOURCE_OF_FACTS = "iperoig.history"
SOURCE_OF_NOTICES = "iperoig.conducting"
MAXIMUM_ENTRIES = 10


class NotTaken(RuntimeError):
    """The bus refused an entry; the text is its error code."""


class EventBridgeBus:
    """Implements ``conducting.ports.Bus``. ``bus`` is the bus's name."""

    def __init__(self, client: Any, bus: str) -> None:
        self._client = client
        self._bus = bus

    def facts(self, facts: Sequence[HistoryFact]) -> Sequence[HistoryFact]:
        """Ten at a time; an entry that the bus refused is returned, the others are published."""
        refused: list[HistoryFact] = []
        for start in range(0, len(facts), MAXIMUM_ENTRIES):
            batch = facts[start : start + MAXIMUM_ENTRIES]
            entries = [self._entry(SOURCE_OF_FACTS, fact.kind, detail(fact)) for fact in batch]
            answers = self._client.put_events(Entries=entries)["Entries"]
            refused += [fact for fact, one in zip(batch, answers, strict=True) if one.get("ErrorCode")]
        return refused

    def notice(self, notice: Notice) -> None:
        data = {
            "tenant": notice.tenant,
            "process": notice.process,
            "routing": notice.routing,
            "kind": notice.kind,
            "until": notice.until,
        }
        entry = self._entry(SOURCE_OF_NOTICES, notice.kind, data)
        (answer,) = self._client.put_events(Entries=[entry])["Entries"]
        if answer.get("ErrorCode"):
            raise NotTaken(answer["ErrorCode"])

    def _entry(self, source: str, kind: str, data: dict[str, Any]) -> dict[str, Any]:
        return {
            "EventBusName": self._bus,
            "Source": source,
            "DetailType": kind,
            "Detail": json.dumps(data),
        }


def detail(fact: HistoryFact) -> dict[str, Any]:
    """``{"tenant", "process", "n", "kind"}``."""
    return {"tenant": fact.tenant, "process": fact.process, "n": fact.n, "kind": fact.kind}
