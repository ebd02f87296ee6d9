"""What is measured of one act, and how it is written down."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any

from tests.world.scenarios import Scenario
from tests.world.wire import Tap, tapped
from tests.world.world import Ask, Reply, World

Send = Callable[[Ask], Reply]
#: Hundredths of a second of processor time in a quarter of a second: below this the emulator only waits.
QUIET = 3
#: What these ask of another function is answered in this process by a stand-in, which the deployed one is not.
OF_PAPER = ("certificates.",)


@dataclass(frozen=True, slots=True)
class Figures:
    """Wall times and processor times in milliseconds; ``capacity`` in DynamoDB units."""

    name: str
    calls: int
    capacity: float
    cpu: float
    p50: float
    p95: float
    deployed: tuple[float, float] | None = None


def spread(times: list[float]) -> tuple[float, float]:
    """Median and 95th percentile, in milliseconds."""
    cuts = quantiles(times, n=20)
    return cuts[9] * 1000, cuts[18] * 1000


def timed(send: Send, ask: Ask) -> float:
    """Seconds of one request, which must succeed."""
    began = time.perf_counter()
    reply = send(ask)
    took = time.perf_counter() - began
    assert reply.status < 300, f"{ask.method} {ask.path}: {reply.status} {reply.text}"
    return took


def settle(emulator: int, seconds: float = 20) -> None:
    """Wait until the embedded AWS has nothing to do: what earlier acts set off must not be timed with this one."""
    until, before = time.monotonic() + seconds, ticks(emulator)
    while time.monotonic() < until:
        time.sleep(0.25)
        now = ticks(emulator)
        if now - before <= QUIET:
            return
        before = now


def ticks(process: int) -> int:
    """Processor time a process has used, in hundredths of a second."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def descendants(process: int) -> list[int]:
    """Every process that ``process`` or one of those started."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        children.setdefault(parent, []).append(int(stat.parent.name))
    found, todo = list[int](), [process]
    while todo:
        below = children.get(todo.pop(), [])
        found += below
        todo += below
    return found


def measure(
    world: World, scenario: Scenario, rounds: int, remote: Send | None, quiet: Callable[[], None]
) -> Figures:
    """One scenario in process (calls, capacity, processor, wall) and, with ``remote``, through the deployed API.

    ``quiet`` returns when nothing of what was done before is still going on.
    """
    world.done(scenario.arrange(world))
    # Each is arranged when its turn comes: the next situation may undo the one before.
    asks = (scenario.arrange(world) for _ in range(rounds))
    walls, cpu = [], 0.0
    quiet()
    for ask in asks:
        began = time.thread_time()
        walls.append(timed(world.send, ask))
        cpu += time.thread_time() - began
    last = scenario.arrange(world)
    with tapped(Tap(measured=True)) as tap:
        assert world.send(last).status < 300
    deployed = None
    if remote and not last.act and not scenario.use_case.startswith(OF_PAPER):
        timed(remote, scenario.arrange(world))
        asks = (scenario.arrange(world) for _ in range(rounds))
        quiet()
        deployed = spread([timed(remote, ask) for ask in asks])
    capacity = round(sum(call.capacity for call in tap.calls), 1)
    return Figures(scenario.name, len(tap.calls), capacity, cpu / rounds * 1000, *spread(walls), deployed)


def table(heads: list[str], rows: list[list[Any]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(value: Any) -> str:
    return f"{value:.1f}" if isinstance(value, float) else "–" if value is None else str(value)
