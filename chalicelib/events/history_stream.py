"""The stream of the ``history`` table -> the event bus (architecture §6)."""

import logging
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from chalicelib.application.conducting.ports import Bus, HistoryFact
from chalicelib.telemetry import failure_of

from .messages import Event, Failures, failures

logger = logging.getLogger(__name__)


def nothing(_: Iterable[Mapping[str, Any]]) -> None:
    """For whom nobody's deeds are remembered."""


def publish_history(
    event: Event,
    read: Callable[[Mapping[str, Any]], HistoryFact | None],
    bus: Bus,
    remember: Callable[[Iterable[Mapping[str, Any]]], None] = nothing,
) -> Failures:
    """Publish every entry of a stream event; the answer names the records to deliver again.

    ``read`` makes the fact of a record's ``NewImage``, None of what no consumer waits for. A record that is no
    entry fails alone: Lambda bisects the batch around it and sets it aside. ``remember`` keeps who did what; it never
    holds the facts back.
    """
    places: dict[HistoryFact, str] = {}
    failed: list[str] = []
    told: dict[str, Mapping[str, Any]] = {}
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
            told[place] = record["dynamodb"]["NewImage"]
            if fact is not None:
                places[fact] = place
    failed += [places[fact] for fact in bus.facts(list(places))] if places else []
    try:
        remember(told.values())
    except Exception as error:
        logger.error("deeds_not_remembered", extra=failure_of(error))
        failed += [place for place in told if place not in failed]
    logger.info("history_published", extra={"entries": len(places), "failed": len(failed)})
    return failures(failed)
