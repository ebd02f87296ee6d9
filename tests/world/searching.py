"""Processes found by their words, as the consumer keeps them."""

import json

from chalicelib.background import Background
from chalicelib.events.search import handle_search

from .world import World


def indexed(world: World, *processes: str) -> None:
    """What the queue's messages about these processes bring about."""
    one = Background(world.installed.place)
    details = [{"tenant": world.tenant, "process": each, "n": 1, "kind": "any"} for each in processes]
    records = [{"messageId": each["process"], "body": json.dumps({"detail": each})} for each in details]
    answer = handle_search({"Records": records}, one.truth, one.word_index, one.projections)
    assert answer == {"batchItemFailures": []}
