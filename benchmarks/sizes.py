"""What must not grow with the data: the inbox and the process page (PRO-01): at most 1.5 × from the smallest to the
largest. ``python -m benchmarks.sizes [--rounds 60]`` prints the table alone.

Every size is there at once and they are asked in turn, round by round: what else the machine did meanwhile fell on
all of them alike.
"""

import argparse
import logging
import tempfile
import time
from pathlib import Path

from benchmarks import loading
from benchmarks.deployed import Remote, bound
from benchmarks.measuring import Send, settle, spread, table, timed
from infra.local.stack import start_stack
from tests.world.wire import Tap, tapped
from tests.world.world import Ask, World

INBOXES = {"semop": 10, "semurb": 1_000, "semma": 50_000}
TREES = (10, 1_000, 5_000)
HEADS = [
    "as data grows",
    "AWS calls",
    "capacity units",
    "processor ms",
    "p50 ms",
    "p95 ms",
    "p50 × the smallest",
]
NOTE = (
    "The inbox shows 50 rows at a time and the process page its first 20 documents: neither reads more. The sizes of "
    "each were asked in turn, so that they share whatever else the machine did."
)


def asked(world: World) -> list[dict[str, Ask]]:
    """Fill what is measured; -> what is asked of each, the smallest first."""
    inboxes = {}
    for unit, size in INBOXES.items():
        loading.fill_inbox(world, size, unit)
        who = world.hire(f"caixa-{unit}", unit, "basic")
        inboxes[f"inbox, {size} processes"] = Ask(who, "GET", "/inbox")
    pages = {
        f"process page, {size} documents": Ask(
            world.ana, "GET", f"/processes/{loading.large_process(world, size)}"
        )
        for size in TREES
    }
    return [inboxes, pages]


def in_turn(world: World, send: Send, asks: dict[str, Ask], rounds: int) -> list[list[object]]:
    """Each ask once a round; -> a row for each."""
    walls: dict[str, list[float]] = {name: [] for name in asks}
    processor = dict.fromkeys(asks, 0.0)
    for ask in asks.values():
        timed(send, ask)
    for _ in range(rounds):
        for name, ask in asks.items():
            walls[name].append(timed(send, ask))
    for _ in range(rounds):
        for name, ask in asks.items():
            began = time.thread_time()
            timed(world.send, ask)
            processor[name] += time.thread_time() - began
    rows, smallest = [], spread(walls[next(iter(asks))])[0]
    for name, ask in asks.items():
        with tapped(Tap(measured=True)) as tap:
            timed(world.send, ask)
        median, late = spread(walls[name])
        capacity = round(sum(call.capacity for call in tap.calls), 1)
        cpu = processor[name] / rounds * 1000
        rows.append([name, len(tap.calls), capacity, cpu, median, late, f"{median / smallest:.2f}"])
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the inbox and the process page as data grows.")
    parser.add_argument("--rounds", type=int, default=60)
    arguments = parser.parse_args()
    logging.disable(logging.WARNING)
    with (
        tempfile.TemporaryDirectory() as folder,
        start_stack(Path(folder), say=print, with_pages=False, kept=False) as stack,
    ):
        world = World(bound(stack), "ubatuba")
        groups = asked(world)
        settle(stack.endpoint.pid, 60)
        for where, send in (("deployed", Remote(stack.site)), ("in process", world.send)):
            rows = [row for group in groups for row in in_turn(world, send, group, arguments.rounds)]
            print(f"{where}\n\n{table(HEADS, rows)}\n")


if __name__ == "__main__":
    main()
