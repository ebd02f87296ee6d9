"""What is measured of one act, and how it is written down."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import quantiles
from typing import Any

from tests.world.scenarios import Scenario
from tests.world.wire import Tap, tapped
from tests.world.world import Ask, Reply, World

Send = Callable[[Ask], Reply]


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


def measure(world: World, scenario: Scenario, rounds: int, remote: Send | None) -> Figures:
    """One scenario in process (calls, capacity, processor, wall) and, with ``remote``, through the deployed API."""
    world.done(scenario.arrange(world))
    asks = [scenario.arrange(world) for _ in range(rounds)]
    walls, cpu = [], 0.0
    for ask in asks:
        began = time.thread_time()
        walls.append(timed(world.send, ask))
        cpu += time.thread_time() - began
    last = scenario.arrange(world)
    with tapped(Tap(measured=True)) as tap:
        assert world.send(last).status < 300
    deployed = None
    if remote and not last.act:
        timed(remote, scenario.arrange(world))
        deployed = spread([timed(remote, ask) for ask in [scenario.arrange(world) for _ in range(rounds)]])
    capacity = round(sum(call.capacity for call in tap.calls), 1)
    return Figures(scenario.name, len(tap.calls), capacity, cpu / rounds * 1000, *spread(walls), deployed)


def table(heads: list[str], rows: list[list[Any]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(value: Any) -> str:
    return f"{value:.1f}" if isinstance(value, float) else "–" if value is None else str(value)
