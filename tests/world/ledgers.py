"""The public ledger of a city of the tests', kept as its two functions keep it."""

import json
from typing import Any

from chalicelib.application.ledger.ports import SignedHead
from chalicelib.background import Background, new_salt
from chalicelib.domain.ledger import leaf_of
from chalicelib.events.ledger import handle_ledger

from .world import World

AGENCY = "pmu"


def told(world: World, *processes: str) -> dict[str, Any]:
    """The event by which the queue tells of the newest entry of each process."""
    records = []
    for process in processes:
        n = len(world.history(process))
        detail = {"tenant": world.tenant, "process": process, "n": n, "kind": "any"}
        records.append({"messageId": process, "body": json.dumps({"detail": detail})})
    return {"Records": records}


def append(world: World, *processes: str, outside: Background | None = None) -> list[str]:
    """What the consumer does with it; -> the messages that are to come again."""
    one = outside or Background(world.installed.place)
    answer = handle_ledger(
        told(world, *processes), one.place.ledger, one.chronicle, one.projections, new_salt
    )
    return [failure["itemIdentifier"] for failure in answer["batchItemFailures"]]


def sign(world: World) -> SignedHead | None:
    """What the hour brings."""
    return Background(world.installed.place).sign_ledger(world.tenant, AGENCY)


def check(world: World, *processes: str) -> int:
    """Assert that the ledger holds exactly the histories of these processes, once each; -> its size."""
    ledger = world.installed.place.ledger(world.tenant)
    size, seen = ledger.size(AGENCY), {}
    leaves = ledger.leaves(AGENCY, 0, size)
    for process in processes:
        entries, places = world.history(process), ledger.places(process)
        assert [place.n for place in places] == list(range(1, len(entries) + 1))
        for entry, place in zip(entries, places, strict=True):
            assert place.agency == AGENCY
            assert leaf_of(entry.body, place.salt) == place.leaf == leaves[place.index]
            seen[place.index] = (process, place.n)
    assert sorted(seen) == list(range(size)), "every leaf is of one entry, and every entry has one leaf"
    return size
