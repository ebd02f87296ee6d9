"""The stream of the ``history`` table -> the event bus (architecture §6)."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.application.conducting.ports import Bus, HistoryFact
from chalicelib.telemetry import failure_of

from .messages import Event, Failures, failures

logger = logging.getLogger(__name__)


def publish_history(event: Event, read: Callable[[Mapping[str, Any]], HistoryFact | None], bus: Bus) -> Failures:
    """Publish every entry of a stream event; the answer names the records to deliver again.

    ``read`` makes the fact of a record's ``NewImage``, None of what no consumer waits for. A record that is no
    entry fails alone: Lambda bisects the batch around it and sets it aside.
    """
    places: dict[HistoryFact, str] = {}
    failed: list[str] = []
    for record in event["Records"]:
        if record.get("eventName") != "INSERT":
            continue
        place = record["dynamodb"]["SequenceNumber"]
        try:
            fact = read(record["dynamodb"]["NewImage"])
        except (KeyError, ValueError) as error:
            logger.error("unreadable_entry", extra={"sequence": place, **failure_of(error)})
            failed.append(place)
        else:
            if fact is not None:
                places[fact] = place
    failed += [places[fact] for fact in bus.facts(list(places))] if places else []
    logger.info("history_published", extra={"entries": len(places), "failed": len(failed)})
    return failures(failed)
