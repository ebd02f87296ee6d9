"""Assigning 500 processes at once, through the deployed API and its workers, on the embedded AWS (TRA-07, demands 4).

    python -m benchmarks.bulk

Goal: 30 s from the order to the last process, with progress on the screen all along (issue 4). Then the same with
the processes that work on it killed half-way: the machine tries their batches again, and each process has one entry of
it in its history, no more. The embedded AWS works on the same machine, and its work is part of the time.
"""

import logging
import os
import signal
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.deployed import Remote, bound
from benchmarks.measuring import settle
from infra.local.stack import Stack, start_stack
from tests.world.builders import started
from tests.world.jobs import ordering
from tests.world.world import Ask, World

TENANT = "ubatuba"
PROCESSES = 500
PATIENCE_SECONDS = 180
#: As often as a screen asks.
LOOK_SECONDS = 0.5
Look = Callable[[], dict[str, Any]]


def watched(look: Look, until: Callable[[dict[str, Any]], bool]) -> tuple[float, int]:
    """Wait until it is so; -> (seconds, how many different states of progress were seen)."""
    began, seen = time.perf_counter(), set[int]()
    while time.perf_counter() - began < PATIENCE_SECONDS:
        page = look()
        seen.add(page["progress"]["done"])
        if until(page):
            return time.perf_counter() - began, len(seen)
        time.sleep(LOOK_SECONDS)
    raise TimeoutError(page["progress"])


def over(page: dict[str, Any]) -> bool:
    return page["state"] == "done"


def asked(world: World, remote: Remote, processes: list[str], user: str) -> tuple[str, Look]:
    """The order through the site; -> the job and how to look at it."""
    reply = remote(ordering(world.ana, "assign", processes, user=user))
    assert reply.status == 201, reply.text
    job = str(reply.json["job"])
    return job, lambda: remote(Ask(world.ana, "GET", f"/jobs/{job}")).json


def whole(world: World, remote: Remote, processes: list[str]) -> str:
    """One line of the table: from the order to the last process."""
    began = time.perf_counter()
    _, look = asked(world, remote, processes, "ana.lima")
    _, states = watched(look, over)
    took = time.perf_counter() - began
    progress = look()["progress"]
    assert progress["done"] == len(processes), progress
    return f"| assign {len(processes)} processes | {took:.1f} s | {states} |"


def kill_workers(stack: Stack) -> int:
    """End, without a word to them, the processes that work on jobs; -> how many there were."""
    killed = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            works = b"work-jobs" in (folder / "environ").read_bytes()
        except OSError:
            continue
        if works and int(parent) == stack.endpoint.pid:
            os.kill(int(folder.name), signal.SIGKILL)
            killed += 1
    return killed


def killed(world: World, remote: Remote, stack: Stack, processes: list[str]) -> str:
    """The same, with whoever works on it killed when half is done."""
    lengths = {process: len(world.history(process)) for process in processes}
    began = time.perf_counter()
    _, look = asked(world, remote, processes, "carlos.moura")
    _, before = watched(look, lambda page: page["progress"]["done"] >= len(processes) // 2)
    workers, done = kill_workers(stack), look()["progress"]["done"]
    assert workers, "nobody was at work"
    _, after = watched(look, over)
    took, progress = time.perf_counter() - began, look()["progress"]
    assert progress["done"] == len(processes), progress
    for process in processes:
        assert len(world.history(process)) == lengths[process] + 1, process
    return f"| the same, {workers} workers killed when {done} were done | {took:.1f} s | {before + after} |"


def main() -> None:
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory() as folder, start_stack(Path(folder), with_pages=False, kept=False) as stack:
        world, remote = World(bound(stack), TENANT), Remote(stack.site)
        processes = [started(world) for _ in range(PROCESSES)]
        # Five batches, so that five workers are there already, as on any working day.
        _, look = asked(world, remote, processes[:50], "carlos.moura")
        watched(look, over)
        settle(stack.endpoint.pid, 120)
        print("| job | whole time | states of progress seen |\n|---|---|---|")
        print(whole(world, remote, processes), flush=True)
        settle(stack.endpoint.pid, 120)
        print(killed(world, remote, stack, processes), flush=True)


if __name__ == "__main__":
    main()
