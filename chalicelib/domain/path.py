"""The way a process went from unit to unit, and where it is by now (TRA-01, TRA-02, TRA-03)."""

from collections.abc import Iterable

from chalicelib.domain.value import dataclass

from .organisation import UnitName
from .presence import Presence
from .process import Process
from .routing import Routing


@dataclass(frozen=True, slots=True)
class Step:
    """One sending: its destinations were reached together, each by a routing of its own."""

    origin: UnitName
    routings: tuple[Routing, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """``stops`` are the units in the order it first came to them, ``steps`` the sendings in their order."""

    stops: tuple[Presence, ...]
    steps: tuple[Step, ...]


def path_of(process: Process, routings: Iterable[Routing]) -> Path:
    """The path; ``routings`` are all of the process, in any order."""
    sendings: dict[str, list[Routing]] = {}
    for routing in sorted(routings, key=lambda one: (one.sent_at, one.destination.acronym)):
        sendings.setdefault(routing.sending or routing.id, []).append(routing)
    steps = tuple(Step(together[0].origin, tuple(together)) for together in sendings.values())
    came = [process.generating_unit.id, *(r.destination.id for step in steps for r in step.routings)]
    order = {unit: place for place, unit in reversed(list(enumerate(came)))}
    last = len(came)
    stops = sorted(
        process.presences.values(), key=lambda here: (order.get(here.unit.id, last), here.arrived_at)
    )
    return Path(tuple(stops), steps)


def direct_line(unit: str, routings: Iterable[Routing]) -> tuple[UnitName, ...]:
    """The units that exchanged the process with ``unit``, either way, by acronym; undone sendings apart (PRO-19)."""
    ends = [(routing.origin, routing.destination) for routing in routings if routing.undone_at is None]
    beside = {one for pair in ends if unit in (pair[0].id, pair[1].id) for one in pair if one.id != unit}
    return tuple(sorted(beside, key=lambda one: (one.acronym, one.id)))
