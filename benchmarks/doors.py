"""How long somebody waits at the doors whom nobody knows, beside whom the city knows: within 10 % of each other, or the
time would tell who exists (ACC-01, issue 5). ``python -m benchmarks.doors [--rounds 200]`` prints the table.

Both are asked in turn, the first one alternating: what else the machine did fell on both alike.
"""

import argparse
import logging
import tempfile
import time
import uuid
from collections.abc import Callable
from itertools import count
from pathlib import Path
from statistics import median

from benchmarks.deployed import bound
from benchmarks.measuring import table
from infra.local.stack import start_stack
from tests.world.scenarios.password_links import asking
from tests.world.scenarios.second_factor import newcomer
from tests.world.world import NOBODY, Ask, World

HEADS = [
    "at the door",
    "known, processor ms",
    "unknown, processor ms",
    "difference",
    "known, p50 ms",
    "unknown, p50 ms",
    "difference",
]
#: A network may try so often before it waits.
BETWEEN = 10


def wrong_password(login: str) -> Ask:
    return Ask(NOBODY, "POST", "/sessions", {"login": login, "password": "palpite errado"})


DOORS: dict[str, Callable[[str], Ask]] = {"wrong password": wrong_password, "forgotten password": asking}


def in_turn(world: World, door: Callable[[str], Ask], rounds: int) -> list[object]:
    """Each of ``rounds`` known and unknown people once; -> medians and how far apart they are, in per cent."""
    known: list[tuple[float, float]] = []
    unknown: list[tuple[float, float]] = []
    people = [newcomer(world).login for _ in range(rounds)]
    for n, login in zip(count(), people, strict=False):
        if n % BETWEEN == 0:
            world.store.forget_attempts()
        pair = [(login, known), (f"nova.{uuid.uuid4().hex[:8]}", unknown)]
        for who, taken in pair if n % 2 else reversed(pair):
            ask = door(who)
            own, wall = time.thread_time(), time.perf_counter()
            reply = world.send(ask)
            taken.append((1000 * (time.thread_time() - own), 1000 * (time.perf_counter() - wall)))
            assert reply.status in (202, 401), reply.text
    row: list[object] = []
    for part in (0, 1):
        somebody, nobody = (median(one[part] for one in taken) for taken in (known, unknown))
        row += [round(somebody, 2), round(nobody, 2), f"{100 * (nobody / somebody - 1):+.1f} %"]
    return row


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the doors for known and unknown people.")
    parser.add_argument("--rounds", type=int, default=200)
    arguments = parser.parse_args()
    logging.disable(logging.WARNING)
    with (
        tempfile.TemporaryDirectory() as folder,
        start_stack(Path(folder), say=print, with_pages=False, kept=False) as stack,
    ):
        world = World(bound(stack), "ubatuba")
        for door in DOORS.values():
            in_turn(world, door, BETWEEN)
        print(table(HEADS, [[name, *in_turn(world, door, arguments.rounds)] for name, door in DOORS.items()]))


if __name__ == "__main__":
    main()
