"""The consumers' queues, for what the sweeper sends again."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.application.conducting.ports import HistoryFact

from .eventbridge import SOURCE_OF_FACTS, detail

MAXIMUM_ENTRIES = 10


class NotQueued(RuntimeError):
    """A queue refused a message; the text is its error code."""


class SqsQueues:
    """Implements ``conducting.ports.Queues``. ``queues``: consumer -> queue URL."""

    def __init__(self, client: Any, queues: Mapping[str, str]) -> None:
        self._client = client
        self._queues = queues

    def send(self, consumer: str, facts: Sequence[HistoryFact]) -> None:
        """In the envelope in which the event bus delivers, ten at a time. Raises NotQueued."""
        for start in range(0, len(facts), MAXIMUM_ENTRIES):
            entries = [
                {"Id": str(place), "MessageBody": json.dumps(envelope(fact))}
                for place, fact in enumerate(facts[start : start + MAXIMUM_ENTRIES])
            ]
            answer = self._client.send_message_batch(QueueUrl=self._queues[consumer], Entries=entries)
            for failure in answer.get("Failed", []):
                raise NotQueued(failure.get("Code", "unknown"))


def envelope(fact: HistoryFact) -> dict[str, Any]:
    """What a consumer reads: the fields of an event that the bus would have delivered."""
    return {"source": SOURCE_OF_FACTS, "detail-type": fact.kind, "detail": detail(fact)}
