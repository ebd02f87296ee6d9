"""Many at once: threads that start together, and what each got."""

import os
import threading
import uuid
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tests.world.world import Ask, Reply, World

THREADS = 64
ROUNDS = 25
#: Of the races that no acceptance line counts; the long suite runs all of them as often (docs/decisions/tests.md).
FEWER = ROUNDS if os.environ.get("IPEROIG_LONG") == "1" else 5


def together(acts: list[Callable[[], Reply]]) -> list[Reply]:
    """Do all acts at the same moment."""
    gate = threading.Barrier(len(acts))

    def run(act: Callable[[], Reply]) -> Reply:
        gate.wait()
        return act()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def crowd(world: World, ask: Ask, key: str | None = None) -> list[Reply]:
    """``THREADS`` people send the same request at once, each with a key of its own unless given one."""
    return together([lambda: world.send(ask, key or uuid.uuid4().hex) for _ in range(THREADS)])


def one_winner(replies: list[Reply], *refusals: str) -> Reply:
    """Exactly one success; everybody else gets 409 with one of the codes; -> the winner's reply."""
    winners = [reply for reply in replies if reply.status < 300]
    said = Counter((reply.status, reply.json["code"]) for reply in replies if reply.status >= 300)
    assert len(winners) == 1, f"{len(winners)} winners; the others: {said}"
    assert set(said) <= {(409, code) for code in refusals}, f"refused with {said}"
    return winners[0]


def one_named(world: World, ask: Ask) -> None:
    """Of many who make the same named thing exactly one does, and the list at that address has it once."""
    replies = crowd(world, ask)
    assert sorted({reply.status for reply in replies}) in ([201, 400], [201, 400, 409])
    assert sum(reply.status == 201 for reply in replies) == 1
    kept = world.done(Ask(ask.who, "GET", ask.path))["items"]
    assert [one["name"] for one in kept].count(ask.body["name"]) == 1
